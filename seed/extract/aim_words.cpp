// SPDX-License-Identifier: MIT
#include "seed/extract/aim_words.h"

#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// A group that is longer does more than point.
constexpr std::uint32_t longest_pointer = 6;

}  // namespace

bool bare_word(const Analysis& a, std::uint32_t t) {
  return a.lexicon.has(a.tokens[t].word, WordFact::bare_aim);
}

bool action_word(const Analysis& a, std::uint32_t t) {
  return a.lexicon.has(a.tokens[t].word, WordFact::nominal_aim);
}

std::uint32_t group_end(const Analysis& a, std::uint32_t t, std::uint32_t limit) {
  while (t < limit && a.tokens[t].kind != TokenKind::punctuation && !coordinator(a, t) &&
         !a.is_class(t, WordClass::relative) &&
         !only_class(a, t, WordClass::preposition, WordClass::noun | WordClass::adjective))
    ++t;
  return t;
}

bool only_points(const Analysis& a, TokenRange phrase) {
  auto t = phrase.first;
  const bool verb = a.is_class(t, WordClass::verb_base) && !opens_noun_phrase(a, t);
  if (verb) ++t;
  if (t >= phrase.last || !opens_noun_phrase(a, t)) return false;
  const auto end = group_end(a, t, phrase.last);
  if (end < t + 2 || end - t > longest_pointer ||
      (end < phrase.last && !a.is_class(end, WordClass::relative)))
    return false;
  // "these specific goals", "our common goal, which ..."
  if (is(a, end - 1, PhraseRole::aim_noun) && !a.tokens[end - 1].capital) return true;
  return !verb && is(a, t, PhraseRole::points) && end == phrase.last && !a.tokens[end - 1].capital;
}

bool names_aim(const Analysis& a, TokenRange phrase) {
  if (a.is_class(phrase.first, WordClass::verb_ing))
    return phrase.size() > 1 || bare_word(a, phrase.first);
  auto end = group_end(a, phrase.first, phrase.last);
  // "a just and lasting peace": the group goes on behind joined adjectives.
  while (end + 1 < phrase.last && end > phrase.first && (coordinator(a, end) || comma(a, end)) &&
         only_class(a, end - 1, WordClass::adjective, WordClass::noun)) {
    end = group_end(a, end + 1, phrase.last);
  }
  if (end > phrase.first && is(a, end - 1, PhraseRole::stands_for)) return false;
  for (auto t = phrase.first; t < end; ++t) {
    // "our Organization" is a name, not an action.
    if ((bare_word(a, t) || action_word(a, t)) && (t == phrase.first || !a.tokens[t].capital))
      return true;
  }
  // "a more balanced community": what is still to be, unlike "the community".
  const bool indefinite = is(a, phrase.first, PhraseRole::indefinite);
  if (indefinite && phrase.size() > 3 && end < phrase.last &&
      a.is_class(end, WordClass::preposition))
    return true;
  if (is(a, phrase.first, PhraseRole::still_to_be)) return true;
  if (indefinite && end - phrase.first > 2 && !a.is_class(end - 1, WordClass::pronoun)) return true;
  // "the rule of law", "a world of peace"
  return end + 1 < phrase.last && is(a, end, PhraseRole::of) && bare_word(a, end + 1);
}

}  // namespace attache
