// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// Finds the state that a cue about a body speaks of. Shallow: possessors, the subject before the
/// verb, apposition, "as a member of X, we"; a state is "we", "my country", "the Government of X",
/// a country's name, a demonym with such a noun, or "it" where the sentence before spoke of a
/// state.
class RoleHolder {
 public:
  RoleHolder(const Analysis& analysis, const std::vector<BodyMention>& mentions);

  /// Alpha-3 of the state, empty where it is the document's own and that is not known.
  /// std::nullopt where the cue is said of someone else, or of no one.
  /// `object_end` is the token behind the cue's bodies.
  std::optional<std::string> find(const CueHit& hit, const Cue& cue, std::uint32_t object_end);

 private:
  /// Words that lead in to a noun.
  static constexpr auto lead_in = WordClass::determiner | WordClass::adjective | WordClass::adverb |
                                  WordClass::numeral | WordClass::quantifier |
                                  WordClass::conjunctive_adverb | WordClass::coordinator;
  struct Found {
    std::string country;
    std::uint32_t end = 0;  ///< token behind the words that name the state
  };
  struct Subject {
    enum class Kind { none, state, other } kind = Kind::none;
    std::string country;
  };

  Subject state(std::string country) const { return {Subject::Kind::state, std::move(country)}; }
  static Subject other() { return {Subject::Kind::other, {}}; }

  std::optional<Found> state_at(std::uint32_t t, std::uint32_t limit, bool capitals = false) const;
  std::optional<Found> country_at(std::uint32_t t, std::uint32_t limit, bool capitals) const;
  Subject inside(TokenRange match, std::uint32_t sentence, bool capitals) const;
  std::optional<std::string> opening(std::uint32_t cue, std::uint32_t from,
                                     std::uint32_t sentence) const;
  Subject possessor(std::uint32_t cue, std::uint32_t sentence) const;
  Subject before(std::uint32_t token, std::uint32_t sentence, bool capitals) const;
  Subject before_verb(std::uint32_t end, std::uint32_t begin, std::uint32_t sentence,
                      bool capitals) const;
  Subject antecedent(std::uint32_t end) const;
  Subject first_phrase(std::uint32_t begin, std::uint32_t end, std::uint32_t sentence,
                       bool capitals) const;
  Subject classify(std::uint32_t begin, std::uint32_t end, std::uint32_t sentence,
                   bool capitals) const;
  Subject topic(std::uint32_t sentence) const;
  Subject its(std::uint32_t t, std::uint32_t sentence) const;
  Subject named_right_before(std::uint32_t token) const;
  Subject subject_right_before(std::uint32_t verb) const;
  Subject object_before(std::uint32_t as, std::uint32_t sentence) const;
  Subject pronoun(std::uint32_t t, std::uint32_t sentence) const;
  Subject behind(std::uint32_t from, std::uint32_t sentence) const;
  std::uint32_t link(std::uint32_t cue, std::uint32_t sentence) const;
  bool names_itself(std::uint32_t link, std::uint32_t sentence) const;
  bool noun_first(const CueHit& hit) const;
  bool verb(std::uint32_t t, std::uint32_t begin) const;
  bool state_noun(std::uint32_t t) const;
  bool it(std::uint32_t t) const;
  bool its_at(std::uint32_t t) const;
  bool of(std::uint32_t t) const;
  bool adds_or_lists(std::uint32_t as) const;
  bool person_pronoun(std::uint32_t t) const;
  bool thing_relative(std::uint32_t t) const;
  bool unnamed(std::uint32_t t) const;
  const NameMatch* own_person_at(std::uint32_t t) const;
  bool we_contracted(std::uint32_t t) const;
  bool fragment(std::uint32_t at, std::uint32_t object_end, const CueHit& hit) const;
  bool aim_item(const CueHit& hit) const;
  bool ends_in_place(const CueHit& hit, const Cue& cue) const;
  std::optional<std::string> seat_state(const PatternMatch& match) const;
  std::optional<std::string> own(const CueHit& hit) const;
  bool in_body(std::uint32_t t) const { return in_body_[t]; }

  const Analysis& a_;
  std::vector<bool> in_body_;
  std::uint32_t earliest_ = 0;  ///< the first sentence that the cue at hand may speak of
};

}  // namespace attache
