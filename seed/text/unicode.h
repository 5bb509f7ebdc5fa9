// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attache {

/// What a code point is to the tokenizer.
enum class CharClass : std::uint8_t { letter, digit, space, newline, hyphen, soft_hyphen, apostrophe, mark, punctuation };

/// A code point and its length in bytes. Invalid bytes come as U+FFFD of length 1.
struct CodePoint {
  std::int32_t value = 0;
  std::uint32_t bytes = 1;
};

/// Decodes the code point at `offset`, which must lie inside the text.
CodePoint decode(std::string_view text, std::size_t offset);

/// Class of any code point (Unicode general category, with the field's look-alikes unified:
/// curly and straight apostrophes, hyphens and non-breaking hyphens, no-break spaces).
CharClass classify(std::int32_t code_point);

/// True for upper-case and title-case letters.
bool is_upper(std::int32_t code_point);

}  // namespace attache
