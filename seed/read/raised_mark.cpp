// SPDX-License-Identifier: MIT
#include "seed/read/raised_mark.h"

#include <algorithm>
#include <string>

#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

constexpr std::size_t longest_mark = 24;
/// Raised behind a word these end an abbreviation: Mons^r, Gov^t, Gen^l, Esq^re.
constexpr std::string_view ends_of_words = "elnorsty";

bool is_sign(char c) {
  return std::string_view(".,;()[]*#- \t\n").find(c) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text, std::string_view signs) {
  const std::size_t begin = text.find_first_not_of(signs);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(signs) + 1 - begin);
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.size() <= 6 &&
         text.find_first_not_of("ivx") == std::string_view::npos;
}

/// The letters that `text` ends with.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && ascii::is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// What a mark may stand at: a whole word, or a sign that closes one. A short word in small letters
/// is a unit, a quantity or the beginning of an ordinal's; so is a Roman number.
bool is_whole(std::string_view before) {
  if (before.empty()) return false;
  const char last = before.back();
  if (!ascii::is_letter(last)) return !ascii::is_digit(last) && last != '(' && last != '[';
  const std::string_view word = last_word(before);
  if (word.find_first_not_of("IVXLCDM") == std::string_view::npos) return false;  // XXIe
  return word.size() >= 3 ||
         (word.size() == 2 && ascii::is_upper(word[0]) && ascii::is_upper(word[1]));
}

/// "note 3", "n. 15", "fn4", "ibid.": a word for notes, and a number perhaps.
bool is_note_word(std::string_view mark) {
  const std::size_t number = std::min(mark.find_first_of("0123456789"), mark.size());
  if (!std::all_of(mark.begin() + static_cast<std::ptrdiff_t>(number), mark.end(),
                   [](char c) { return ascii::is_digit(c) || is_sign(c); }))
    return false;
  std::string word;
  for (const char c : trimmed(mark.substr(0, number), ".,;()[] "))
    if (c != '.') word += ascii::lower(c);
  return word_list("note mark").contains(word) ||
         (number < mark.size() && word_list("note mark with number").contains(word));
}

/// "a", "A", "iv", "1a", "12b".
bool is_label(std::string_view item) {
  if (item.size() == 1) return ascii::is_letter(item[0]);
  if (is_roman(item)) return true;
  const std::size_t letter = item.find_first_not_of("0123456789");
  return letter > 0 && letter <= 3 && letter + 1 == item.size() && ascii::is_lower(item[letter]);
}

/// Labels, commas between them.
bool is_list_of_labels(std::string_view mark) {
  for (std::size_t at = 0; at <= mark.size();) {
    const std::size_t end = std::min(mark.find_first_of(",;", at), mark.size());
    const std::string_view item = trimmed(mark.substr(at, end - at), " \t\n");
    const bool number = !item.empty() && std::all_of(item.begin(), item.end(), ascii::is_digit);
    if (!number && !is_label(item)) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

bool marks_note(std::string_view raised, std::string_view before) {
  const std::string_view mark = trimmed(raised, " \t\n");
  if (mark.empty() || mark.size() > longest_mark) return false;
  if (is_note_word(mark)) return true;
  const bool bracketed =
      (mark.front() == '(' && mark.back() == ')') || (mark.front() == '[' && mark.back() == ']');
  const std::string_view inner = bracketed ? trimmed(mark.substr(1, mark.size() - 2), " ") : mark;
  if (inner.empty() || !is_list_of_labels(inner)) return false;
  if (bracketed) return before.empty() || !ascii::is_digit(before.back());
  const bool ends_word = inner.size() == 1 &&
                         ends_of_words.find(inner[0]) != std::string_view::npos &&
                         !before.empty() && ascii::is_letter(before.back());
  return is_whole(before) && !ends_word;
}

}  // namespace attache
