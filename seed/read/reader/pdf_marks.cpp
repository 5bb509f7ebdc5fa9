// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_marks.h"

#include "seed/read/raised_mark.h"
#include "seed/text/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attache::reader {
namespace {

using ascii::is_digit;
using ascii::is_letter;

using namespace std::string_view_literals;

constexpr std::array powers = {"⁰"sv, "¹"sv, "²"sv, "³"sv, "⁴"sv,
                               "⁵"sv, "⁶"sv, "⁷"sv, "⁸"sv, "⁹"sv};
constexpr std::array ligatures = {std::pair("ﬀ"sv, "ff"sv),  std::pair("ﬁ"sv, "fi"sv),
                                  std::pair("ﬂ"sv, "fl"sv),  std::pair("ﬃ"sv, "ffi"sv),
                                  std::pair("ﬄ"sv, "ffl"sv), std::pair("ﬅ"sv, "st"sv),
                                  std::pair("ﬆ"sv, "st"sv)};

/// Removes what `text` begins with, where it is one of these.
template <typename Signs>
bool take(std::string_view& text, const Signs& signs) {
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  return false;
}

/// Digits and signs of which one at least is a mark by itself.
bool is_number_mark(std::string_view text) {
  constexpr std::array lone = {"*"sv, "†"sv, "‡"sv, "§"sv, "¶"sv, "#"sv};
  constexpr std::array beside = {","sv, ";"sv, "-"sv, "–"sv, "("sv, ")"sv, "["sv, "]"sv, "."sv};
  bool found = false;
  while (!text.empty()) {
    if (is_digit(text[0])) {
      text.remove_prefix(1);
      found = true;
    } else if (take(text, lone)) {
      found = true;
    } else if (!take(text, beside)) {
      return false;
    }
  }
  return found;
}

/// The digit of a raised digit that `text` ends with, or nothing.
std::string_view raised_end(std::string_view text) {
  for (const std::string_view power : powers)
    if (text.ends_with(power)) return power;
  return {};
}

std::string without_raised_end(std::string_view word) {
  std::string_view closing;
  if (!word.empty() && std::string_view(",.;:)").find(word.back()) != std::string_view::npos)
    closing = word.substr(word.size() - 1);
  std::string_view stem = word.substr(0, word.size() - closing.size());
  bool any = false;
  for (std::string_view end = raised_end(stem); !end.empty(); end = raised_end(stem)) {
    stem.remove_suffix(end.size());
    any = true;
  }
  if (!any || stem.empty() || is_power("2", stem)) return std::string(word);
  return std::string(stem) + std::string(closing);
}

}  // namespace

bool is_power(std::string_view raised, std::string_view stem) {
  constexpr std::array bases = {"10"sv, "m"sv, "cm"sv, "mm"sv, "km"sv, "ft"sv, "mi"sv, "dm"sv};
  if (raised.empty() || raised.size() > 2 || !std::all_of(raised.begin(), raised.end(), is_digit))
    return false;
  const std::size_t start = stem.find_last_of("/*(");
  if (start != std::string_view::npos) stem.remove_prefix(start + 1);
  const std::size_t letters = std::min(stem.find_first_not_of("0123456789.,"), stem.size());
  if (letters < stem.size()) stem.remove_prefix(letters);  // 5km
  return std::find(bases.begin(), bases.end(), stem) != bases.end();
}

bool is_note_mark(std::string_view raised, std::string_view stem) {
  if (is_number_mark(raised)) return raised.size() <= 12 && !is_power(raised, stem);
  const bool lone = raised.size() == 1 && raised[0] >= 'a' && raised[0] <= 'z';
  return (lone && stem.size() >= 3 && !is_digit(stem.back())) ||
         (!stem.empty() && marks_note(raised, stem));
}

std::string bare_mark(std::string_view mark) {
  const std::size_t begin = mark.find_first_not_of("[(");
  const std::size_t end = mark.find_last_not_of("]).,");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    return std::string(mark);
  return std::string(mark.substr(begin, end + 1 - begin));
}

bool closes(std::string_view word) {
  return !word.empty() && std::string_view(",.;:)]?!").find(word[0]) != std::string_view::npos;
}

std::string plain(std::string_view word) {
  std::string result;
  for (std::size_t i = 0; i < word.size();) {
    const auto found = std::find_if(ligatures.begin(), ligatures.end(), [&](const auto& ligature) {
      return word.substr(i).starts_with(ligature.first);
    });
    if (found == ligatures.end()) {
      result += word[i++];
    } else {
      result += found->second;
      i += found->first.size();
    }
  }
  return std::any_of(result.begin(), result.end(), is_letter) ? without_raised_end(result) : result;
}

}  // namespace attache::reader
