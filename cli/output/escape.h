// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Appends text so that it can't act on a terminal: line ends and tabs become one space each, other
/// control characters (C0, DEL, C1) and the bidirectional overrides U+202A-202E and U+2066-2069 are
/// written as \xHH or \u{HHHH}, and so are bytes that are not UTF-8.
void append_printable(std::string& out, std::string_view text);

/// The same as a value.
std::string printable(std::string_view text);

/// True for the characters that append_printable writes as \u{...}: C1 controls and bidirectional
/// overrides.
constexpr bool is_hidden_control(char32_t c) {
  return (c >= 0x80 && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// True where a spreadsheet would take the cell for a formula: it begins with = + - @, tab or
/// carriage return.
constexpr bool looks_like_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

/// A character of UTF-8 text.
struct Character {
  char32_t code = 0;
  std::size_t size = 1;  ///< bytes
  bool valid = false;    ///< false: one byte that is not UTF-8, its value in `code`
};

/// The character that begins at `at`, which must be inside the text.
Character character_at(std::string_view text, std::size_t at);

}  // namespace attache
