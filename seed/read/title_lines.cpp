// SPDX-License-Identifier: MIT
#include "seed/read/title_lines.h"

#include <algorithm>

#include "seed/read/date.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {

using ascii::is_digit;
using ascii::is_letter;
using ascii::is_lower;
using ascii::lower_case;

namespace {

/// " 30.II.2005": a day in figures that the calendar lacks.
bool looks_like_figures(std::string_view words) {
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  return words.size() > 7 && is_digit(words.front()) &&
         words.find_first_not_of("0123456789./-IVX") == std::string_view::npos &&
         words.find_last_of("./-") == words.size() - 5;
}

/// " le 3 mars 1998", " 3 de marzo de 1998", " 31 June 2005": a day in other languages, or one that
/// the calendar lacks.
bool looks_like_day(std::string_view words) {
  const auto spaces = std::count(words.begin(), words.end(), ' ');
  const std::size_t year = words.rfind(' ') + 1, day = words.find_first_of("0123456789");
  return spaces >= 3 && spaces <= 5 && words.size() - year == 4 && day + 1 < year &&
         std::all_of(words.begin() + static_cast<std::ptrdiff_t>(year), words.end(), is_digit) &&
         words.find(" of ") == std::string_view::npos;
}

}  // namespace

std::string single_spaced(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text.substr(at, 2) == "\xC2\xA0";
    if (no_break || (text[at] >= 0 && text[at] <= ' ')) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      if (no_break) ++at;
      continue;
    }
    out += text[at];
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool begins_with_any(std::string_view text, std::string_view kind) {
  const WordList& phrases = word_list(kind);
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    const bool ends = text.size() == phrase.size() || !is_letter(phrase.back()) ||
                      (text.size() > phrase.size() && !is_letter(text[phrase.size()]));
    return text.starts_with(phrase) && ends;
  });
}

std::vector<std::string> words_of_line(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char byte : lower_case(text)) {
    const bool inside = is_letter(byte) || byte < 0 || byte == '\'' || byte == '-';
    if (inside) words.back() += byte;
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_dateline(std::string_view words) {
  const std::size_t comma = words.find(',');
  const std::string_view place = words.substr(0, std::min(comma, words.size()));
  // A year alone is a title's, and a date of more words stands in a sentence.
  const bool few = words.size() > 4 && std::count(words.begin(), words.end(), ' ') <= 3;
  if (few && !iso_date(words).empty()) return true;
  const std::size_t last = words.rfind(' ');
  if (last != std::string_view::npos && words.find(' ') == last &&
      looks_like_figures(words.substr(last)))
    return true;
  if (comma == std::string_view::npos || std::count(place.begin(), place.end(), ' ') >= 3)
    return false;
  const std::string_view day = words.substr(comma + 1);
  return !iso_date(day).empty() || looks_like_day(day) || looks_like_figures(day);
}

bool is_stamp(std::string_view line) {
  std::string words;
  for (const std::string& word : words_of_line(line)) {
    const bool latin = std::any_of(word.begin(), word.end(), is_lower);
    if (latin) words += (words.empty() ? "" : " ") + word;
  }
  const std::size_t mark = line.find_first_of(":0123456789");
  const std::string head = single_spaced(line.substr(0, std::min(mark, line.size())));
  return word_list("stamp").contains(words) || word_list("stamp").contains(lower_case(line)) ||
         word_list("stamp").contains(lower_case(head));
}

bool is_symbol_line(std::string_view line) {
  // "A/RES/2758 (XXVI)", "S/RES/242 (1967)"
  if (const std::size_t session = line.find(" ("); session < line.size() && line.back() == ')')
    line = line.substr(0, session);
  return line.find('/') != std::string_view::npos && line.find(' ') == std::string_view::npos &&
         std::none_of(line.begin(), line.end(), is_lower);
}

bool is_sitting(std::string_view line) {
  const auto words = words_of_line(line);
  if (words.empty() || words.size() > 5) return false;
  const bool item = begins_with_any(lower_case(line), "item");
  const bool numbered = is_digit(line.front()) || begins_with_any(words.front(), "ordinal");
  return item || (numbered && word_list("sitting").contains(words.back()));
}

bool is_letterhead(std::string_view paragraph) {
  if (!begins_with_any(lower_case(single_spaced(paragraph)), "letterhead")) return false;
  bool begins = true;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    const std::size_t end = std::min(paragraph.find_first_of(" \t\n", at), paragraph.size());
    const std::string_view word = paragraph.substr(at, end - at);
    begins = begins &&
             (word.empty() || !is_lower(word.front()) || word_list("unfinished").contains(word));
    at = end;
  }
  return begins;
}

}  // namespace attache
