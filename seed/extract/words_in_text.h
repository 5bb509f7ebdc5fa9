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
