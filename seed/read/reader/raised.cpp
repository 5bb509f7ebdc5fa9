// SPDX-License-Identifier: MIT
#include "seed/read/reader/raised.h"

#include <algorithm>
#include <array>

#include "seed/read/raised_mark.h"
#include "seed/read/reader/block_writer.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::is_digit;
using ascii::is_letter;

using namespace std::string_view_literals;

/// Signs that stand in note marks besides digits, all of them whole UTF-8 characters.
constexpr std::array mark_signs = {","sv, ";"sv, "-"sv, "–"sv, "("sv, ")"sv, "["sv, "]"sv, " "sv,
                                   "."sv, "/"sv, "*"sv, "†"sv, "‡"sv, "§"sv, "¶"sv, "#"sv};
constexpr std::array lone_signs = {"*"sv, "†"sv, "‡"sv, "§"sv, "¶"sv, "#"sv};

/// Only digits and signs, and one at least that is a mark by itself.
bool is_number_mark(std::string_view raised) {
  bool found = false;
  while (!raised.empty()) {
    const auto sign = std::find_if(mark_signs.begin(), mark_signs.end(),
                                   [&](std::string_view one) { return raised.starts_with(one); });
    if (!is_digit(raised[0]) && sign == mark_signs.end()) return false;
    const bool lone = sign != mark_signs.end() &&
                      std::find(lone_signs.begin(), lone_signs.end(), *sign) != lone_signs.end();
    found = found || lone || is_digit(raised[0]);
    raised.remove_prefix(sign == mark_signs.end() ? 1 : sign->size());
  }
  return found;
}

/// A Roman number behind a word that is long enough to be whole or behind a
/// stop; letters behind a digit or a short beginning belong to it (1st, Mme, No).
bool is_roman_mark(std::string_view before, std::string_view raised) {
  if (before.empty()) return false;
  if (before.find_first_not_of("IVXLCDM") == std::string_view::npos) return false;  // XXIe
  const bool roman = raised.find_first_not_of("ivx") == std::string_view::npos;
  if (!roman) return false;
  const char last = before.back();
  return !is_digit(last) && (!is_letter(last) || before.size() >= 3);
}

/// The letter or Roman number of a note, at its beginning.
bool is_own_letter(std::string_view raised) {
  if (raised.size() == 1) return is_letter(raised[0]);
  return !raised.empty() && raised.find_first_not_of("ivx") == std::string_view::npos;
}

/// A power's base: ten, or a unit of measure.
bool is_base(std::string_view before) {
  constexpr std::array bases = {"10"sv, "m"sv,  "cm"sv, "dm"sv, "mm"sv,
                                "km"sv, "ft"sv, "mi"sv, "s"sv};
  const std::size_t start = before.find_last_of("/*(x·");
  if (start != std::string_view::npos) before.remove_prefix(start + 1);
  const std::size_t letters = std::min(before.find_first_not_of("0123456789.,"), before.size());
  if (letters < before.size() && letters > 0) before.remove_prefix(letters);  // 5km
  return std::find(bases.begin(), bases.end(), before) != bases.end();
}

/// A number of one or two digits, with a minus perhaps.
bool is_exponent(std::string_view raised) {
  if (raised.starts_with("-")) raised.remove_prefix(1);
  return !raised.empty() && raised.size() <= 2 &&
         std::all_of(raised.begin(), raised.end(), is_digit);
}

std::string without_brackets(std::string_view mark) {
  const std::size_t begin = mark.find_first_not_of("[( ");
  const std::size_t end = mark.find_last_not_of("]). ");
  if (begin == std::string_view::npos || end < begin) return std::string(mark);
  return std::string(mark.substr(begin, end + 1 - begin));
}

}  // namespace

std::string raised_digits(std::string_view digits) {
  constexpr std::array powers = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (const char byte : digits) {
    const bool digit = byte >= '0' && byte <= '9';
    if (digit) result += powers[static_cast<std::size_t>(byte - '0')];
    else if (result.empty()) result = "⁻";
  }
  return result;
}

Raised raised_text(std::string_view before, std::string_view raised, std::string_view next,
                   bool first) {
  const std::string text = folded(raised);
  if (is_number_mark(text)) {
    if (is_exponent(text) && is_base(before)) return {raised_digits(text), false};
    if (first) return {"[" + without_brackets(text) + "] ", false};
    const bool isotope = before.empty() && !next.empty() && is_letter(next[0]);
    return isotope ? Raised{text, false} : Raised{{}, true};
  }
  if (first && is_own_letter(text)) return {"[" + text + "] ", false};
  if (is_roman_mark(before, text) || marks_note(text, before)) return {{}, true};
  return {std::string(raised), false};
}

}  // namespace attache::reader
