// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "seed/lexicon/name_trie.h"
#include "seed/text/vocabulary.h"

namespace attache {

// Bits of PatternSet::Traits: word classes from below, then a bit for each kind of name, then
// these.
constexpr unsigned first_name_bit = 20;
constexpr std::uint32_t capital_word = 1u << 29;
constexpr std::uint32_t no_punctuation = 1u << 30;
constexpr std::uint32_t anything = 1u << 31;
static_assert(static_cast<std::uint32_t>(WordClass::quantifier) < 1u << first_name_bit);
static_assert(first_name_bit + static_cast<unsigned>(NameKind::person) < 29);

/// None for the kinds behind `person`, which no pattern asks for.
constexpr std::uint32_t name_bit(NameKind kind) {
  if (kind > NameKind::person) return 0;
  return 1u << (first_name_bit + static_cast<unsigned>(kind));
}

}  // namespace attache
