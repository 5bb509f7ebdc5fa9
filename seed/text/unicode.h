// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attache {

/// What a code point is to the tokenizer.
enum class CharClass : std::uint8_t {
  letter,
  digit,
  space,
  newline,
  hyphen,
  soft_hyphen,
  apostrophe,
  mark,
  punctuation
};

/// A code point and its length in bytes. Invalid bytes come as U+FFFD of length 1.
struct CodePoint {
  std::int32_t value = 0;
  std::uint32_t bytes = 1;
};

namespace unicode {

CodePoint decode_beyond_ascii(std::string_view text, std::size_t offset);
CharClass classify_beyond_ascii(std::int32_t code_point);
bool is_upper_beyond_ascii(std::int32_t code_point);

constexpr CharClass classify_ascii(int c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::letter;
  if (c >= '0' && c <= '9') return CharClass::digit;
  if (c == '\n' || c == '\r' || c == '\v' || c == '\f') return CharClass::newline;
  if (c <= ' ' || c == 0x7F) return CharClass::space;
  if (c == '-') return CharClass::hyphen;
  return c == '\'' || c == '`' ? CharClass::apostrophe : CharClass::punctuation;
}

inline constexpr auto ascii_classes = [] {
  std::array<CharClass, 128> table{};
  for (int c = 0; c < 128; ++c) table[static_cast<std::size_t>(c)] = classify_ascii(c);
  return table;
}();

}  // namespace unicode

/// Decodes the code point at `offset`, which must lie inside the text.
inline CodePoint decode(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? CodePoint{byte, 1} : unicode::decode_beyond_ascii(text, offset);
}

/// Class of any code point (Unicode general category, with the field's look-alikes unified:
/// curly and straight apostrophes, hyphens and non-breaking hyphens, no-break spaces; what has no
/// width inside a word is a soft hyphen).
inline CharClass classify(std::int32_t code_point) {
  const bool ascii = code_point >= 0 && code_point < 0x80;
  return ascii ? unicode::ascii_classes[static_cast<std::size_t>(code_point)]
               : unicode::classify_beyond_ascii(code_point);
}

/// A dash that texts out of typesetting have where a hyphen is meant ("Asia–Pacific"), and
/// elsewhere for a dash.
constexpr bool is_dash(std::int32_t code_point) {
  return (code_point >= 0x2012 && code_point <= 0x2015) || code_point == 0x2212 ||
         code_point == 0xFE58;
}

/// True for upper-case and title-case letters.
inline bool is_upper(std::int32_t code_point) {
  if (code_point < 0x80) return code_point >= 'A' && code_point <= 'Z';
  return unicode::is_upper_beyond_ascii(code_point);
}

}  // namespace attache
