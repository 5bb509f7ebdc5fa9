// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "seed/read/furniture.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(" \t\r"); at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = std::min(line.find_first_not_of(" \t\r", end), line.size());
  }
  return words;
}

bool is_address(std::string_view word) {
  return word.starts_with("http://") || word.starts_with("https://") || word.starts_with("file://");
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 4 &&
         std::all_of(word.begin(), word.end(), ascii::is_digit);
}

/// "1/3"
bool is_fraction(std::string_view word) {
  const std::size_t slash = word.find('/');
  return slash != std::string_view::npos && is_number(word.substr(0, slash)) &&
         is_number(word.substr(slash + 1));
}

using Words = std::vector<std::string_view>;

/// "1 of 3"
bool is_count(const Words& words, std::size_t at) {
  return at + 2 < words.size() && is_number(words[at]) && words[at + 1] == "of" &&
         is_number(words[at + 2]);
}

/// Day and hour end the line: "11/29/26, 9:11 PM", "29.11.2026, 21:11".
bool ends_with_day(std::string_view line, const Words& words) {
  constexpr std::size_t most = 3;
  for (std::size_t n = 2; n <= most && n <= words.size(); ++n) {
    const auto from = words[words.size() - n].data() - line.data();
    if (is_printed_head(line.substr(static_cast<std::size_t>(from)))) return true;
  }
  return false;
}

}  // namespace

std::uint8_t printed_parts(std::string_view line) {
  const Words words = words_of(line);
  if (words.empty()) return 0;
  const std::string_view trimmed =
      line.substr(static_cast<std::size_t>(words[0].data() - line.data()));
  std::uint8_t parts = 0;
  if (is_printed_head(trimmed) || ends_with_day(line, words)) parts |= Printed::day;
  if (is_address(words.front()) || is_address(words.back())) parts |= Printed::address;
  const bool three = words.size() >= 3;
  if (is_fraction(words.front()) || is_fraction(words.back()) || is_count(words, 0) ||
      (three && is_count(words, words.size() - 3)))
    parts |= Printed::count;
  return parts;
}

}  // namespace attache
