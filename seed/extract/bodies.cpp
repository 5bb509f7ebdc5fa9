// SPDX-License-Identifier: MIT
#include "seed/extract/bodies.h"

#include <algorithm>

#include "seed/extract/ambiguity.h"
#include "seed/extract/body_places.h"
#include "seed/extract/definitions.h"
#include "seed/extract/unknown_bodies.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

const std::string by_lexicon = "organizations.lexicon";

/// Known bodies: the longest name at each place, and names that end a longer one.
class KnownBodies {
 public:
  explicit KnownBodies(const Analysis& analysis) : a_(analysis) {}

  std::vector<BodyMention> run() {
    std::vector<BodyMention> out;
    TokenRange outer;
    std::uint32_t outer_body = no_body;
    for (const auto& match : a_.names.matches) {
      if (a_.name(match).kind != NameKind::body) continue;
      const TokenRange range{match.first, match.last};
      const bool nested = range.first < outer.last;
      if (nested && !ends_outer(range, outer, outer_body, match)) continue;
      if (!usable(range) || shouted(range) || coded(range) || party(range)) continue;
      if (!nested && inside_longer_name(a_, range, a_.name(match).entry)) continue;
      BodyMention mention;
      mention.range = range;
      mention.body = a_.name(match).entry;
      mention.rule = "lexicon";
      out.push_back(std::move(mention));
      if (!nested) {
        outer = range;
        outer_body = a_.name(match).entry;
      }
    }
    return out;
  }

 private:
  /// "Parliamentary Assembly of the Council of Europe": the inner name stands behind "of" and ends
  /// the outer one.
  bool ends_outer(TokenRange range, TokenRange outer, std::uint32_t outer_body,
                  const NameMatch& match) const {
    if (range.first == outer.first || range.last != outer.last ||
        a_.name(match).entry == outer_body)
      return false;
    auto before = range.first - 1;
    if (a_.tokens[before].word == a_.lexicon.little.the && before > outer.first) --before;
    return a_.tokens[before].word == a_.lexicon.little.of;
  }

  bool coded(TokenRange range) const {
    const bool inside = inside_code(a_, range);
    if (inside) a_.explain(range, by_lexicon, "part of a code, an address or a table");
    return inside;
  }

  /// "Carlos VILA NOVA (IDA) 39.5%": the party of who stands for election.
  bool party(TokenRange range) const {
    const auto t = range.first;
    return range.size() == 1 && t > 2 && a_.tokens[t].upper && a_.is_punctuation(t - 1, "(") &&
           a_.is_punctuation(range.last, ")/-") && a_.tokens[t - 2].upper &&
           a_.names.at(t - 2, NameKind::body, a_.lexicon.names) == nullptr &&
           a_.tokens[t - 2].end - a_.tokens[t - 2].begin > 2 && a_.tokens[t - 3].capital;
  }

  /// A name must lie in one sentence.
  bool usable(TokenRange range) const {
    const auto sentence = a_.sentence_of[range.first];
    return sentence != Analysis::no_sentence && a_.sentence_of[range.last - 1] == sentence;
  }

  /// A one-word acronym in a sentence written all in capitals may be any word.
  bool shouted(TokenRange range) {
    if (range.size() != 1 || !a_.tokens[range.first].upper) return false;
    const auto sentence = a_.sentence_of[range.first];
    if (sentence != looked_at_) {
      looked_at_ = sentence;
      in_capitals_ = in_capitals(a_.sentences[sentence]);
    }
    return in_capitals_;
  }

  bool in_capitals(const Sentence& sentence) const {
    std::uint32_t words = 0;
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (a_.tokens[t].kind != TokenKind::word || a_.tokens[t].end - a_.tokens[t].begin < 2)
        continue;
      if (!a_.tokens[t].upper) return false;
      ++words;
    }
    return words >= 4;
  }

  const Analysis& a_;
  std::uint32_t looked_at_ = Analysis::no_sentence;  ///< the sentence that was asked about last
  bool in_capitals_ = false;
};

/// "the Organization", "our Organization": further citations of a body named in full.
class BackReferences {
 public:
  BackReferences(const Analysis& analysis, const std::vector<BodyMention>& named)
      : a_(analysis), named_(named) {
    const auto& references = a_.lexicon.back_references;
    for (std::uint32_t r = 0; r < references.size(); ++r) {
      if (references[r].words.size() < 2) continue;
      keys_.push_back({key(references[r].words[0], references[r].words[1]), r});
      if (!begins(references[r].words[0])) first_words_.push_back(references[r].words[0]);
    }
    std::sort(keys_.begin(), keys_.end());
    targets_.resize(references.size());
  }

  std::vector<BodyMention> run() {
    std::vector<BodyMention> out;
    if (named_.empty()) return out;
    for (std::uint32_t t = 0; t + 1 < a_.tokens.size(); ++t) {
      // A reference ends in a capital, and only the last of three words is far from the first.
      if (!a_.tokens[t + 1].capital && !(t + 2 < a_.tokens.size() && a_.tokens[t + 2].capital))
        continue;
      if (!begins(a_.tokens[t].word)) continue;
      const auto wanted = key(a_.tokens[t].word, a_.tokens[t + 1].word);
      for (auto k = std::lower_bound(keys_.begin(), keys_.end(), Key{wanted, 0});
           k != keys_.end() && k->first == wanted; ++k) {
        const auto& reference = a_.lexicon.back_references[k->second];
        if (!stands_at(reference, t)) continue;
        const TokenRange range{t, t + static_cast<std::uint32_t>(reference.words.size())};
        if (const auto* target = find_target(k->second, range))
          out.push_back(citation_of(*target, range));
        break;
      }
    }
    return out;
  }

 private:
  using Key = std::pair<std::uint64_t, std::uint32_t>;  ///< first two words, index of the reference
  /// The mentions that a reference may mean, by place.
  struct Targets {
    bool known = false;
    std::vector<std::uint32_t> mentions;
  };

  static std::uint64_t key(WordId first, WordId second) {
    return static_cast<std::uint64_t>(first) << 32 | second;
  }

  /// "the", "our" and a few more.
  bool begins(WordId word) const {
    return std::find(first_words_.begin(), first_words_.end(), word) != first_words_.end();
  }

  bool stands_at(const BackReference& reference, std::uint32_t t) const {
    if (t + reference.words.size() > a_.tokens.size()) return false;
    for (std::size_t i = 0; i < reference.words.size(); ++i) {
      if (a_.tokens[t + i].word != reference.words[i]) return false;
    }
    const auto last = t + static_cast<std::uint32_t>(reference.words.size()) - 1;
    return a_.tokens[last].capital && a_.sentence_of[t] != Analysis::no_sentence &&
           a_.sentence_of[last] == a_.sentence_of[t] && !inside_name({t, last + 1});
  }

  bool inside_name(TokenRange range) const {
    const auto behind =
        std::lower_bound(named_.begin(), named_.end(), range.last,
                         [](const BodyMention& m, std::uint32_t t) { return m.range.first < t; });
    for (auto m = behind; m != named_.begin() && behind - m < 4;) {
      --m;
      if (m->range.last > range.first) return true;
    }
    return false;
  }

  /// The body last named before the reference that fits it, else the first one named after.
  const BodyMention* find_target(std::uint32_t reference, TokenRange range) {
    const auto& fitting = targets(reference);
    if (fitting.empty()) return nullptr;
    auto at = std::lower_bound(
        fitting.begin(), fitting.end(), range.first,
        [&](std::uint32_t m, std::uint32_t t) { return named_[m].range.first < t; });
    if (at != fitting.begin()) --at;
    return &named_[*at];
  }

  const std::vector<std::uint32_t>& targets(std::uint32_t reference) {
    auto& found = targets_[reference];
    if (!found.known) {
      found.known = true;
      for (std::uint32_t m = 0; m < named_.size(); ++m) {
        if (fits(a_.lexicon.back_references[reference], named_[m])) found.mentions.push_back(m);
      }
    }
    return found.mentions;
  }

  bool fits(const BackReference& reference, const BodyMention& mention) const {
    if (mention.body != no_body) {
      const auto& slug = a_.lexicon.bodies[mention.body].slug;
      if (slug == reference.usual ||
          std::find(reference.slugs.begin(), reference.slugs.end(), slug) != reference.slugs.end())
        return true;
    }
    if (reference.head.empty()) return false;
    // An acronym names nothing in full: "the Association" is not ASEAN for that.
    const auto written = " " + fold_phrase(slice(a_.text, a_.span(mention.range))) + " ";
    return written.find(" " + reference.head + " ") != std::string::npos;
  }

  static BodyMention citation_of(const BodyMention& target, TokenRange range) {
    BodyMention mention = target;
    mention.range = range;
    mention.rule = "back-reference";
    mention.back_reference = true;
    return mention;
  }

  const Analysis& a_;
  const std::vector<BodyMention>& named_;
  std::vector<WordId> first_words_;
  std::vector<Key> keys_;
  std::vector<Targets> targets_;  ///< by reference
};

void sort_by_place(std::vector<BodyMention>& mentions) {
  std::stable_sort(
      mentions.begin(), mentions.end(),
      [](const BodyMention& a, const BodyMention& b) { return a.range.first < b.range.first; });
}

}  // namespace

std::vector<BodyMention> find_bodies(const Analysis& analysis) {
  auto mentions = KnownBodies(analysis).run();
  apply_definitions(analysis, find_definitions(analysis), mentions);
  resolve_ambiguities(analysis, mentions);
  add_unknown_bodies(analysis, mentions);
  sort_by_place(mentions);
  auto references = BackReferences(analysis, mentions).run();
  mentions.insert(mentions.end(), references.begin(), references.end());
  sort_by_place(mentions);
  return mentions;
}

}  // namespace attache
