// SPDX-License-Identifier: MIT
#include "seed/extract/relation_words.h"

#include <algorithm>

#include "seed/text/fold.h"

namespace attache {
namespace {

/// Tokens of a label before its noun, and the bracket: "(non-permanent member".
constexpr std::uint32_t longest_label = 4;

/// Cut by a line's end, or at hyphens beyond ASCII.
bool broken(std::string_view token) {
  return token.find_first_of("\r\n") != std::string_view::npos ||
         token.find("\u2010") != std::string_view::npos ||
         token.find("\u2011") != std::string_view::npos;
}

/// Of a word that is written with hyphens; none of others.
std::vector<WordId> parts_of(const Analysis& a, std::uint32_t token) {
  std::vector<WordId> parts;
  auto rest = a.raw(token);
  if (a.tokens[token].kind != TokenKind::word || rest.find('-') == std::string_view::npos)
    return parts;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('-'), rest.size());
    parts.push_back(a.lexicon.vocabulary.find(fold_word(rest.substr(0, end))));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return parts;
}

}  // namespace

bool RelationWords::in(std::uint32_t number) {
  const auto& sentence = a_.sentences[number];
  if (sentence.last - sentence.first > Trees::longest_sentence) return false;
  const auto& units_of = a_.frames.units_of;
  bool collected = false;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    // A body's name is no unit, whatever its words: "United Nations".
    if (states_.mention_at(t) != StateWords::no_mention) continue;
    const auto units = units_of.find(a_.tokens[t].word);
    if (units == units_of.end()) {
      if (evoked_by_part(t)) return true;
      continue;
    }
    if (!collected) collect(sentence);
    collected = true;
    for (const auto u : units->second) {
      if (may_tell(a_.frames.units[u], t)) return true;
    }
  }
  return false;
}

/// The tree has "member" and "states" of "member-states".
bool RelationWords::evoked_by_part(std::uint32_t token) const {
  const auto parts = parts_of(a_, token);
  return std::any_of(parts.begin(), parts.end(),
                     [this](WordId part) { return a_.frames.units_of.contains(part); });
}

void RelationWords::collect(const Sentence& sentence) {
  words_.clear();
  broken_ = anaphor_ = false;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    const auto word = a_.tokens[t].word;
    words_.push_back(word);
    const auto parts = parts_of(a_, t);
    words_.insert(words_.end(), parts.begin(), parts.end());
    broken_ = broken_ || broken(a_.raw(t));
    anaphor_ = anaphor_ || a_.frames.is(word, WordKind::anaphor);
  }
  std::sort(words_.begin(), words_.end());
}

bool RelationWords::has(WordId word) const {
  return std::binary_search(words_.begin(), words_.end(), word);
}

bool RelationWords::any_of(const std::vector<WordId>& words) const {
  return broken_ ||
         std::any_of(words.begin(), words.end(), [this](WordId word) { return has(word); });
}

/// "(observer)", "(associate member)".
bool RelationWords::in_brackets(std::uint32_t token) const {
  for (std::uint32_t back = 1; back <= longest_label && back <= token; ++back) {
    if (a_.is_punctuation(token - back, "(")) return true;
  }
  return false;
}

bool RelationWords::may_tell(const LexicalUnit& unit, std::uint32_t token) const {
  if (!unit.with.empty() && !any_of(unit.with)) return false;
  if (unit.implied && (a_.tokens[token].capital || !unit.with.empty())) return true;
  if (unit.bare) return true;  // the body may be the object of a verb joined to it
  if (unit.part == LexicalUnit::Part::predicate && (anaphor_ || in_brackets(token))) return true;
  return std::any_of(unit.body.begin(), unit.body.end(), [this](const Place& place) {
    return place.kind != Place::Kind::oblique || any_of(place.prepositions);
  });
}

}  // namespace attache
