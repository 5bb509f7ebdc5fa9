// SPDX-License-Identifier: MIT
#include "seed/read/date.h"

#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <optional>
#include <vector>

namespace attache {
namespace {

using ascii::is_digit;

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits.substr(0, 8)) value = value * 10 + (digit - '0');
  return value;
}

int days_in(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

/// A date of one, two or three parts; 0 stands for a part that is not known.
std::string written(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 0 || month > 12 || day < 0) return {};
  if (month > 0 && day > days_in(year, month)) return {};
  std::array<char, 40> text{};
  if (month == 0) std::snprintf(text.data(), text.size(), "%04d", year);
  else if (day == 0) std::snprintf(text.data(), text.size(), "%04d-%02d", year, month);
  else std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  return text.data();
}

int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::string lower;
  for (const char byte : word)
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  if (!lower.empty() && lower.back() == '.') lower.pop_back();
  if (lower.size() < 3) return 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names.at(i).substr(0, lower.size()) == lower) return static_cast<int>(i) + 1;
  for (int month = 1; month <= 12; ++month)
    if (word_list("month " + std::to_string(month)).contains(lower)) return month;
  return 0;
}

bool is_month_or_day(std::string_view text) {
  return are_digits(text) && text.size() <= 2 && number(text) > 0;
}

/// 2005-09-17, 2005/9/7, 2005.09.17, shorter ones, and what a time follows.
std::string from_separated(std::string_view text) {
  if (text.size() < 4 || !are_digits(text.substr(0, 4))) return {};
  if (text.size() == 4) return written(number(text), 0, 0);
  const char separator = text[4];
  if (separator != '-' && separator != '/' && separator != '.') return {};
  const std::string_view rest = text.substr(5);
  const std::size_t parts = rest.find(separator);
  const std::string_view month = rest.substr(0, parts);
  if (!is_month_or_day(month)) return {};
  // "2004-5" may be the two years 2004 and 2005.
  if (parts == std::string_view::npos)
    return month.size() == 2 ? written(number(text.substr(0, 4)), number(month), 0) : "";
  const std::string_view last = rest.substr(parts + 1);
  const std::string_view day = last.substr(0, last.find_first_of("T "));
  if (!is_month_or_day(day)) return {};
  return written(number(text.substr(0, 4)), number(month), number(day));
}

/// 20050917 and D:20050917101500+02'00'.
std::string from_compact(std::string_view text) {
  if (text.substr(0, 2) == "D:") text.remove_prefix(2);
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto digits = static_cast<std::size_t>(end - text.begin());
  if (digits != 8 && digits != 12 && digits != 14) return {};
  const int month = number(text.substr(4, 2));
  const int day = number(text.substr(6, 2));
  return month == 0 || day == 0 ? std::string{} : written(number(text.substr(0, 4)), month, day);
}

std::vector<std::string_view> words_of(std::string_view text, std::string_view apart = " ,\t") {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(apart, at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(apart, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

/// 7 of "7th"; the word itself where it is no ordinal.
std::string_view without_ordinal(std::string_view word) {
  const std::string_view end = word.size() > 2 ? word.substr(word.size() - 2) : "";
  const bool ordinal = end == "st" || end == "nd" || end == "rd" || end == "th";
  const std::string_view digits = ordinal ? word.substr(0, word.size() - 2) : word;
  return are_digits(digits) ? digits : word;
}

/// 17.9.2005, 17/09/2005, 17-9-2005 and 9/17/2005 where only one reading is a date; a time may
/// follow.
std::string from_figures(std::string_view text) {
  text = text.substr(0, text.find_first_of(" T"));
  const std::size_t first = text.find_first_of("./-"),
                    second = text.find(first < text.size() ? text[first] : '.', first + 1);
  if (second == std::string_view::npos) return {};
  const std::string_view a = text.substr(0, first), b = text.substr(first + 1, second - first - 1),
                         year = text.substr(second + 1);
  if (!is_month_or_day(a) || !is_month_or_day(b) || !are_digits(year) || year.size() != 4)
    return {};
  if (text[first] == '.' || number(a) > 12 || number(a) == number(b))
    return written(number(year), number(b), number(a));
  return number(b) > 12 ? written(number(year), number(a), number(b)) : std::string();
}

/// 17.IX.2005, 17 IX 2005, 17/IX/2005, 17-IX-2005, as much of Europe writes it; a time may follow.
std::string from_roman(std::string_view text) {
  constexpr std::array<std::string_view, 12> months = {"I",   "II",   "III", "IV", "V",  "VI",
                                                       "VII", "VIII", "IX",  "X",  "XI", "XII"};
  const std::vector<std::string_view> parts = words_of(text, " ./-\t");
  if (parts.size() < 3 || !is_month_or_day(parts[0])) return {};
  const auto month = std::find(months.begin(), months.end(), parts[1]);
  if (month == months.end() || !are_digits(parts[2]) || parts[2].size() != 4) return {};
  return written(number(parts[2]), static_cast<int>(month - months.begin()) + 1, number(parts[0]));
}

/// 17 September 2005, Saturday 17 Sep. 2005, September 17, 2005, September 2005; a time may follow.
std::string from_words(std::string_view text) {
  int year = 0, month = 0, day = 0;
  for (const std::string_view written_so : words_of(text)) {
    const std::string_view word = without_ordinal(written_so);
    if (are_digits(word) && word.size() == 4 && year == 0) year = number(word);
    else if (are_digits(word) && word.size() <= 2 && day == 0) day = number(word);
    else if (month == 0) month = month_named(word);
  }
  return year == 0 || month == 0 ? std::string{} : written(year, month, day);
}

}  // namespace

bool is_iso_date(std::string_view text) {
  return (text.size() == 4 || text.size() == 7 || text.size() == 10) &&
         from_separated(text) == text;
}

bool is_outside_calendar(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  const bool formed = text.size() == form.size() &&
                      std::equal(text.begin(), text.end(), form.begin(), [](char byte, char place) {
                        return place == '0' ? is_digit(byte) : byte == place;
                      });
  return formed && !is_iso_date(text);
}

bool is_more_precise(std::string_view date, std::string_view other) {
  return !other.empty() && date.size() > other.size() && date.starts_with(other);
}

std::string iso_date(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  for (const auto& form : {from_separated, from_compact, from_figures, from_roman, from_words})
    if (std::string date = form(text); !date.empty()) return date;
  return {};
}

}  // namespace attache
