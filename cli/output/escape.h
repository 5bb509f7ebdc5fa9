// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Appends text so that it can't act on a terminal or look like another: line ends and tabs become
/// one space each, and what a reader would not see is written as \xHH or \u{HHHH}: control
/// characters (C0, DEL, C1), whatever is_hidden names, and bytes that are not UTF-8. The marks of a
/// search (cli/output/marks.h) stay.
void append_printable(std::string& out, std::string_view text);

/// The same as a value.
std::string printable(std::string_view text);

/// Appends text with a space in the place of each line end (LF, CR, CR LF), and nothing else
/// changed.
void append_flat(std::string& out, std::string_view text);

/// At most `limit` bytes of printable text, on one line: of a longer one the middle is left out, at
/// characters' borders and with an ellipsis in its place, so that both what failed and what to do
/// stay.
std::string one_line(std::string_view text, std::size_t limit = 1000);

/// True for characters with no picture of their own: by Unicode's categories controls, format
/// characters (zero-width, direction, tags, joiners), line and paragraph separators, surrogates,
/// private and unassigned ones; and by its property Default_Ignorable_Code_Point those that are not
/// shown (fillers, variation selectors).
bool is_hidden(char32_t c);

/// True where a spreadsheet would take the cell for a formula: it begins with = + - @, tab or a
/// line end.
constexpr bool looks_like_formula(std::string_view cell) {
  return !cell.empty() &&
         std::string_view("=+-@\t\r\n").find(cell.front()) != std::string_view::npos;
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
