// SPDX-License-Identifier: MIT
#include "seed/read/markdown_raised.h"

#include <algorithm>
#include <array>

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
  if (letters == 0)
    return before.ends_with("10") && (at == 2 || !ascii::is_digit(before[at - 3]));
  if (at > 0 && before[at - 1] == ' ') --at;
  return letters <= 2 && at > 0 && ascii::is_digit(before[at - 1]);
}

bool is_raised_mark(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ascii::is_digit(c) || std::string_view("*[]() ,").find(c) != std::string_view::npos;
  });
}

}  // namespace attache
