// SPDX-License-Identifier: MIT
#include "seed/read/furniture.h"

#include <algorithm>
#include <array>
#include <utility>

#include "seed/text/ascii.h"

namespace attache {
namespace {

/// No line of page numbers, symbols and job numbers has more words.
constexpr int most_words = 8;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

template <typename Is>
bool all(std::string_view word, Is is) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is);
}

std::size_t count(std::string_view word, char c) {
  return static_cast<std::size_t>(std::count(word.begin(), word.end(), c));
}

/// "14/25" (two numbers) or "01/10/2015" (three).
std::size_t numbers_with_slashes(std::string_view word) {
  if (!digit(word.front()) || !digit(word.back()) ||
      !all(word, [](char c) { return digit(c) || c == '/'; }))
    return 0;
  return count(word, '/') + 1;
}

/// "A/RES/2625", "CCPR/C/21/Rev.1/Add.13", "S/PV.123". "3 A/60/825." is a note.
bool is_symbol(std::string_view word) {
  const auto slash = word.find('/');
  if (word.ends_with('.') || slash == std::string_view::npos || slash == 0 || slash > 6 ||
      word.size() > 40)
    return false;
  if (!all(word.substr(0, slash), upper)) return false;
  const bool numbered = std::any_of(word.begin(), word.end(), digit);
  return numbered && all(word, [](char c) {
           return digit(c) || upper(c) || lower(c) || c == '/' || c == '.' || c == '-' ||
                  c == '(' || c == ')';
         });
}

/// "25-10739", "GE.05-12345", "*2510739*".
bool is_job(std::string_view word) {
  if (word.size() > 4 && word.front() == '*' && word.back() == '*')
    return all(word.substr(1, word.size() - 2), [](char c) { return digit(c) || upper(c); });
  if (word.size() > 3 && upper(word[0]) && upper(word[1]) && word[2] == '.') word.remove_prefix(3);
  return (word.size() == 8 || word.size() == 9) && word[2] == '-' &&
         all(word.substr(0, 2), digit) && all(word.substr(3), digit);
}

/// "EH/gm": who typed the page, and how.
bool is_typist(std::string_view word) {
  const auto slash = word.find('/');
  if (slash == std::string_view::npos || slash < 2 || word.size() > 9) return false;
  const std::string_view second = word.substr(slash + 1);
  return all(word.substr(0, slash), upper) && second.size() > 1 && all(second, lower);
}

/// "6-10": the pages of a record that is not paged anew in each language.
bool is_range(std::string_view word) {
  const auto hyphen = word.find('-');
  return hyphen != std::string_view::npos && hyphen < 5 && word.size() - hyphen < 6 &&
         all(word.substr(0, hyphen), digit) && all(word.substr(hyphen + 1), digit);
}

/// What is left of the bars of a bar code.
bool is_bars(std::string_view line) {
  constexpr int fewest = 6;
  return std::count(line.begin(), line.end(), '|') >= fewest &&
         line.find_first_not_of("| !") == std::string_view::npos;
}

/// "(Mr. Olsen, Norlandia)" and nothing else.
bool is_speaker(std::string_view line) {
  constexpr std::size_t longest = 80;
  if (line.size() < 8 || line.size() > longest || line.front() != '(' || line.back() != ')')
    return false;
  return upper(line[1]) && line.find(". ") != std::string_view::npos &&
         line.find(", ") != std::string_view::npos &&
         line.find_first_of("0123456789;:?!") == std::string_view::npos;
}

/// "(E)", "(XXV)", "[10]".
bool is_bracketed(std::string_view word) {
  if (word.size() < 3 || word.size() > 12) return false;
  const bool closed =
      (word.front() == '(' && word.back() == ')') || (word.front() == '[' && word.back() == ']');
  return closed && all(word.substr(1, word.size() - 2),
                       [](char c) { return digit(c) || upper(c) || c == '-'; });
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "|" || word == "\u2013" || word == "\u2014" || word == "/";
}

struct Words {
  std::uint8_t bits = 0;
  int numbers = 0;
  bool page = false;    ///< the word "page" stands there
  bool beside = false;  ///< a bracket, which says nothing by itself
  bool roman = false;
  bool day = false;  ///< "051094", as it stands beside a job number
};

bool is_address(std::string_view word) {
  return word.starts_with("http://") || word.starts_with("https://") || word.starts_with("file://");
}

/// "[Page 412]", "{12}", "** 12 **": what stands between the marks. Numbers alone in round and
/// square brackets are those of paragraphs and notes.
std::string_view unwrapped(std::string_view line) {
  constexpr std::array<std::string_view, 7> pairs = {"[]", "()", "{}", "<>", "**", "~~", "=="};
  const std::string_view outer = line;
  for (const auto pair : pairs) {
    while (line.size() > 2 && line.front() == pair[0] && line.back() == pair[1])
      line = line.substr(1, line.size() - 2);
    if (line.size() == outer.size()) continue;
    while (!line.empty() && space(line.front())) line.remove_prefix(1);
    while (!line.empty() && space(line.back())) line.remove_suffix(1);
    const bool bracket = pair == "[]" || pair == "()";
    return !bracket || (!line.empty() && (line.front() | 0x20) == 'p') ? line : outer;
  }
  return line;
}

bool take(std::string_view word, Words& words) {
  if (is_dash(word)) return true;
  const std::string lower_case = ascii::lower_case(word);
  if (lower_case == "page" || lower_case == "p." || lower_case == "pg." || lower_case == "of")
    return words.page = words.page || lower_case != "of", true;
  if (word == "/..." || word == "./..." || word == "/\u2026" || word == "./..")
    return words.bits |= Furniture::job, true;
  if (is_address(word)) return words.bits |= Furniture::address, true;
  while (word.size() > 2 && word.front() == '-' && word.back() == '-')
    word = word.substr(1, word.size() - 2);
  if (all(word, digit)) {
    if (word.size() == 6) return words.day = true;
    return ++words.numbers, word.size() <= 4;
  }
  if (const auto numbers = numbers_with_slashes(word); numbers != 0)
    return words.bits |= numbers == 2 ? Furniture::page : std::uint8_t{0}, numbers <= 3;
  // "Page H123": of a gazette with several parts.
  if (words.page && word.size() > 1 && upper(word.front()) && all(word.substr(1), digit))
    return ++words.numbers, word.size() <= 6;
  if (is_range(word)) return ++words.numbers, true;
  if (is_typist(word)) return words.beside = true;
  if (is_job(word)) return words.bits |= Furniture::job, true;
  if (is_symbol(word)) return words.bits |= Furniture::symbol, true;
  if (is_bracketed(word)) return words.beside = true;
  words.roman = word.size() <= 7 && word.find_first_not_of("ivxlc") == std::string_view::npos;
  return words.roman;
}

}  // namespace

std::uint8_t furniture_of(std::string_view line) {
  if (is_bars(line)) return Furniture::job;
  if (is_speaker(line)) return Furniture::speaker;
  line = unwrapped(line);
  Words words;
  int count = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (space(line[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && !space(line[end])) ++end;
    if (++count > most_words || !take(line.substr(at, end - at), words)) return 0;
    at = end;
  }
  if (words.roman && (count > 3 || words.numbers > 0 || words.bits != 0)) return 0;
  const bool numbered = words.numbers > 0 && words.numbers <= (words.page ? 2 : 1);
  if (words.numbers > 0 && !numbered) return 0;
  if (numbered || words.roman) words.bits |= Furniture::page;
  if (words.day && (words.bits & Furniture::job) == 0) return 0;
  // An address alone may be a reference; beside a page's number it is the printer's.
  if (words.bits == Furniture::address) return 0;
  const bool alone = (words.bits & (Furniture::symbol | Furniture::job)) == 0;
  return alone && words.beside ? 0 : words.bits;
}

bool is_printed_head(std::string_view line) {
  const std::size_t end = std::min(line.find_first_of(" ,"), line.size());
  const std::string_view day = line.substr(0, end);
  const bool dated = day.size() >= 6 && day.size() <= 10 && digit(day.front()) &&
                     all(day, [](char c) { return digit(c) || c == '/' || c == '.' || c == '-'; });
  const std::size_t hour = std::min(line.find_first_not_of(" ,", end), line.size());
  const std::size_t colon = line.find(':', hour);
  return dated && colon != std::string_view::npos && colon - hour <= 2 && colon > hour &&
         digit(line[hour]) && colon + 1 < line.size() && digit(line[colon + 1]);
}

std::string without_numbers(std::string_view line) {
  std::string key;
  for (const char c : line) {
    if (space(c)) {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else if (!digit(c)) key += c;
    else if (key.empty() || key.back() != '#') key += '#';
  }
  return key;
}

std::vector<std::string> heads_of(std::string_view line, std::size_t page) {
  constexpr std::size_t longest = 9, most = 6;  // digits of a number; numbers that may count
  std::string as_it_stands;
  std::vector<std::pair<std::size_t, std::string>> counting;  // where each number ends, its head
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t begin = i;
    while (i < line.size() && digit(line[i])) ++i;
    if (i == begin) {
      const bool blank = space(line[i]);
      if (!blank) as_it_stands += line[i];
      else if (!as_it_stands.ends_with(' ')) as_it_stands += ' ';
      ++i;
      continue;
    }
    const std::string number(line.substr(begin, i - begin));
    if (number.size() <= longest && counting.size() < most) {
      const long before = std::stol(number) - static_cast<long>(page);
      counting.emplace_back(as_it_stands.size() + number.size(),
                            as_it_stands + '#' + std::to_string(before) + '#');
    }
    as_it_stands += number;
  }
  std::vector<std::string> heads = {as_it_stands};
  for (const auto& [end, head] : counting) heads.push_back(head + as_it_stands.substr(end));
  return heads;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const char c = line.back();
    if (c == '"' || c == '\'' || c == ')' || c == ']' || space(c)) line.remove_suffix(1);
    else if (line.ends_with("\u201D") || line.ends_with("\u2019")) line.remove_suffix(3);
    else if (line.ends_with("\u00BB")) line.remove_suffix(2);
    else break;
  }
  return !line.empty() && std::string_view(".?!:;").find(line.back()) != std::string_view::npos;
}

}  // namespace attache
