// SPDX-License-Identifier: MIT
#include "seed/extract/date_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "seed/extract/words_in_text.h"
#include "seed/text/ascii.h"

namespace attache {

using Kind = DateWord::Kind;

namespace {

/// Years in two figures, as telegrams have them, are of this century below it.
constexpr int first_of_last_century = 40;

}  // namespace

FoundDate DateReader::at(std::uint32_t t, std::uint32_t end) const {
  if (FoundDate iso = figures(t); iso.year != 0) {
    if (ends_range(t)) iso.day = 0;
    return iso;
  }
  if (const FoundDate sent = telegram(t, end); sent.year != 0) return sent;
  if (kind(t) == Kind::month) return month_first(t, end);
  if (const FoundDate day = day_in_words(t, end); day.day != 0) return day_first(day, end);
  return {};
}

/// "171542Z JUL 03": day, hour and zone, month, year, as telegrams have them.
FoundDate DateReader::telegram(std::uint32_t t, std::uint32_t end) const {
  constexpr std::size_t day_and_hour = 6;
  const std::string_view raw = a_.raw(t);
  if (t + 2 >= end || raw.size() != day_and_hour + 1 || raw.back() != 'Z') return {};
  const int day = figures_in(raw.substr(0, 2)), hour = figures_in(raw.substr(2, 4));
  if (day < 1 || hour < 0 || hour > 2359 || kind(t + 1) != Kind::month) return {};
  int year = year_at(t + 2);
  if (const std::string_view short_year = a_.raw(t + 2); year == 0 && short_year.size() == 2)
    year = figures_in(short_year);
  if (year < 0) return {};
  if (year < 100) year += year < first_of_last_century ? 2000 : 1900;
  return {year, month_at(t + 1), day, t + 3};
}

/// "5-6.XII.1991": of two days only the month is sure.
bool DateReader::ends_range(std::uint32_t t) const {
  return t > 1 && is_dash(t - 1) && day_at(t - 2) != 0 && !a_.tokens[t].space;
}

/// The number, or -1 where anything but figures is there.
int DateReader::figures_in(std::string_view text) {
  int value = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ptr == text.data() + text.size() ? value : -1;
}

int DateReader::month_at(std::uint32_t t) const {
  return a_.lexicon.date_words.at(a_.tokens[t].word).value;
}

/// The month that stands behind a day: "March", "mars", "III"; 0 where none does.
int DateReader::month_behind_day(std::uint32_t t) const {
  const auto is_numeral = [](char c) { return c == 'I' || c == 'V' || c == 'X'; };
  switch (kind(t)) {
    case Kind::month:
    case Kind::foreign: return month_at(t);
    case Kind::roman: return std::ranges::all_of(a_.raw(t), is_numeral) ? month_at(t) : 0;
    default: return 0;
  }
}

/// "24 February 1971", "7th of March, 2007", "eighteenth day of April 1961", "24. IV. 1971",
/// "3-5 October 1985" (of which only the month is sure).
FoundDate DateReader::day_first(FoundDate of_day, std::uint32_t end) const {
  const int day = of_day.day;
  std::uint32_t at = of_day.last;
  bool several = false;
  if (at + 1 < end && a_.raw(at) == "." && month_behind_day(at + 1) != 0) ++at;  // "12. May"
  while (at < end && (kind(at) == Kind::filler || joins(at))) {
    several = several || joins(at);
    ++at;
  }
  if (several && at < end && day_at(at) != 0) ++at;
  else if (several) return {};
  while (at < end && kind(at) == Kind::filler) ++at;
  const int month = at < end ? month_behind_day(at) : 0;
  if (month == 0) return {};
  FoundDate found{0, month, several ? 0 : day, at};
  if (const std::uint32_t until = other_month(at + 1, end); until > 0)
    return with_year({0, 0, 0, until}, after_mark(until, end), end);
  at = after_mark(at + 1, end);
  return with_year(found, at, end);
}

/// One past a second month, of "30 April - 2 May 1999"; 0 where there is none.
std::uint32_t DateReader::other_month(std::uint32_t at, std::uint32_t end) const {
  if (at + 2 >= end || !joins(at) || day_at(at + 1) == 0) return 0;
  at += 2;
  while (at < end && kind(at) == Kind::filler) ++at;
  return at < end && month_behind_day(at) != 0 ? at + 1 : 0;
}

/// "March 7, 2007", "March 2007".
FoundDate DateReader::month_first(std::uint32_t t, std::uint32_t end) const {
  FoundDate found{0, month_at(t), 0, t};
  std::uint32_t at = after_mark(t + 1, end);
  if (at < end && a_.tokens[at].word == a_.lexicon.little.the) ++at;
  if (at < end && year_at(at) == 0) {
    found.day = day_at(at);
    if (found.day == 0) return {};
    at = after_mark(at + 1, end);
    if (at < end && joins(at)) {
      found.day = 0;
      at = after_mark(at + 2, end);
    }
  }
  return with_year(found, at, end);
}

FoundDate DateReader::with_year(FoundDate found, std::uint32_t at, std::uint32_t end) const {
  while (at < end && (kind(at) == Kind::filler || is(a_, at, PhraseRole::before_year))) ++at;
  if (at >= end) return {};
  const int figures = year_at(at);
  const FoundDate year = figures != 0 ? FoundDate{figures, 0, 0, at + 1} : year_in_words(at, end);
  found.year = year.year;
  found.last = year.last;
  return found;
}

bool DateReader::joins(std::uint32_t t) const {
  const auto word = a_.tokens[t].word;
  return word == a_.lexicon.little.conjunction || word == a_.lexicon.little.to || is_dash(t) ||
         a_.raw(t) == "&";
}

bool DateReader::is_dash(std::uint32_t t) const {
  const std::string_view raw = a_.raw(t);
  return raw == "-" || raw == "--" || raw == "\u2013" || raw == "\u2014";
}

std::uint32_t DateReader::after_mark(std::uint32_t at, std::uint32_t end) const {
  return at < end && a_.is_punctuation(at, ",.") ? at + 1 : at;
}

/// 2005-09-17, 2005/9/17, 17.9.2005 and 17-9-2005 as one token or as several that touch; 03/04/2005
/// is read differently by two readers and is none.
FoundDate DateReader::figures(std::uint32_t t) const {
  if (a_.tokens[t].kind == TokenKind::punctuation) return {};
  std::uint32_t last = t + 1;
  while (last < size_ && last < t + 5 && !a_.tokens[last].space && !a_.tokens[last].newline) ++last;
  const std::string_view all = slice(a_.text, {a_.tokens[t].begin, a_.tokens[last - 1].end});
  if (const FoundDate named = with_month_name(all, last); named.year != 0) return named;
  if (const FoundDate roman = with_roman_month(all, last); roman.year != 0) return roman;
  std::array<int, 3> parts{};
  std::array<std::size_t, 3> widths{};
  std::size_t count = 0, at = 0;
  char mark = 0;
  for (; count < 3 && at < all.size(); ++count) {
    const auto read = std::from_chars(all.data() + at, all.data() + all.size(), parts[count]);
    widths[count] = static_cast<std::size_t>(read.ptr - all.data()) - at;
    if (widths[count] == 0 || widths[count] > 4) return {};
    at += widths[count];
    if (count == 2) continue;
    if (at >= all.size() || (mark != 0 && all[at] != mark)) return {};
    mark = all[at++];
  }
  if (count < 3 || (mark != '-' && mark != '.' && mark != '/')) return {};
  if (widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2 && widths[1] == widths[2])
    return {parts[0], parts[1], parts[2], last};
  if (widths[2] != 4 || widths[0] > 2 || widths[1] > 2) return {};
  const bool same = parts[0] == parts[1];
  if (mark == '.' || parts[0] > 12 || same) return {parts[2], parts[1], parts[0], last};
  if (parts[1] > 12) return {parts[2], parts[0], parts[1], last};
  return {};
}

/// "12-May-2003".
FoundDate DateReader::with_month_name(std::string_view all, std::uint32_t last) const {
  const std::size_t first = all.find('-'), second = all.rfind('-');
  if (first == std::string_view::npos || first == second || all.size() - second != 5) return {};
  const auto month = a_.lexicon.date_words.find(
      a_.lexicon.vocabulary.find(ascii::lower_case(all.substr(first + 1, second - first - 1))));
  const int day = figures_in(all.substr(0, first)), year = figures_in(all.substr(second + 1));
  const bool is_date = month != a_.lexicon.date_words.end() && month->second.kind == Kind::month &&
                       day > 0 && day <= 31 && year >= 1500;
  return is_date ? FoundDate{year, month->second.value, day, last} : FoundDate{};
}

/// "24.IV.1971", "3/XII/1985", "12-I-2001".
FoundDate DateReader::with_roman_month(std::string_view all, std::uint32_t last) const {
  const std::size_t first = all.find_first_of("./-");
  if (first == std::string_view::npos || all.size() - first > 10) return {};
  const std::size_t second = all.find(all[first], first + 1);
  if (second == std::string_view::npos || all.size() - second != 5) return {};
  const std::string_view numeral = all.substr(first + 1, second - first - 1);
  if (numeral.find_first_not_of("IVX") != std::string_view::npos) return {};
  const auto month =
      a_.lexicon.date_words.find(a_.lexicon.vocabulary.find(ascii::lower_case(numeral)));
  const int day = figures_in(all.substr(0, first)), year = figures_in(all.substr(second + 1));
  const bool is_date = month != a_.lexicon.date_words.end() && month->second.kind == Kind::roman &&
                       day > 0 && day <= 31 && year >= 1500;
  return is_date ? FoundDate{year, month->second.value, day, last} : FoundDate{};
}

/// "7", "7th", "eighteenth".
int DateReader::day_at(std::uint32_t t) const {
  if (kind(t) == Kind::ordinal) return a_.lexicon.date_words.at(a_.tokens[t].word).value;
  if (a_.tokens[t].kind == TokenKind::punctuation) return 0;
  const std::string_view raw = a_.raw(t);
  int day = 0;
  const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), day);
  const std::string_view rest(read.ptr,
                              static_cast<std::size_t>(raw.data() + raw.size() - read.ptr));
  const bool ordinal =
      a_.lexicon.phrase_words.has(PhraseRole::day_ending, a_.lexicon.vocabulary.find(rest));
  return read.ec == std::errc() && (rest.empty() || ordinal) && day >= 1 && day <= 31 ? day : 0;
}

int DateReader::year_at(std::uint32_t t) const {
  const std::string_view raw = a_.raw(t);
  int year = 0;
  const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), year);
  return raw.size() == 4 && read.ptr == raw.data() + 4 && year >= 1500 && year <= 2100 ? year : 0;
}

/// The day with one past its last token: "7th", "22 nd", "eighteenth", "twenty ninth", "Third
/// (3rd)"; "vingt-neuf" before a month of its language. Day 0 where none begins here.
FoundDate DateReader::day_in_words(std::uint32_t t, std::uint32_t end) const {
  FoundDate found{0, 0, day_at(t), t + 1};
  if (found.day != 0 && kind(t) == Kind::ordinal && tens_before(t) != 0) return {};
  if (const int tens = number(a_.raw(t)); found.day == 0 && (tens == 20 || tens == 30)) {
    const std::uint32_t ones = t + 1 < end && is_dash(t + 1) ? t + 2 : t + 1;
    const int one = ones < end && kind(ones) == Kind::ordinal ? day_at(ones) : 0;
    if (one > 0 && one < 10) found = {0, 0, tens + one, ones + 1};
  } else if (found.day != 0 && t + 1 < end && a_.tokens[t + 1].word != unknown_word &&
             a_.lexicon.phrase_words.has(PhraseRole::day_ending, a_.tokens[t + 1].word)) {
    ++found.last;
  }
  if (found.day == 0 && t + 1 < end && kind(t + 1) == Kind::foreign)
    found.day = std::max(number(a_.raw(t)), compound(a_.raw(t)));
  if (found.day > 31) found.day = 0;
  if (found.day != 0) found.last = behind_repeated(found.day, found.last, end);
  return found;
}

/// 20 of "twenty ninth", at "ninth": a day without what stands before it is another.
int DateReader::tens_before(std::uint32_t t) const {
  if (t == 0 || a_.tokens[t].blank) return 0;
  const std::uint32_t last = is_dash(t - 1) && t > 1 ? t - 2 : t - 1;
  return number(a_.raw(last));
}

/// Behind "(3rd)" and "(29)", where a day is written in words and figures.
std::uint32_t DateReader::behind_repeated(int day, std::uint32_t at, std::uint32_t end) const {
  if (at + 2 >= end || !a_.is_punctuation(at, "([")) return at;
  std::uint32_t close = at + 1;
  while (close < std::min(end, at + 4) && !a_.is_punctuation(close, ")]")) ++close;
  const bool same = close < end && a_.is_punctuation(close, ")]") &&
                    (day_at(at + 1) == day || compound(a_.raw(at + 1)) == day);
  return same ? close + 1 : at;
}

/// "one thousand nine hundred and sixty-one", "two thousand and five", "mil neuf cent cinquante";
/// of year 0 where there is none.
FoundDate DateReader::year_in_words(std::uint32_t at, std::uint32_t end) const {
  int year = 0, part = 0;
  std::uint32_t last = at;
  for (; at < std::min(end + 8, size_); ++at) {
    const auto found = a_.lexicon.date_words.find(a_.tokens[at].word);
    if (found == a_.lexicon.date_words.end()) {
      if (a_.tokens[at].word == a_.lexicon.little.conjunction || is_dash(at)) continue;
      const int both = compound(a_.raw(at));
      if (both == 0) break;
      part += both;
    } else if (found->second.kind == Kind::number) {
      part += found->second.value;
    } else if (found->second.kind == Kind::hundred || found->second.kind == Kind::thousand) {
      year += std::max(part, 1) * found->second.value;
      part = 0;
    } else {
      break;
    }
    last = at + 1;
  }
  year += part;
  return year >= 1500 && year <= 2100 ? FoundDate{year, 0, 0, last} : FoundDate{0, 0, 0, last + 1};
}

/// "sixty-one", which is one token.
int DateReader::compound(std::string_view raw) const {
  const std::size_t hyphen = raw.rfind('-');
  if (hyphen == std::string_view::npos) return 0;
  const int tens = number(raw.substr(0, hyphen)), ones = number(raw.substr(hyphen + 1));
  return tens == 0 || ones == 0 ? 0 : tens + ones;
}

int DateReader::number(std::string_view word) const {
  std::string low(word);
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  std::erase(low, '-');  // as words are folded
  const auto found = a_.lexicon.date_words.find(a_.lexicon.vocabulary.find(low));
  const bool is_number = found != a_.lexicon.date_words.end() && found->second.kind == Kind::number;
  return is_number ? found->second.value : 0;
}

DateWord::Kind DateReader::kind(std::uint32_t t) const {
  if (t >= size_ || a_.tokens[t].word == unknown_word) return Kind::none;
  const auto found = a_.lexicon.date_words.find(a_.tokens[t].word);
  if (found == a_.lexicon.date_words.end()) return Kind::none;
  // "may", "march": a month has its capital.
  return found->second.kind == Kind::month && !a_.tokens[t].capital ? Kind::none
                                                                    : found->second.kind;
}

bool DateReader::refuses(std::uint32_t t) const { return kind(t) == Kind::refusal || stamps(t); }

bool DateReader::stamps(std::uint32_t t) const {
  if (kind(t) == Kind::stamp) return true;
  const auto stands = [&](const std::vector<WordId>& phrase) {
    if (phrase.size() > size_ - t) return false;
    for (std::uint32_t i = 0; i < phrase.size(); ++i)
      if (a_.tokens[t + i].word != phrase[i]) return false;
    return true;
  };
  const auto& phrases = a_.lexicon.date_stamps;
  return t < size_ && std::any_of(phrases.begin(), phrases.end(), stands);
}

std::string written(const FoundDate& found) {
  namespace chr = std::chrono;
  const chr::year_month_day day{chr::year(found.year),
                                chr::month(static_cast<unsigned>(std::max(1, found.month))),
                                chr::day(static_cast<unsigned>(std::max(1, found.day)))};
  if (!day.ok()) return {};
  std::array<char, 40> text{};
  if (found.month == 0) std::snprintf(text.data(), text.size(), "%04d", found.year);
  else if (found.day == 0)
    std::snprintf(text.data(), text.size(), "%04d-%02d", found.year, found.month);
  else
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", found.year, found.month, found.day);
  return text.data();
}

}  // namespace attache
