// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/extract/phrases.h"
#include "seed/extract/role_holder.h"
#include "seed/extract/words_in_text.h"

namespace attache {

/// A verb that a subject stands before.
bool RoleHolder::verb(std::uint32_t t, std::uint32_t begin) const {
  if (in_body(t) || a_.is_class(t, WordClass::preposition)) return false;
  if (a_.is_class(t, WordClass::auxiliary | WordClass::modal)) return true;
  const bool noun = a_.is_class(t, WordClass::noun | WordClass::adjective);
  if (t > begin && (is(a_, t - 1, PhraseRole::infinitive) || subject_pronoun(a_, t - 1) ||
                    is(a_, t - 1, WordKind::relative)))
    return a_.is_class(t, WordClass::verb_base | WordClass::verb_s | WordClass::verb_ed);
  if (noun) return false;
  if (a_.is_class(t, WordClass::verb_s | WordClass::verb_base)) return true;
  constexpr auto noun_goes_on =
      WordClass::determiner | WordClass::possessive | WordClass::adjective | WordClass::preposition;
  return a_.is_class(t, WordClass::verb_ed) && !a_.tokens[t].capital &&
         (t == begin || !a_.is_class(t - 1, noun_goes_on));
}

RoleHolder::Subject RoleHolder::before(std::uint32_t token, std::uint32_t sentence,
                                       bool capitals) const {
  const auto begin = clause_begin(a_, token, sentence);
  for (auto t = token; t-- > begin;) {
    if (!verb(t, begin)) continue;
    auto end = t;
    while (end > begin && a_.is_class(end - 1, WordClass::auxiliary | WordClass::modal |
                                                   WordClass::adverb | WordClass::negation))
      --end;
    const auto subject = before_verb(end, begin, sentence, capitals);
    if (subject.kind != Subject::Kind::none) return subject;
    t = end;
    if (t == begin) break;
  }
  return first_phrase(begin, token, sentence, capitals);
}

/// The subject that ends right before a verb; none where the verb only goes on with an earlier one.
RoleHolder::Subject RoleHolder::before_verb(std::uint32_t end, std::uint32_t begin,
                                            std::uint32_t sentence, bool capitals) const {
  if (end <= begin) return {};
  const auto last = end - 1;
  if (a_.is_punctuation(last, ",")) return first_phrase(begin, last, sentence, capitals);
  if (a_.is_class(last, WordClass::coordinator)) return {};
  if (is(a_, last, PhraseRole::infinitive)) {
    for (auto i = last; i-- > begin && last - i <= 4;) {
      const auto found = country_at(i, last, false);
      if (found && found->end == last && i > begin && !a_.is_class(i - 1, WordClass::preposition))
        return state(found->country);
    }
    if (last > begin && unnamed(last - 1)) return other();
    if (last > begin && a_.is_class(last - 1, WordClass::noun) && !verb(last - 1, begin))
      return possessor(last - 1, sentence);
    return {};
  }
  if (person_pronoun(last)) return other();
  if (thing_relative(last)) return antecedent(last);
  if (it(last)) return pronoun(last, sentence);
  auto first = end;
  while (first > begin) {
    const auto t = first - 1;
    if (a_.is_punctuation(t, ",;:") ||
        (a_.is_class(t, WordClass::relative | WordClass::subordinator) &&
         !a_.is_class(t, WordClass::preposition)) ||
        verb(t, begin))
      break;
    --first;
  }
  auto subject = classify(first, end, sentence, capitals);
  if (subject.kind == Subject::Kind::state) return subject;
  for (auto i = end; i-- > first && end - i <= 4;) {
    const auto found = state_at(i, end, capitals);
    if (found && found->end == end && i > first &&
        !a_.is_class(i - 1, WordClass::preposition | WordClass::possessive))
      return state(found->country);
  }
  if (subject.kind == Subject::Kind::none && first > begin)
    return first_phrase(begin, first, sentence, capitals);
  return subject;
}

/// The state right before "which" or "that".
RoleHolder::Subject RoleHolder::antecedent(std::uint32_t end) const {
  if (end > 0 && a_.is_punctuation(end - 1, ",")) --end;
  for (auto i = end; i-- > 0 && end - i <= 5;) {
    const auto found = state_at(i, end, false);
    if (found && found->end == end) return state(found->country);
  }
  return other();
}

/// The first noun phrase of a clause, behind what leads in to it.
RoleHolder::Subject RoleHolder::first_phrase(std::uint32_t begin, std::uint32_t end,
                                             std::uint32_t sentence, bool capitals) const {
  end = std::min(end, begin + longest_clause);
  auto t = begin;
  for (auto i = begin; i < end && i < begin + 4; ++i) {
    if (a_.is_punctuation(i, ":")) t = i + 1;  // "Memberships: Chile is"
  }
  for (int segment = 0; segment < 4 && t < end; ++segment) {
    while (t < end && (a_.is_class(t, WordClass::coordinator | WordClass::conjunctive_adverb) ||
                       a_.is_punctuation(t, ",\"(") ||
                       (a_.is_class(t, WordClass::adverb) &&
                        !a_.is_class(t, WordClass::determiner | WordClass::preposition))))
      ++t;
    if (t >= end) return {};
    const bool leads_in =
        a_.is_class(t, WordClass::preposition | WordClass::subordinator | WordClass::verb_ing) ||
        (a_.is_class(t, WordClass::verb_ed) &&
         !a_.is_class(t, WordClass::adjective | WordClass::noun) && !country_at(t, end, false));
    if (!leads_in || state_at(t, end, capitals)) return classify(t, end, sentence, capitals);
    const auto from = t;
    while (t < end && !a_.is_punctuation(t, ",")) ++t;
    if (t < end) continue;
    for (auto i = from + 1; i < end; ++i) {
      const auto found = state_at(i, end, capitals);
      if (found && !a_.is_class(i - 1, WordClass::preposition | WordClass::possessive |
                                           WordClass::determiner | WordClass::coordinator))
        return state(found->country);
    }
  }
  return {};
}

/// Whose phrase it is: its head decides.
RoleHolder::Subject RoleHolder::classify(std::uint32_t begin, std::uint32_t end,
                                         std::uint32_t sentence, bool capitals) const {
  auto t = begin;
  if (t < end && a_.is_class(t, WordClass::preposition | WordClass::verb_ing) &&
      !state_at(t, end, capitals))
    return {};
  for (; t < end && t < begin + 6; ++t) {
    const auto found = state_at(t, end, capitals);
    if (found) {
      if (found->end >= end) return state(found->country);
      const auto next = found->end;
      if (a_.is_word(next, "'s")) return state_noun(next + 1) ? state(found->country) : other();
      constexpr auto phrase_over = WordClass::preposition | WordClass::coordinator |
                                   WordClass::auxiliary | WordClass::modal | WordClass::adverb |
                                   WordClass::relative | WordClass::pronoun |
                                   WordClass::subordinator;
      const bool attribute =
          a_.tokens[next].kind == TokenKind::word && a_.is_class(next, WordClass::noun) &&
          !a_.is_class(next, phrase_over) && !verb(next, begin) &&
          !a_.is_class(next, WordClass::verb_s | WordClass::verb_ed | WordClass::verb_base);
      return attribute ? other() : state(found->country);
    }
    if (it(t)) return pronoun(t, sentence);
    if (in_body(t) || a_.is_class(t, WordClass::preposition) ||
        !(a_.is_class(t, lead_in) || a_.is_punctuation(t, "(\",")))
      break;
    if (a_.is_class(t, WordClass::noun) &&
        !a_.is_class(t, WordClass::adjective | WordClass::determiner))
      break;
  }
  return t < end ? other() : Subject{};
}

}  // namespace attache
