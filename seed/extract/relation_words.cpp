// SPDX-License-Identifier: MIT
#include "seed/extract/relation_words.h"

#include <algorithm>
#include <iterator>

#include "seed/extract/relation_bodies.h"
#include "seed/text/ascii.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Tokens of a label before its noun, and the bracket: "(non-permanent member".
constexpr std::uint32_t longest_label = 4;
/// Tokens between a noun and what modifies it, at most: no noun has so many words before it.
constexpr std::uint32_t longest_noun = 12;

/// Cut by a line's end, or at hyphens beyond ASCII.
bool broken(std::string_view token) {
  return token.find_first_of("\r\n") != std::string_view::npos ||
         token.find("\u2010") != std::string_view::npos ||
         token.find("\u2011") != std::string_view::npos;
}

/// "we've": the tree has "we".
bool contracted(std::string_view token) {
  return token.find('\'', 1) != std::string_view::npos ||
         token.find("\u2019", 1) != std::string_view::npos;
}

/// One of the tokens, which are in rising order, stands before that one and not far.
bool right_before(const std::vector<std::uint32_t>& tokens, std::uint32_t token) {
  const auto behind = std::lower_bound(tokens.begin(), tokens.end(), token);
  return behind != tokens.begin() && token - *std::prev(behind) <= longest_noun;
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

RelationWords::RelationWords(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                             const StateWords& states)
    : a_(analysis), mentions_(mentions), states_(states) {
  for (const auto& hit : a_.hits) {
    const auto* cue = a_.cue(hit);
    if (cue != nullptr && cue->table == Table::organizations) cued_.push_back(hit.sentence);
  }
}

bool RelationWords::in(std::uint32_t number) {
  const auto& sentence = a_.sentences[number];
  if (sentence.last - sentence.first > Trees::longest_sentence) return false;
  const auto& units_of = a_.frames.units_of;
  bool collected = false;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    // A body's name is no unit, whatever its words: "United Nations".
    if (states_.mention_at(t) != StateWords::no_mention) continue;
    const auto units = units_of.find(a_.tokens[t].word);
    const bool part = units == units_of.end() && evoked_by_part(t);
    if (units == units_of.end() && !part) continue;
    if (!collected) {
      collect(sentence);
      collected = true;
      if (!may_be_held(number)) return false;
    }
    if (part) return true;
    for (const auto u : units->second) {
      if (may_tell(a_.frames.units[u], t)) return true;
    }
  }
  return false;
}

/// Whether the holder of a relation could be told. Where not, a relation gives no row, but it may
/// keep a cue in its sentence from giving one, and explanations tell of it.
bool RelationWords::may_be_held(std::uint32_t sentence) const {
  return held_ || broken_ || (state_noun_ && pointer_) || a_.trace != nullptr ||
         std::binary_search(cued_.begin(), cued_.end(), sentence);
}

/// The tree has "member" and "states" of "member-states".
bool RelationWords::evoked_by_part(std::uint32_t token) const {
  if (ascii::is_plain(a_.raw(token))) return false;
  const auto parts = parts_of(a_, token);
  return std::any_of(parts.begin(), parts.end(),
                     [this](WordId part) { return a_.frames.units_of.contains(part); });
}

void RelationWords::collect(const Sentence& sentence) {
  words_.clear();
  for (auto* tokens : {&units_, &anaphors_, &relatives_, &bodies_}) tokens->clear();
  broken_ = lists_ = held_ = state_noun_ = pointer_ = false;
  first_mission_ = nowhere;
  for (auto t = sentence.first; t < sentence.last; ++t) {
    note(a_.tokens[t].word, t);
    if (a_.frames.units_of.contains(a_.tokens[t].word)) units_.push_back(t);
    if (!ascii::is_plain(a_.raw(t))) note_parts(t);
    held_ = held_ || states_.same_name(t, t) || names_place(t);
    if (states_.mention_at(t) != StateWords::no_mention) note_body(t);
  }
  std::sort(words_.begin(), words_.end());
}

/// Of a token that is no plain word.
void RelationWords::note_parts(std::uint32_t token) {
  for (const auto part : parts_of(a_, token)) note(part, token);
  broken_ = broken_ || broken(a_.raw(token));
  lists_ = lists_ || a_.is_punctuation(token, ":");
  // A bracket may hold what the document's state is to the body before it.
  held_ = held_ || a_.is_punctuation(token, "(") || contracted(a_.raw(token));
}

void RelationWords::note(WordId word, std::uint32_t token) {
  words_.push_back({word, token});
  const auto is = [&](WordKind kind) { return a_.frames.is(word, kind); };
  if (is(WordKind::anaphor)) anaphors_.push_back(token);
  if (is(WordKind::relative)) relatives_.push_back(token);
  held_ = held_ || is(WordKind::own) || is(WordKind::possessive_own) || is(WordKind::anaphor) ||
          is(WordKind::reported_own);
  state_noun_ = state_noun_ || is(WordKind::state_noun);
  pointer_ = pointer_ || is(WordKind::pointer);
}

void RelationWords::note_body(std::uint32_t token) {
  const auto body = mentions_[states_.mention_at(token)].body;
  bodies_.push_back(token);
  if (first_mission_ == nowhere && body != no_body && a_.lexicon.bodies[body].kind == mission_kind)
    first_mission_ = token;
}

/// A city, which may stand for its state.
bool RelationWords::names_place(std::uint32_t token) const {
  return a_.names.at(token, NameKind::capital, a_.lexicon.names) != nullptr ||
         a_.names.at(token, NameKind::city, a_.lexicon.names) != nullptr;
}

/// One of the words stands at a token in [from, to).
bool RelationWords::any_of(const std::vector<WordId>& words, std::uint32_t from,
                           std::uint32_t to) const {
  return broken_ || std::any_of(words.begin(), words.end(), [&](WordId word) {
           const auto at = std::lower_bound(words_.begin(), words_.end(), Word{word, from});
           return at != words_.end() && at->word == word && at->token < to;
         });
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
  const bool predicate = unit.part == LexicalUnit::Part::predicate;
  if (predicate && (right_before(anaphors_, token) || in_brackets(token))) return true;
  if (lists_) return true;
  if (bodies_.empty()) return false;
  if (unit.bare) return true;  // the body may be the object of a verb joined to it
  return std::any_of(unit.body.begin(), unit.body.end(), [&](const Place& place) {
    if (may_stand(place, unit, token)) return true;
    // "not a member of the League but an observer": where the other unit has it.
    return predicate && std::any_of(units_.begin(), units_.end(), [&](std::uint32_t other) {
             return other < token && may_stand(place, unit, other);
           });
  });
}

/// Whether a body may stand there, seen from the unit at the token. The parser's arcs never cross:
/// what hangs on a word from its right stands right of it with all of its own words.
bool RelationWords::may_stand(const Place& place, const LexicalUnit& unit,
                              std::uint32_t token) const {
  if (place.kind == Place::Kind::modifier || place.kind == Place::Kind::possessor)
    return right_before(bodies_, token) || right_before(relatives_, token);
  if (place.kind != Place::Kind::oblique) return true;
  // Of what opens a verb's sentence only operations are taken.
  const auto opening = unit.part == LexicalUnit::Part::verb ? first_mission_ : bodies_.front();
  return (bodies_.back() > token && any_of(place.prepositions, token + 1)) ||
         (opening < token && any_of(place.prepositions, 0, token)) ||
         (!relatives_.empty() && any_of(place.prepositions));
}

}  // namespace attache
