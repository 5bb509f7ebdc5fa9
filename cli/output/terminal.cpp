// SPDX-License-Identifier: MIT
#include "cli/output/terminal.h"

#include <utf8proc.h>

#include <algorithm>

#include "cli/output/escape.h"

namespace attache {
namespace {

std::size_t columns_of(const Character& c) {
  if (!c.valid) return 1;
  return static_cast<std::size_t>(
      std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.code))));
}

/// Bytes of the longest head of the text that fits, at least one character with what combines with
/// it.
std::size_t fitting_bytes(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    used += columns_of(c);
    if (used > width && at > 0) break;
    at += c.size;
  }
  return at;
}

/// Where a word that no line has room for is broken: where a reader would break an address.
bool breaks_behind(char c) { return c == '/' || c == '-' || c == ',' || c == '&' || c == '?'; }

/// Whether a word is what commands take as it stands: a reference or a slug, of several parts, or a
/// code with digits. Marks around it belong to the sentence that names it.
bool is_reference(std::string_view word) {
  constexpr std::string_view marks = "'\"()[].,;:?";
  const std::size_t first = word.find_first_not_of(marks);
  if (first == std::string_view::npos) return false;
  word = word.substr(first, word.find_last_not_of(marks) - first + 1);
  bool parts = false;
  for (const char c : word) {
    const bool joint = c == '-' || c == '/' || (c >= '0' && c <= '9');
    if (!joint && (c < 'a' || c > 'z')) return false;
    parts = parts || joint;
  }
  return parts && word.find_first_not_of("-/") != std::string_view::npos;
}

/// What is left of a text that is wrapped.
struct Rest {
  std::string_view text;
  bool within_word = false;  ///< it begins inside a word that had no room
};

/// Where a line of at most `limit` bytes ends: at a space; of a word that is longer behind a slash
/// or hyphen, or else at the limit; behind a reference.
std::size_t line_end(const Rest& rest, std::size_t limit) {
  const std::string_view text = rest.text;
  for (std::size_t at = limit; at > 0; --at)
    if (text[at] == ' ') return at;
  const std::size_t word_end = std::min(text.find(' '), text.size());
  if (!rest.within_word && is_reference(text.substr(0, word_end))) return word_end;
  for (std::size_t at = limit; at > 0; --at)
    if (breaks_behind(text[at - 1])) return at;
  return limit;
}

/// Takes one line off the text, and all blanks where it ends.
std::string take_line(Rest& rest, std::size_t width) {
  std::size_t end = fitting_bytes(rest.text, width);
  if (end < rest.text.size()) end = line_end(rest, end);
  std::string line(rest.text.substr(0, end));
  line.erase(line.find_last_not_of(' ') + 1);
  rest.text.remove_prefix(end);
  const std::size_t blanks = std::min(rest.text.find_first_not_of(' '), rest.text.size());
  rest.within_word = blanks == 0 && line.size() == end;
  rest.text.remove_prefix(blanks);
  return line;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    width += columns_of(c);
    at += c.size;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  if (width == 0) return {std::string(text)};
  std::vector<std::string> lines;
  Rest rest{text};
  do {
    lines.push_back(take_line(rest, width));
  } while (!rest.text.empty());
  return lines;
}

std::vector<std::string> wrap_hanging(std::string_view text, std::size_t width,
                                      std::size_t indent) {
  if (width == 0) return {std::string(text)};
  Rest rest{text};
  std::vector<std::string> lines{take_line(rest, width)};
  while (!rest.text.empty())
    lines.push_back(std::string(indent, ' ') +
                    take_line(rest, width > indent ? width - indent : 1));
  return lines;
}

std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ') continue;
    widest = std::max(widest, display_width(text.substr(begin, at - begin)));
    begin = at + 1;
  }
  return std::max(widest, display_width(text.substr(begin)));
}

}  // namespace attache
