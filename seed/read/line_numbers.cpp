// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/read/furniture.h"
#include "seed/read/page_lines.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

/// Numbered lines that show that lines are numbered, and how many of ten have to be.
constexpr std::size_t fewest_numbered = 5, most_of_ten = 8;
/// Where only each fifth line is numbered, so many numbers show it.
constexpr std::size_t step = 5, fewest_fifths = 3;

struct Numbered {
  std::size_t line = 0;
  std::size_t place = 0;  ///< among the lines that are not blank
  std::uint32_t number = 0;
  std::size_t begin = 0, end = 0;  ///< bytes of `whole`: the number, and behind the blanks after it
};

bool blank(char c) { return c == ' ' || c == '\t'; }

/// "12  the Council", "12": a number before the line's words.
bool read_number(std::string_view whole, Numbered& out) {
  std::size_t at = 0;
  while (at < whole.size() && blank(whole[at])) ++at;
  out.begin = at;
  for (; at < whole.size() && at < out.begin + 4 && ascii::is_digit(whole[at]); ++at)
    out.number = out.number * 10 + static_cast<std::uint32_t>(whole[at] - '0');
  if (at == out.begin || (at < whole.size() && !blank(whole[at]) && whole[at] != '\r'))
    return false;
  while (at < whole.size() && blank(whole[at])) ++at;
  out.end = at;
  return true;
}

std::string_view rest_of(const PageLine& line, const Numbered& numbered) {
  return line.whole.substr(numbered.end);
}

/// Sentences run on over numbered lines: no list of items.
bool runs_on(const std::vector<PageLine>& lines, const std::vector<Numbered>& numbered) {
  std::size_t going_on = 0;
  for (std::size_t i = 1; i < numbered.size(); ++i) {
    const auto before = rest_of(lines[numbered[i - 1].line], numbered[i - 1]);
    const auto here = rest_of(lines[numbered[i].line], numbered[i]);
    going_on += !here.empty() && ascii::is_lower(here.front()) && !ends_sentence(before);
  }
  return going_on * 4 >= numbered.size();
}

/// Each line has its number, which begins anew on each page or does not.
bool are_all(const std::vector<Numbered>& numbered, std::size_t count) {
  std::size_t rising = 0;
  for (std::size_t i = 0; i < numbered.size(); ++i)
    rising +=
        numbered[i].number == 1 || (i > 0 && numbered[i].number == numbered[i - 1].number + 1);
  return rising >= fewest_numbered && rising * 10 >= count * most_of_ten;
}

/// Only the fifth, the tenth and so on; keeps those.
bool are_fifths(std::vector<Numbered>& numbered) {
  std::erase_if(numbered, [](const Numbered& n) { return n.number % step != 0; });
  if (numbered.size() < fewest_fifths) return false;
  std::size_t steps = 0;
  for (std::size_t i = 1; i < numbered.size(); ++i)
    steps += numbered[i].number == numbered[i - 1].number + step &&
             numbered[i].place == numbered[i - 1].place + step;
  return steps * 10 >= (numbered.size() - 1) * most_of_ten;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t\r\v"), text.size());
  const auto end = text.find_last_not_of(" \t\r\v");
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

}  // namespace

bool drop_line_numbers(std::vector<PageLine>& lines) {
  std::vector<Numbered> numbered;
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.empty()) continue;
    Numbered one;
    one.line = i;
    one.place = count++;
    if (read_number(lines[i].whole, one)) numbered.push_back(one);
  }
  const bool all = are_all(numbered, count) && runs_on(lines, numbered);
  if (!all && !are_fifths(numbered)) return false;
  for (const Numbered& one : numbered) {
    PageLine& line = lines[one.line];
    line.whole.remove_prefix(one.end);
    line.text = trimmed(line.whole);
    line.length = line.text.size();
    line.furniture = 0;
  }
  return true;
}

}  // namespace attache
