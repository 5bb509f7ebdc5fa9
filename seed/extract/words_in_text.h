// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// Small questions about single tokens that the shallow syntax asks again and again.

inline bool one_of(const Analysis& a, std::uint32_t t,
                   std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return a.is_word(t, w); });
}

/// How many tokens from `t` on are a phrase of that role; 0 where none is.
inline std::uint32_t phrase_at(const Analysis& a, std::uint32_t t, PhraseRole role) {
  if (t >= a.tokens.size() || a.tokens[t].word == unknown_word) return 0;
  return a.lexicon.phrase_words.match(role, a.tokens[t].word, [&](std::uint32_t i) {
    return t + i < a.tokens.size() ? a.tokens[t + i].word : unknown_word;
  });
}

inline bool is(const Analysis& a, std::uint32_t t, PhraseRole role) {
  return phrase_at(a, t, role) != 0;
}

inline bool subject_pronoun(const Analysis& a, std::uint32_t t) {
  return one_of(a, t, {"we", "i", "they", "he", "she", "it"});
}

/// A finite verb that no noun phrase contains: "is", "will", "has", "must".
inline bool finite(const Analysis& a, std::uint32_t t) {
  return a.is_class(t, WordClass::modal) ||
         one_of(a, t,
                {"is", "are", "was", "were", "am", "has", "had", "have", "does", "do", "did"});
}

inline bool coordinator(const Analysis& a, std::uint32_t t) {
  return a.is_word(t, "and") || a.is_word(t, "or");
}

/// "to promote"
inline bool infinitive_at(const Analysis& a, std::uint32_t t) {
  return is(a, t, PhraseRole::infinitive) && a.is_class(t + 1, WordClass::verb_base);
}

inline bool comma(const Analysis& a, std::uint32_t t) { return a.is_punctuation(t, ","); }

/// "the", "our", "all": what a noun phrase opens with.
inline bool opens_noun_phrase(const Analysis& a, std::uint32_t t) {
  return a.is_class(t, WordClass::determiner | WordClass::possessive | WordClass::quantifier);
}

/// Of that class and of none of the others.
inline bool only_class(const Analysis& a, std::uint32_t t, WordClass wanted, WordClass other) {
  return a.is_class(t, wanted) && !a.is_class(t, other);
}

}  // namespace attache
