// SPDX-License-Identifier: MIT
#include "seed/extract/relation_words.h"

#include <algorithm>

namespace attache {
namespace {

/// Written with a hyphen, or with one of the marks beyond ASCII that the parser takes for one.
bool several_words(std::string_view token) {
  return std::any_of(token.begin(), token.end(),
                     [](char c) { return c == '-' || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

bool RelationWords::in(std::uint32_t number) {
  const auto& sentence = a_.sentences[number];
  if (sentence.last - sentence.first > Trees::longest_sentence) return false;
  bool collected = false;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    const auto units = a_.frames.units_of.find(a_.tokens[t].word);
    if (units == a_.frames.units_of.end()) continue;
    if (!collected) collect(sentence);
    collected = true;
    for (const auto u : units->second) {
      if (may_tell(a_.frames.units[u], t)) return true;
    }
  }
  return false;
}

void RelationWords::collect(const Sentence& sentence) {
  words_.clear();
  parts_ = anaphor_ = false;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    const auto word = a_.tokens[t].word;
    words_.push_back(word);
    parts_ = parts_ || several_words(a_.raw(t));
    anaphor_ = anaphor_ || a_.frames.is(word, WordKind::anaphor);
  }
  std::sort(words_.begin(), words_.end());
}

bool RelationWords::has(WordId word) const {
  return std::binary_search(words_.begin(), words_.end(), word);
}

bool RelationWords::any_of(const std::vector<WordId>& words) const {
  return parts_ ||
         std::any_of(words.begin(), words.end(), [this](WordId word) { return has(word); });
}

bool RelationWords::may_tell(const LexicalUnit& unit, std::uint32_t token) const {
  if (!unit.with.empty() && !any_of(unit.with)) return false;
  if (unit.implied && a_.tokens[token].capital) return true;
  if (unit.bare) return true;  // the body may be the object of a verb joined to it
  if (unit.part == LexicalUnit::Part::predicate &&
      (anaphor_ || (token > 0 && a_.is_punctuation(token - 1, "("))))
    return true;
  return std::any_of(unit.body.begin(), unit.body.end(), [this](const Place& place) {
    return place.kind != Place::Kind::oblique || any_of(place.prepositions);
  });
}

}  // namespace attache
