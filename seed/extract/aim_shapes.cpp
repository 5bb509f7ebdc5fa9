// SPDX-License-Identifier: MIT
#include "seed/extract/aim_shapes.h"

#include "seed/extract/aim_words.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// So far behind a denial what is told instead may begin.
constexpr std::uint32_t longest_denial = 40;
/// So many tokens another verb has beside the one that it shares its object with.
constexpr std::uint32_t longest_sharer = 14;

bool infinitive(const Analysis& a, TokenRange part) {
  auto t = part.first;
  if (a.is_class(t, WordClass::negation) && part.size() > 2) t += 2;
  while (t + 1 < part.last && only_class(a, t, WordClass::adverb, WordClass::verb_base)) ++t;
  // A lone verb names no aim ("intended to serve").
  if (a.is_class(t, WordClass::verb_base)) return part.size() > 1;
  return a.tokens[t].word == unknown_word && t + 1 < part.last &&
         a.tokens[t + 1].kind == TokenKind::word &&
         (!a.is_class(t + 1, WordClass::preposition | WordClass::coordinator) ||
          (coordinator(a, t + 1) && a.is_class(t + 2, WordClass::verb_base)));
}

/// "stop this", "comply with it", "do so in due course"
bool points_back(const Analysis& a, TokenRange part) {
  if (!a.is_class(part.first, WordClass::verb_base)) return false;
  if (part.size() <= 3 && is(a, part.last - 1, PhraseRole::points)) return true;
  return part.size() > 2 && a.is_class(part.first, WordClass::auxiliary) &&
         is(a, part.first + 1, PhraseRole::points) &&
         only_class(a, part.first + 2, WordClass::preposition, WordClass::noun);
}

/// Says something: no pronoun, no clause, nothing that only points back ("this end", "these
/// principles").
bool substantial(const Analysis& a, TokenRange part) {
  constexpr auto closed = WordClass::pronoun | WordClass::relative | WordClass::subordinator |
                          WordClass::modal | WordClass::auxiliary | WordClass::coordinator |
                          WordClass::negation;
  if (a.is_class(part.first, closed) && !opens_noun_phrase(a, part.first) &&
      !a.is_class(part.first, WordClass::verb_ing))
    return false;
  if (is(a, part.first, PhraseRole::that) || subject_pronoun(a, part.first)) return false;
  if (is(a, part.first, PhraseRole::points) &&
      (part.size() == 1 || (part.size() == 2 && !a.tokens[part.first + 1].capital)))
    return false;
  if (part.size() == 2 && opens_noun_phrase(a, part.first) &&
      is(a, part.first + 1, PhraseRole::own_side))
    return false;
  for (auto t = part.first; t < part.last; ++t) {
    if (a.is_class(t, WordClass::noun | WordClass::verb_ing)) return true;
  }
  return false;
}

/// "universal schooling": what is to be, by an adjective and a noun that nothing tells of before.
bool described(const Analysis& a, TokenRange part) {
  const auto end = group_end(a, part.first, part.last);
  return end > part.first + 1 && !a.tokens[part.first].capital &&
         a.is_class(part.first, WordClass::adjective) && !is(a, end - 1, PhraseRole::stands_for) &&
         only_class(a, end - 1, WordClass::noun, WordClass::adjective);
}

}  // namespace

bool shaped(const Analysis& a, TokenRange part, Form form) {
  if (points_back(a, part) || only_points(a, part)) return false;
  switch (form) {
    case Form::infinitive: return infinitive(a, part);
    case Form::gerund: return a.is_class(part.first, WordClass::verb_ing) && part.size() > 1;
    case Form::noun: return substantial(a, part) && names_aim(a, part);
    case Form::outcome: return substantial(a, part) && (names_aim(a, part) || described(a, part));
    default: return infinitive(a, part) || substantial(a, part);
  }
}

std::uint32_t told_instead(const Analysis& a, std::uint32_t first, std::uint32_t limit) {
  const bool within = a.is_class(first, WordClass::negation);  // "not to yield"
  const auto governor = within ? first + 1 : first - 1;
  const bool governed =
      is(a, governor, PhraseRole::infinitive) || a.is_class(governor, WordClass::preposition);
  const auto denial = within ? first : governed ? first - 2 : first - 1;
  const bool denied = denial < first + 1 && a.is_class(denial, WordClass::negation) &&
                      !is(a, denial + 1, PhraseRole::only);
  if (!denied) return first;
  for (auto t = first + 1; t + 1 < limit && t < first + longest_denial; ++t) {
    if (a.is_punctuation(t, ";:")) break;
    if (!is(a, t, PhraseRole::but)) continue;
    auto next = t + 1;
    while (next < limit && a.is_class(next, WordClass::adverb)) ++next;
    if (!governed) return next;
    return a.tokens[next].word == a.tokens[governor].word ? next + 1 : limit;
  }
  return within && governed ? first : limit;
}

std::uint32_t shared_object(const Analysis& a, std::uint32_t first, std::uint32_t limit) {
  if (first + 2 >= limit || !comma(a, first) || !coordinator(a, first + 1)) return first;
  for (auto t = first + 2; t + 1 < limit && t < first + longest_sharer; ++t) {
    if (comma(a, t)) return opens_noun_phrase(a, t + 1) ? t + 1 : first;
  }
  return first;
}

}  // namespace attache
