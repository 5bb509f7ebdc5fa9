// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// Small questions about single tokens that the shallow syntax asks again and again.

/// The token's word; unknown_word behind the last token.
inline WordId word_at(const Analysis& a, std::uint32_t t) {
  return t < a.tokens.size() ? a.tokens[t].word : unknown_word;
}

/// How many tokens from `t` on are a phrase of that role; 0 where none is.
inline std::uint32_t phrase_at(const Analysis& a, std::uint32_t t, PhraseRole role) {
  if (t >= a.tokens.size() || a.tokens[t].word == unknown_word) return 0;
  return a.lexicon.phrase_words.match(role, a.tokens[t].word,
                                      [&](std::uint32_t i) { return word_at(a, t + i); });
}

inline bool is(const Analysis& a, std::uint32_t t, PhraseRole role) {
  return a.lexicon.phrase_words.has(role, word_at(a, t)) || phrase_at(a, t, role) != 0;
}

/// The token is a word of that kind.
inline bool is(const Analysis& a, std::uint32_t t, WordKind kind) {
  return a.frames.is(word_at(a, t), kind);
}

inline bool subject_pronoun(const Analysis& a, std::uint32_t t) {
  return is(a, t, PhraseRole::subject_pronoun);
}

/// A finite verb that no noun phrase contains: "is", "will", "has", "must".
inline bool finite(const Analysis& a, std::uint32_t t) {
  return a.is_class(t, WordClass::modal) || is(a, t, PhraseRole::finite);
}

inline bool coordinator(const Analysis& a, std::uint32_t t) { return is(a, t, PhraseRole::joins); }

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
