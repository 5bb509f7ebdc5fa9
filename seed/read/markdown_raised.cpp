// SPDX-License-Identifier: MIT
#include "seed/read/markdown_raised.h"

#include <algorithm>
#include <array>

#include "seed/read/raised_mark.h"
#include "seed/text/ascii.h"

namespace attache {

std::string_view raised_digit(char digit) {
  constexpr std::array<std::string_view, 10> powers = {"\u2070", "\u00B9", "\u00B2", "\u00B3",
                                                       "\u2074", "\u2075", "\u2076", "\u2077",
                                                       "\u2078", "\u2079"};
  return powers.at(static_cast<std::size_t>(digit - '0'));
}

bool takes_exponent(std::string_view before) {
  std::size_t at = before.size();
  while (at > 0 && ascii::is_lower(before[at - 1])) --at;
  const std::size_t letters = before.size() - at;
  if (letters == 0) return before.ends_with("10") && (at == 2 || !ascii::is_digit(before[at - 3]));
  if (at > 0 && before[at - 1] == ' ') --at;
  return letters <= 2 && at > 0 && ascii::is_digit(before[at - 1]);
}

bool is_raised_mark(std::string_view text, std::string_view before) {
  using namespace std::string_view_literals;
  constexpr std::array signs = {"*"sv,      "["sv,      "]"sv,      "("sv,     ")"sv, " "sv,
                                ","sv,      ";"sv,      "-"sv,      "."sv,     "#"sv, "\u2013"sv,
                                "\u2020"sv, "\u2021"sv, "\u00A7"sv, "\u00B6"sv};
  for (std::string_view rest = text; !rest.empty();) {
    const auto sign = std::find_if(signs.begin(), signs.end(),
                                   [&](std::string_view one) { return rest.starts_with(one); });
    if (sign == signs.end() && !ascii::is_digit(rest[0])) return marks_note(text, before);
    rest.remove_prefix(sign == signs.end() ? 1 : sign->size());
  }
  return true;
}

bool is_marked_word(std::string_view before) {
  std::size_t at = before.size();
  while (at > 0 && ascii::is_letter(before[at - 1])) --at;
  const std::string_view word = before.substr(at);
  if (word.empty())
    return !before.empty() &&
           std::string_view(".,;:?!)\"").find(before.back()) != std::string_view::npos;
  const bool acronym = std::all_of(word.begin(), word.end(), ascii::is_upper) && word.size() >= 2;
  return acronym || word.size() >= 4;
}

}  // namespace attache
