// SPDX-License-Identifier: MIT
#include "seed/text/line_layout.h"

#include <algorithm>
#include <map>

namespace attache {
namespace {

/// Lines that go on show a width from so many on, where so many of ten had no room for the next
/// word.
constexpr std::size_t fewest_lines = 3;
constexpr std::size_t full_of_ten = 9;
/// Columns that a line may be indented by, and that are looked at in a line.
constexpr std::uint32_t widest_indent = 12;
constexpr std::size_t longest_line = 1000;
constexpr std::uint32_t tab_stop = 8;

std::uint32_t columns(std::string_view part) {
  std::uint32_t count = 0;
  for (const char c : part) {
    if (c == '\t') count += tab_stop - count % tab_stop;
    else count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }
  return count;
}

bool ends_line(char c) { return c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

LineLayout::LineLayout(std::string_view text, const std::vector<Token>& tokens,
                       const std::vector<std::uint32_t>& going_on)
    : text_(text), tokens_(tokens) {
  learn_width(going_on);
  learn_indents(going_on);
}

std::uint32_t LineLayout::line_begin(std::uint32_t token) const {
  while (token > 0 && !tokens_[token].newline) --token;
  return token;
}

/// Columns before the token that begins a line.
std::uint32_t LineLayout::indent(std::uint32_t token) const {
  const std::size_t end = tokens_[token].begin;
  std::size_t at = end;
  while (at > 0 && !ends_line(text_[at - 1]) && end - at < longest_line) --at;
  return columns(text_.substr(at, end - at));
}

std::uint32_t LineLayout::end_of_line_before(std::uint32_t token) const {
  const std::uint32_t begin = line_begin(token - 1);
  const std::size_t length = tokens_[token - 1].end - tokens_[begin].begin;
  return indent(begin) +
         columns(text_.substr(tokens_[begin].begin, std::min(length, longest_line)));
}

/// Lines are filled to one width where those that go on had no room for the word that came next.
void LineLayout::learn_width(const std::vector<std::uint32_t>& going_on) {
  if (going_on.size() < fewest_lines) return;
  std::uint32_t widest = 0;
  for (const auto i : going_on) widest = std::max(widest, end_of_line_before(i));
  width_ = widest;
  const auto full = std::count_if(going_on.begin(), going_on.end(),
                                  [&](std::uint32_t i) { return is_full_before(i); });
  if (static_cast<std::size_t>(full) * 10 < going_on.size() * full_of_ten) width_ = 0;
}

void LineLayout::learn_indents(const std::vector<std::uint32_t>& going_on) {
  std::map<std::uint32_t, std::uint32_t> indented;  // the first line's indent, how often
  std::uint32_t hanging = 0;
  for (const auto i : going_on) {
    const std::uint32_t begin = line_begin(i - 1);
    const std::uint32_t before = indent(begin), here = indent(i);
    if (here > before) ++hanging;
    if (here < before && before <= widest_indent) ++indented[before];
  }
  std::uint32_t outdents = 0;
  for (const auto& [columns, count] : indented) {
    outdents += count;
    if (indent_ == 0 || count > indented[indent_]) indent_ = columns;
  }
  hanging_ = hanging > outdents;
  if (outdents <= hanging) indent_ = 0;
}

bool LineLayout::is_full_before(std::uint32_t i) const {
  if (width_ == 0) return false;
  const auto word = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  return end_of_line_before(i) + 1 + columns(word) > width_;
}

bool LineLayout::is_deeper(std::uint32_t first, std::uint32_t i) const {
  return indent(i) > indent(first);
}

bool LineLayout::hangs_from(std::uint32_t first, std::uint32_t i) const {
  return hanging_ && is_deeper(first, i);
}

bool LineLayout::follows_indent(std::uint32_t first, std::uint32_t i) const {
  return indent_ > 0 && indent(first) == indent_ && indent(i) < indent_;
}

bool LineLayout::begins_paragraph(std::uint32_t first, std::uint32_t i) const {
  if (!hanging_ && indent_ == 0) return false;
  const std::uint32_t before = indent(line_begin(i - 1)), here = indent(i);
  if (indent_ > 0) return here == indent_ && before < indent_;
  return before > indent(first) && here <= indent(first);
}

}  // namespace attache
