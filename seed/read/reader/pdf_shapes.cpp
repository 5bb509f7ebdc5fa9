// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_shapes.h"

#include "seed/text/ascii.h"

#include <algorithm>
#include <string>
#include <vector>

namespace attache::reader {
namespace {

using ascii::is_digit;
using ascii::is_lower;
using ascii::is_upper;

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// The words of a line, at blanks and at these signs.
std::vector<std::string_view> words_of(std::string_view line, std::string_view signs) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find_first_of(signs, begin), line.size());
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 7 &&
         word.find_first_not_of("ivxlc") == std::string_view::npos;
}

bool is_page_word(std::string_view word) {
  std::string lower;
  for (const char byte : word) lower += is_upper(byte) ? static_cast<char>(byte + 32) : byte;
  return lower == "page" || lower == "of" || lower == "p" || lower == "p." || lower == "pages" ||
         word == "\u2013" || word == "\u2014" || word == "\u2022" || word == "\u00B7";
}

/// A/RES/60/1, CCPR/C/79, GE.05-12345: capitals first, parts of capitals and digits.
bool is_symbol(std::string_view word) {
  std::size_t letters = 0;
  while (letters < word.size() && is_upper(word[letters])) ++letters;
  if (letters == 0 || letters > 8 || letters >= word.size()) return false;
  const bool slash = word[letters] == '/';
  if (!slash && !(word[letters] == '.' && letters <= 3)) return false;
  const bool signs = std::all_of(word.begin(), word.end(), [](char byte) {
    return is_digit(byte) || is_upper(byte) || is_lower(byte) ||
           std::string_view("/.-()*").find(byte) != std::string_view::npos;
  });
  return signs && std::any_of(word.begin(), word.end(), is_digit);
}

/// (XXVI), (1999), (E)
bool is_bracketed(std::string_view word) {
  if (word.size() < 3 || word.front() != '(' || word.back() != ')') return false;
  const std::string_view inner = word.substr(1, word.size() - 2);
  return is_number(inner) || inner.find_first_not_of("IVXLCEFSRA") == std::string_view::npos;
}

/// 25-10739, GE.25-10739
bool is_job_number(std::string_view word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos) return false;
  std::string_view year = word.substr(0, dash);
  if (const std::size_t dot = year.find('.'); dot != std::string_view::npos && dot <= 2)
    year.remove_prefix(dot + 1);
  const std::string_view number = word.substr(dash + 1);
  return year.size() == 2 && is_number(year) && is_number(number) && number.size() >= 5 &&
         number.size() <= 6;
}

/// *2510739*
bool is_starred(std::string_view word) {
  return word.size() >= 7 && word.front() == '*' && word.back() == '*' &&
         is_number(word.substr(1, word.size() - 2));
}

}  // namespace

bool is_page_number(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line, " -/[]|");
  if (words.empty() || words.size() > 4) return false;
  bool number = false;
  for (const std::string_view word : words) {
    const bool digits = is_number(word) && word.size() <= 4;
    const bool year = digits && word.size() == 4 && (word[0] == '1' || word[0] == '2');
    if (year && words.size() == 1 && line.size() == 4) return false;
    if (!digits && !is_roman(word) && !is_page_word(word)) return false;
    number = number || digits || is_roman(word);
  }
  return number;
}

bool is_symbol_line(std::string_view line) {
  if (line == "/..." || line == "/\u2026" || line == "/\u2026/" || line == "/.../") return true;
  const std::vector<std::string_view> words = words_of(line, " ");
  bool symbol = false;
  for (const std::string_view word : words) {
    if (is_symbol(word)) symbol = true;
    else if (!is_bracketed(word) && !is_page_number(word) && !is_page_word(word)) return false;
  }
  return symbol && words.size() <= 6;
}

bool has_bar_code(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line, " ");
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_starred(words[i])) return true;
    const bool language = i + 1 < words.size() && is_bracketed(words[i + 1]);
    if (is_job_number(words[i]) && (language || words.size() == 1)) return true;
  }
  return false;
}

}  // namespace attache::reader
