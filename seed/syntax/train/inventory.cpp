// SPDX-License-Identifier: MIT
#include "seed/syntax/train/inventory.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string_view>

namespace attache {

namespace {

using Counts = std::map<std::string, std::size_t>;

/// Below this a word is a class of unknown words: so the parser learns what to do with those.
constexpr std::size_t known_from = 2;
/// A word that was seen so often with one tag alone is not asked for its tag.
constexpr std::size_t sure_from = 30;

/// The most frequent names, ties by name.
std::vector<std::string> most_frequent(const Counts& counts, std::size_t limit) {
  std::vector<std::pair<std::string, std::size_t>> list(counts.begin(), counts.end());
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(limit, list.size()); ++i) names.push_back(list[i].first);
  return names;
}

/// Numbers for all names; one that was not kept takes the number of the first kept one of its kind.
template <typename Id>
std::map<std::string, Id> numbers(const Counts& counts, const std::vector<std::string>& kept,
                                  char mark) {
  std::map<std::string, Id> ids;
  for (std::size_t i = 0; i < kept.size(); ++i) ids[kept[i]] = static_cast<Id>(i);
  for (const auto& [name, count] : counts) {
    if (ids.contains(name)) continue;
    const auto kind = std::string_view(name).substr(0, name.find(mark));
    const auto like = std::find_if(kept.begin(), kept.end(), [&](const std::string& other) {
      return std::string_view(other).substr(0, other.find(mark)) == kind;
    });
    ids[name] = static_cast<Id>(like == kept.end() ? 0 : like - kept.begin());
  }
  return ids;
}

struct WordFacts {
  std::map<TagId, std::size_t> tags;
  std::size_t count = 0;
  int joined = 0;  ///< how often more it stood before a hyphen inside of a word than cut off
  ClusterPair clusters;
};

DictionaryEntry entry_of(std::uint64_t hash, const WordFacts& facts) {
  DictionaryEntry entry;
  entry.key = dictionary_key(hash);
  entry.cluster = facts.clusters.fine;
  entry.coarse = facts.clusters.coarse;
  entry.joins = facts.joined > 0 ? 1 : 0;
  entry.known = facts.count >= known_from ? 1 : 0;
  if (facts.count >= sure_from && facts.tags.size() == 1)
    entry.only_tag = facts.tags.begin()->first;
  return entry;
}

bool is_wanted(const WordFacts& facts) {
  return facts.count >= known_from || facts.clusters.fine != 0 || facts.joined > 0;
}

std::vector<DictionaryEntry> dictionary_of(const std::map<std::uint64_t, WordFacts>& words) {
  const auto wanted = static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [](const auto& word) { return is_wanted(word.second); }));
  std::vector<DictionaryEntry> places(std::bit_ceil(std::max<std::size_t>(16, wanted * 2)));
  for (const auto& [hash, facts] : words) {
    if (!is_wanted(facts)) continue;
    auto place = first_place(hash, places.size());
    while (places[place].key != 0) place = (place + 1) & (places.size() - 1);
    places[place] = entry_of(hash, facts);
  }
  return places;
}

/// Whether the treebank cuts words behind the form and a hyphen.
void count_hyphen(const GoldSentence& sentence, std::size_t place,
                  std::map<std::uint64_t, WordFacts>& words) {
  const std::string_view form = sentence[place].form;
  const auto hyphen = form.find('-');
  if (hyphen != 0 && hyphen != std::string_view::npos && hyphen + 1 < form.size()) {
    ++words[dictionary_hash(form.substr(0, hyphen))].joined;
  }
  if (place + 1 < sentence.size() && sentence[place + 1].form == "-") {
    --words[dictionary_hash(form)].joined;
  }
}

std::map<std::uint64_t, WordFacts> facts_of(const std::vector<GoldSentence>& sentences,
                                            const std::map<std::string, TagId>& tag_ids,
                                            const Clusters& clusters) {
  std::map<std::uint64_t, WordFacts> words;
  for (const auto& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      auto& facts = words[dictionary_hash(sentence[i].form)];
      ++facts.count;
      ++facts.tags[tag_ids.at(sentence[i].tag)];
      count_hyphen(sentence, i, words);
    }
  }
  for (const auto& [word, pair] : clusters) words[dictionary_hash(word)].clusters = pair;
  return words;
}

}  // namespace

Inventory::Inventory(const std::vector<GoldSentence>& sentences, const Clusters& clusters) {
  Counts tag_counts;
  Counts label_counts;
  for (const auto& sentence : sentences) {
    for (const auto& word : sentence) ++tag_counts[word.tag], ++label_counts[word.label];
  }
  tags = most_frequent(tag_counts, tag_classes);
  labels = most_frequent(label_counts, label_classes);
  tag_ids_ = numbers<TagId>(tag_counts, tags, '/');
  label_ids_ = numbers<LabelId>(label_counts, labels, ':');
  dictionary = dictionary_of(facts_of(sentences, tag_ids_, clusters));
}

NumberedSentence Inventory::numbered(const GoldSentence& sentence) const {
  const Dictionary lookup(dictionary);
  NumberedSentence result;
  for (const auto& word : sentence) {
    result.words.push_back(lookup.word(word.form));
    result.tags.push_back(tag_ids_.at(word.tag));
    result.heads.push_back(word.head);
    result.labels.push_back(label_ids_.at(word.label));
  }
  return result;
}

}  // namespace attache
