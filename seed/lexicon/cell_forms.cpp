// SPDX-License-Identifier: MIT
#include "seed/lexicon/cell_forms.h"

#include <algorithm>
#include <charconv>
#include <regex>

#include "seed/text/ascii.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

using ascii::is_digit;
using ascii::is_lower;

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Two digits that make a number from 1 to `most`, behind a hyphen.
bool is_part(std::string_view text, int most) {
  if (text.size() != 3 || text[0] != '-' || !is_digit(text[1]) || !is_digit(text[2])) return false;
  const int value = (text[1] - '0') * 10 + (text[2] - '0');
  return value >= 1 && value <= most;
}

int days_of(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (leap && month == 2 ? 1 : 0);
}

/// No form of a scheme is longer, and a regular expression needs stack for each character.
constexpr std::size_t longest_expression = 200;

}  // namespace

bool is_slug(std::string_view text) {
  const bool letters = std::all_of(text.begin(), text.end(),
                                   [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  return letters && !text.empty() && text.front() != '-' && text.back() != '-' &&
         text.find("--") == std::string_view::npos;
}

bool is_code(std::string_view text, std::string_view range) {
  const bool capitals =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && number_within(std::to_string(text.size()), range).has_value();
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_date(std::string_view text) {
  if (!is_year(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (!is_part(text.substr(4, 3), 12)) return false;
  if (text.size() == 7) return true;
  const int year = std::stoi(std::string(text.substr(0, 4)));
  const int month = std::stoi(std::string(text.substr(5, 2)));
  return is_part(text.substr(7), days_of(year, month));
}

std::optional<double> number_within(std::string_view text, std::string_view range) {
  const auto value = number_of(text);
  const std::size_t dots = range.find("..");
  if (!value || dots == std::string_view::npos) return value;
  const auto least = number_of(range.substr(0, dots)), most = number_of(range.substr(dots + 2));
  if (!least || !most || !(*value >= *least && *value <= *most)) return std::nullopt;
  return value;
}

bool has_words(std::string_view text) {
  const std::string folded = fold_phrase(text);
  const bool letters = std::any_of(folded.begin(), folded.end(), [](char c) {
    return is_lower(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
  return letters && folded != "the";
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (static_cast<unsigned char>(c) < 0x20) || c == 0x7F; });
}

bool is_expression(const std::string& text) {
  if (text.size() > longest_expression) return false;
  try {
    const std::regex read(text);
    return read.mark_count() < longest_expression;
  } catch (const std::regex_error&) {
    return false;
  }
}

}  // namespace attache
