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

/// A word of a code: "E8.", "O.JA1615".
bool is_code(std::string_view word) {
  return std::any_of(word.begin(), word.end(), is_digit);
}

/// "CIRCULAR E8. CONFIDENTIAL PRIORITY" without its numbers and the paper's kind.
std::string without_codes(std::string_view line) {
  std::string words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const bool paper = at == 0 && word_list("paper").contains(lower_case(word));
    if (!is_code(word) && !paper) (words += words.empty() ? "" : " ") += word;
    at = end + 1;
  }
  return words;
}

/// Several stamps stand in a row: "top secret personal and confidential".
bool are_stamps(std::string_view words) {
  if (words.empty()) return true;
  const WordList& stamps = word_list("stamp");
  return std::any_of(stamps.begin(), stamps.end(), [&](const std::string& stamp) {
    if (!words.starts_with(stamp)) return false;
    std::string_view rest = words.substr(stamp.size());
    if (rest.empty()) return true;
    if (rest.front() != ' ') return false;
    rest.remove_prefix(rest.starts_with(" and ") ? 5 : 1);
    return are_stamps(rest);
  });
}

/// Whether the words name an office, and whoever holds it.
struct Office {
  bool all = true;        ///< nothing but ranks, what they are of, small words and a name
  bool rank = false;      ///< "minister"
  bool honoured = false;  ///< "the Hon."
  std::size_t named = 0;  ///< further words: behind what honours them, or before all others
  std::size_t first = 0;  ///< of these, the words before all others
};

/// "Member for Maribyrnong", "Senator for South Australia": words behind a rank that has a place.
bool stands_for_place(const std::vector<std::string>& words, std::size_t at) {
  constexpr std::size_t longest_place = 3;
  for (std::size_t back = 1; back <= std::min(at, longest_place + 1); ++back)
    if (words[at - back] == "for" || words[at - back] == "of")
      return at > back && word_list("placed rank").contains(words[at - back - 1]);
  return false;
}

Office office_in(std::string_view line) {
  constexpr std::size_t longest_name = 3;
  Office out;
  const std::vector<std::string> words = words_of_line(line);
  std::size_t initials = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    initials += static_cast<std::size_t>(word.size() == 1);
    const bool honours = word_list("honorific").contains(word);
    out.rank = out.rank || word_list("rank").contains(word);
    out.honoured = out.honoured || honours;
    if (word.size() == 1 || honours || word_list("rank").contains(word) ||
        word_list("portfolio").contains(word) || word_list("unfinished").contains(word) ||
        stands_for_place(words, at))
      continue;
    const bool before_all = out.named + initials == at;
    out.first += static_cast<std::size_t>(before_all);
    out.all = out.all && (out.honoured || before_all) && ++out.named <= longest_name;
  }
  return out;
}

bool is_small_word(std::string_view word) {
  return !word.empty() && is_lower(word.front()) && !word_list("unfinished").contains(word);
}

/// Words in capitals, and small ones that join them.
bool is_set_in_capitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    if (is_small_word(text.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
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
  for (const std::string& word : words_of_line(without_codes(line))) {
    const bool latin = std::any_of(word.begin(), word.end(), is_lower);
    if (latin) words += (words.empty() ? "" : " ") + word;
  }
  const std::size_t mark = line.find_first_of(":0123456789");
  const std::string head = single_spaced(line.substr(0, std::min(mark, line.size())));
  return (!words.empty() && are_stamps(words)) || word_list("stamp").contains(lower_case(line)) ||
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
  constexpr int most_before = 3;  // "Royal Norwegian Ministry of"
  if (!is_set_in_capitals(paragraph)) return false;
  const std::string words = lower_case(single_spaced(paragraph));
  std::string_view rest = words;
  for (int before = 0; before <= most_before; ++before) {
    if (begins_with_any(rest, "letterhead")) return true;
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos || word_list("unfinished").contains(rest.substr(0, space)))
      return false;
    if (std::string_view(",;:.").find(rest[space - 1]) != std::string_view::npos) return false;
    rest.remove_prefix(space + 1);
  }
  return false;
}

bool is_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos &&
         word_list("label").contains(lower_case(single_spaced(line.substr(0, colon))));
}

bool is_room(std::string_view line) {
  constexpr std::size_t most_words = 7;
  auto words = words_of_line(line);
  if (words.size() < 2 || words.size() > most_words || !is_set_in_capitals(line)) return false;
  const bool joined = std::any_of(words.begin() + 1, words.end(), [](const std::string& word) {
    return word_list("unfinished").contains(word);
  });
  return !joined && word_list("room").contains(words.back());
}

bool is_clock(std::string_view line) {
  constexpr std::size_t longest_zone = 5;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0 || digits > 2) return false;
  std::string_view rest = line.substr(digits);
  bool minutes = false;
  if (rest.size() > 2 && std::string_view(":.h").find(rest.front()) != std::string_view::npos) {
    minutes = is_digit(rest[1]) && is_digit(rest[2]);
    if (!minutes) return false;
    rest.remove_prefix(3);
  }
  std::vector<std::string> words = words_of_line(rest);
  if (words.size() > 1 && words[0].size() == 1 && words[1].size() == 1) {  // "P.M."
    words[0] += words[1];
    words.erase(words.begin() + 1);
  }
  const bool hour = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word_list("hour").contains(word);
  });
  return (minutes || hour) && words.size() <= 4 && rest.find_first_of("0123456789") == rest.npos &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return word.size() <= longest_zone || word_list("hour").contains(word);
         });
}

bool is_reference(std::string_view line) {
  std::size_t codes = 0;
  bool labelled = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const auto letters = words_of_line(word);
    const bool label = !letters.empty() && word_list("label").contains(letters.front());
    labelled = labelled || (at == 0 && label);
    codes += static_cast<std::size_t>(is_code(word));
    const bool mark = word.size() <= 4 && std::none_of(word.begin(), word.end(), is_lower);
    const bool month = !iso_date("1 " + std::string(word) + " 2000").empty();
    if (!is_code(word) && !label && !mark && !month) return false;
    at = end + 1;
  }
  return codes > 2 || (labelled && codes > 0);
}

bool is_house(std::string_view line) {
  const std::string low = lower_case(line);
  const WordList& houses = word_list("house");
  return std::any_of(houses.begin(), houses.end(), [&](const std::string& house) {
    if (!low.starts_with(house)) return false;
    const std::string_view rest = std::string_view(low).substr(house.size());
    const bool placed = rest.starts_with(" of ") || rest.starts_with(", ");
    return rest.empty() || (placed && std::count(rest.begin(), rest.end(), ' ') <= 4);
  });
}

bool names_author(std::string_view line) {
  constexpr std::size_t most_words = 12;
  const auto words = words_of_line(line);
  return words.size() > 2 && words.size() <= most_words && words.front() == "by" &&
         is_set_in_capitals(line) &&
         std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word_list("rank").contains(word); });
}

bool is_office(std::string_view line) {
  const Office office = office_in(line);
  return office.rank && office.all && office.named == 0;
}

bool is_office_holder(std::string_view line) {
  const Office office = office_in(line);
  // Before an office, or what honours it, a name has two words.
  const bool named = office.first > 0 ? office.first > 1 && (office.rank || office.honoured)
                                      : office.honoured;
  return office.all && named && office.named > 0 && is_set_in_capitals(line);
}

bool are_office_holders(std::string_view paragraph) {
  bool named = false;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string line = single_spaced(paragraph.substr(at, end - at));
    const bool holder = is_office_holder(line);
    if (!holder && !is_office(line)) return false;
    named = named || holder;
    at = end + 1;
  }
  return named;
}

bool is_aside(std::string_view words) {
  const auto closes = [&](char open, char close) {
    return words.front() == open && words.find(close) == words.size() - 1;
  };
  return words.size() > 2 && (closes('(', ')') || closes('[', ']'));
}

bool is_row(std::string_view paragraph) { return paragraph.find(" | ") != std::string_view::npos; }

bool is_joiner(std::string_view line) {
  const auto words = words_of_line(line);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return word_list("joiner").contains(word) || word_list("unfinished").contains(word);
  });
}

}  // namespace attache
