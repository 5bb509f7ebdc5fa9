// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_items.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

/// How far a neighbour is looked for.
constexpr std::size_t lines_around = 12;

constexpr std::array roman = {"i"sv,   "ii"sv,   "iii"sv, "iv"sv, "v"sv,  "vi"sv,
                              "vii"sv, "viii"sv, "ix"sv,  "x"sv,  "xi"sv, "xii"sv};

bool is_name_of_item(std::string_view name) {
  const auto alphanumeric = [](char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
  };
  return !name.empty() && name.size() < 5 && std::all_of(name.begin(), name.end(), alphanumeric);
}

/// The mark that a line begins with, without a bracket before it: "b)"; empty where there is none.
std::string_view mark_of(std::string_view text) {
  if (text.starts_with('(')) text.remove_prefix(1);
  const std::size_t end = text.substr(0, 6).find(')');
  if (end == std::string_view::npos || !is_name_of_item(text.substr(0, end))) return {};
  return text.substr(0, end + 1);
}

void add_numbers(std::string_view name, std::vector<std::string>& out) {
  int number = 0;
  for (const char digit : name) number = number * 10 + (digit - '0');
  out.push_back(std::to_string(number + 1) + ')');
  if (number > 1) out.push_back(std::to_string(number - 1) + ')');
}

void add_letters(char letter, std::vector<std::string>& out) {
  if (letter != 'a' && letter != 'A') out.push_back({static_cast<char>(letter - 1), ')'});
  if (letter != 'z' && letter != 'Z') out.push_back({static_cast<char>(letter + 1), ')'});
}

/// The marks before and behind one in counting; `i)` is a letter and a Roman number.
std::vector<std::string> neighbours_of(std::string_view mark) {
  const std::string_view name = mark.substr(0, mark.size() - 1);
  std::vector<std::string> out;
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  if (std::all_of(name.begin(), name.end(), is_digit)) {
    add_numbers(name, out);
    return out;
  }
  if (name.size() == 1) add_letters(name[0], out);
  const auto found = std::find(roman.begin(), roman.end(), name);
  if (found == roman.end()) return out;
  if (found != roman.begin()) out.push_back(std::string(*(found - 1)) + ')');
  if (found + 1 != roman.end()) out.push_back(std::string(*(found + 1)) + ')');
  return out;
}

/// Behind the line's beginning, with a blank or bracket before it and a blank behind it.
bool holds_inside(std::string_view text, const std::string& mark) {
  for (std::size_t at = text.find(mark, 2); at != std::string_view::npos;
       at = text.find(mark, at + 1)) {
    const bool bracket = text[at - 1] == '(';
    const std::size_t before = bracket ? at - 1 : at;
    const std::size_t end = at + mark.size();
    if (before > 0 && text[before - 1] == ' ' && (end == text.size() || text[end] == ' '))
      return true;
  }
  return false;
}

}  // namespace

bool counts_in_line(const std::vector<PdfLine>& lines, std::size_t at) {
  const std::string_view mark = mark_of(lines[at].text);
  if (mark.empty()) return false;
  const std::size_t begin = at > lines_around ? at - lines_around : 0;
  const std::size_t end = std::min(lines.size(), at + lines_around);
  for (const std::string& other : neighbours_of(mark))
    for (std::size_t i = begin; i < end; ++i)
      if (holds_inside(lines[i].text, other)) return true;
  return false;
}

}  // namespace attache::reader
