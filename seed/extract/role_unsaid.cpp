// SPDX-License-Identifier: MIT
// Whose role it is where the words have no subject: notes, items of lists, places, and nouns that
// open a sentence.
#include <algorithm>

#include "seed/extract/phrases.h"
#include "seed/extract/role_holder.h"
#include "seed/extract/words_in_text.h"

namespace attache {

/// "Partnership with X is a priority of Turkmenistan": a noun that opens the sentence may name its
/// state behind.
std::optional<std::string> RoleHolder::opening(std::uint32_t cue, std::uint32_t from,
                                               std::uint32_t sentence) const {
  const auto& s = a_.sentences[sentence];
  if (cue > s.first + 2) return std::nullopt;
  if (is(a_, from, WordKind::came_about))
    return a_.own_state(cue);  // "Admission to X followed in 1955": the country whose story it is
  for (auto t = from; t < s.last && t < from + 20 && !a_.is_punctuation(t, ",;"); ++t) {
    const auto found = state_at(t, s.last, false);
    if (found &&
        (a_.is_class(t - 1, WordClass::preposition) || word_at(a_, t - 1) == a_.lexicon.little.the))
      return found->country;
  }
  return std::nullopt;
}

/// "has its seat in Riga": the place that ends the match decides, not the "its". A seat that is no
/// capital ("is headquartered in New York") says nothing of whoever stands before.
std::optional<std::string> RoleHolder::seat_state(const PatternMatch& match) const {
  for (auto t = match.last; t-- > match.first && match.last - t <= 4;) {
    if (const auto found = country_at(t, match.last, true)) return found->country;
  }
  return std::nullopt;
}

/// "(c) to become a member of": an item of a list of aims is said of the document's state.
bool RoleHolder::aim_item(const CueHit& hit) const {
  const auto first = a_.sentences[hit.sentence].first;
  for (auto t = first; t < hit.match.first && t < first + 4; ++t) {
    if (is(a_, t, PhraseRole::infinitive))
      return a_.is_class(t + 1, WordClass::verb_base) && hit.match.first < t + 6;
  }
  return false;
}

/// The match ends in the place where a body sits: "has its seat in Riga".
bool RoleHolder::ends_in_place(const CueHit& hit, const Cue& cue) const {
  const auto last = hit.match.last - 1;
  if (cue.effect != effect::host || cue.side == Side::after || !a_.tokens[last].capital ||
      in_body(last))
    return false;
  for (auto t = last; t-- > hit.match.first && last - t <= 6;) {
    if (is(a_, t, PhraseRole::site)) return true;
  }
  return false;
}

/// "Member of the OIC.", "Joined in 1997.": a note without subject and verb, as profiles have them,
/// is said of their state.
bool RoleHolder::fragment(std::uint32_t at, std::uint32_t object_end, const CueHit& hit) const {
  const auto& s = a_.sentences[hit.sentence];
  const bool opens_note = at == s.first || a_.is_punctuation(at - 1, ";") ||
                          (at <= s.first + 3 && a_.is_punctuation(at - 1, ":"));
  if (a_.own_state(at).empty() || !opens_note) return false;
  for (const auto t : {hit.match.first, hit.match.last - 1}) {
    if (is(a_, t, WordKind::role_plural)) return false;
  }
  const bool verb_first = a_.is_class(at, WordClass::verb_ed) &&
                          !a_.is_class(at, WordClass::adjective | WordClass::auxiliary);
  if (!verb_first &&
      a_.is_class(at, WordClass::verb_base | WordClass::verb_s | WordClass::verb_ing |
                          WordClass::verb_ed) &&
      !a_.is_class(at, WordClass::noun))
    return false;
  for (auto t = std::max(object_end, hit.match.last); t < s.last && !a_.is_punctuation(t, ";");
       ++t) {
    if (verb(t, s.first) || a_.is_class(t, WordClass::pronoun)) return false;
    if (a_.is_punctuation(t, ",") && state_at(t + 1, s.last, true))
      return false;  // "A founding member of X, Morocco"
  }
  return true;
}

/// A cue that is said of the document's own state where it names none.
std::optional<std::string> RoleHolder::own(const CueHit& hit) const {
  const auto& ours = a_.own_state(hit.match.first);
  const auto named = possessor(hit.match.first, hit.sentence);
  if (named.kind == Subject::Kind::state) return named.country;
  if (named.kind == Subject::Kind::other || ours.empty()) return std::nullopt;
  return ours;
}

}  // namespace attache
