// SPDX-License-Identifier: MIT
#include "seed/extract/origin_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "seed/extract/analysis.h"

namespace attache {
namespace {

/// Tokens at both ends of the text among which its date may stand.
constexpr std::uint32_t head_tokens = 250;
constexpr std::uint32_t foot_tokens = 150;

/// A line of no more tokens is a dateline; one of more needs a word that announces the date.
constexpr std::uint32_t dateline_tokens = 14;

/// A line with such a word is looked at no further than this behind it.
constexpr std::uint32_t cue_reach = 30;

/// It opens the line, but for a noun or two before it ("Resolution adopted on").
constexpr std::uint32_t cue_depth = 3;

/// A line of a letterhead has no more tokens.
constexpr std::uint32_t short_line = 8;

using Kind = DateWord::Kind;

/// A date as it is read; 0 for what it does not say.
struct Found {
  int year = 0, month = 0, day = 0;
  std::uint32_t last = 0;  ///< one past its last token
};

class DateFinder {
 public:
  explicit DateFinder(const Analysis& analysis)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  std::string run() const {
    const std::uint32_t head = std::min(size_, head_tokens);
    const std::uint32_t foot = std::max(head, size_ - std::min(size_, foot_tokens));
    std::string found = in_lines(0, head, true);
    if (found.empty()) found = in_lines(foot, size_, true);
    if (found.empty()) found = in_lines(0, head, false);
    if (found.empty()) found = in_lines(foot, size_, false);
    return found;
  }

 private:
  /// The first date of the lines from `first` on: of those that announce one, or of datelines.
  std::string in_lines(std::uint32_t first, std::uint32_t limit, bool announced) const {
    for (std::uint32_t begin = first; begin < limit;) {
      std::uint32_t end = begin + 1;
      while (end < size_ && !a_.tokens[end].newline && !a_.tokens[end].blank) ++end;
      std::string found = announced ? announced_in(begin, end) : dateline(begin, end);
      if (!found.empty()) return found;
      begin = end;
    }
    return {};
  }

  std::string dateline(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin > dateline_tokens || has(begin, end, Kind::refusal)) return {};
    if (!begins(begin) && !stands_alone(begin, end)) return {};
    for (std::uint32_t t = begin; t < end; ++t) {
      const Found found = date_at(t, end);
      if (found.year == 0) continue;
      return small_words(begin, t) <= 2 && closes(found.last, end) ? written(found) : std::string();
    }
    return {};
  }

  /// A line of a block of short ones, as letterheads have, and not one of a paragraph's.
  bool stands_alone(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t before = begin;
    while (before > 0 && begin - before < short_line + 1 &&
           (before == begin || !starts_line(before)))
      --before;
    if (begin - before > short_line) return false;
    return end >= size_ || a_.tokens[end].blank || a_.tokens[end].kind != TokenKind::word ||
           a_.tokens[end].capital;
  }

  bool starts_line(std::uint32_t t) const { return a_.tokens[t].newline || a_.tokens[t].blank; }

  bool begins(std::uint32_t t) const {
    if (t == 0 || a_.tokens[t].blank) return true;
    const std::uint32_t sentence = a_.sentence_of[t];
    return sentence != Analysis::no_sentence && a_.sentences[sentence].first == t;
  }

  std::uint32_t small_words(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t small = 0;
    for (std::uint32_t t = begin; t < end; ++t) {
      const Token& token = a_.tokens[t];
      if (token.kind == TokenKind::word && !token.capital && kind(t) == Kind::none) ++small;
    }
    return small;
  }

  /// Behind a dateline's date stands an hour at most; a sentence goes on.
  bool closes(std::uint32_t last, std::uint32_t end) const {
    while (last < end && a_.tokens[last].kind == TokenKind::punctuation) ++last;
    return last >= end || a_.is_word(last, "at") || small_words(last, end) == 0;
  }

  std::string announced_in(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (kind(t) != Kind::cue || t - begin > cue_depth) continue;
      if (!a_.tokens[t].capital && !begins(begin)) continue;
      const std::uint32_t reach = std::min(size_, t + cue_reach);
      const std::uint32_t stop = stop_of(t, reach);
      if (has(begin, t, Kind::refusal) || has(t, stop, Kind::refusal)) return {};
      return date_between(t, stop);
    }
    return {};
  }

  /// Where a blank line or a sentence ends what the announcing word speaks of.
  std::uint32_t stop_of(std::uint32_t t, std::uint32_t reach) const {
    for (std::uint32_t at = t + 1; at < reach; ++at)
      if (a_.tokens[at].blank && at > t + 4) return at;
    return reach;
  }

  std::string date_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (const Found found = date_at(t, end); found.year != 0) return written(found);
    return {};
  }

  Found date_at(std::uint32_t t, std::uint32_t end) const {
    if (const Found iso = figures(t); iso.year != 0) return iso;
    if (kind(t) == Kind::month) return month_first(t, end);
    if (const int day = day_at(t)) return day_first(t, day, end);
    return {};
  }

  /// "24 February 1971", "7th of March, 2007", "eighteenth day of April 1961", "3-5 October 1985"
  /// (of which only the month is sure).
  Found day_first(std::uint32_t t, int day, std::uint32_t end) const {
    std::uint32_t at = t + 1;
    bool several = false;
    while (at < end && (kind(at) == Kind::filler || joins(at))) {
      several = several || joins(at);
      ++at;
    }
    if (several && at < end && day_at(at) != 0) ++at;
    else if (several) return {};
    while (at < end && kind(at) == Kind::filler) ++at;
    if (at >= end || kind(at) != Kind::month) return {};
    Found found{0, a_.lexicon.date_words.at(a_.tokens[at].word).value, several ? 0 : day, at};
    at = after_mark(at + 1, end);
    return with_year(found, at, end);
  }

  /// "March 7, 2007", "March 2007".
  Found month_first(std::uint32_t t, std::uint32_t end) const {
    Found found{0, a_.lexicon.date_words.at(a_.tokens[t].word).value, 0, t};
    std::uint32_t at = after_mark(t + 1, end);
    if (at < end && a_.is_word(at, "the")) ++at;
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

  Found with_year(Found found, std::uint32_t at, std::uint32_t end) const {
    while (at < end && (kind(at) == Kind::filler || a_.is_word(at, "in") || a_.is_word(at, "year")))
      ++at;
    if (at >= end) return {};
    found.year = year_at(at);
    if (found.year == 0) found.year = year_in_words(at, end);
    found.last = at + 1;
    return found;
  }

  bool joins(std::uint32_t t) const {
    return a_.is_word(t, "and") || a_.is_word(t, "to") || a_.raw(t) == "-" || a_.raw(t) == "--" ||
           a_.raw(t) == "\u2013";
  }

  std::uint32_t after_mark(std::uint32_t at, std::uint32_t end) const {
    return at < end && a_.is_punctuation(at, ",.") ? at + 1 : at;
  }

  /// 2005-09-17, 17.9.2005 and 2005/09/17 as one token or as several that touch; 03/04/2005 is read
  /// differently by two readers and is none.
  Found figures(std::uint32_t t) const {
    if (a_.tokens[t].kind == TokenKind::punctuation) return {};
    std::uint32_t last = t + 1;
    while (last < size_ && last < t + 5 && !a_.tokens[last].space && !a_.tokens[last].newline)
      ++last;
    const std::string_view all = slice(a_.text, {a_.tokens[t].begin, a_.tokens[last - 1].end});
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
    if (widths[0] == 4 && widths[1] == 2 && widths[2] == 2)
      return {parts[0], parts[1], parts[2], last};
    if (widths[2] != 4 || widths[0] > 2 || widths[1] > 2) return {};
    if (mark == '.' || parts[0] > 12) return {parts[2], parts[1], parts[0], last};
    if (parts[1] > 12) return {parts[2], parts[0], parts[1], last};
    return {};
  }

  /// "7", "7th", "eighteenth".
  int day_at(std::uint32_t t) const {
    if (kind(t) == Kind::ordinal) return a_.lexicon.date_words.at(a_.tokens[t].word).value;
    if (a_.tokens[t].kind == TokenKind::punctuation) return 0;
    const std::string_view raw = a_.raw(t);
    int day = 0;
    const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), day);
    const std::string_view rest(read.ptr,
                                static_cast<std::size_t>(raw.data() + raw.size() - read.ptr));
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return read.ec == std::errc() && (rest.empty() || ordinal) && day >= 1 && day <= 31 ? day : 0;
  }

  int year_at(std::uint32_t t) const {
    const std::string_view raw = a_.raw(t);
    int year = 0;
    const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), year);
    return raw.size() == 4 && read.ptr == raw.data() + 4 && year >= 1500 && year <= 2100 ? year : 0;
  }

  /// "one thousand nine hundred and sixty-one", "two thousand and five".
  int year_in_words(std::uint32_t at, std::uint32_t end) const {
    int year = 0, part = 0;
    for (; at < std::min(end + 8, size_); ++at) {
      const auto found = a_.lexicon.date_words.find(a_.tokens[at].word);
      if (found == a_.lexicon.date_words.end()) {
        if (a_.is_word(at, "and") || a_.raw(at) == "-") continue;
        const int both = compound(a_.raw(at));
        if (both == 0) break;
        part += both;
      } else if (found->second.kind == Kind::number) {
        part += found->second.value;
      } else if (found->second.kind == Kind::hundred || found->second.kind == Kind::thousand) {
        year += part * found->second.value;
        part = 0;
      } else {
        break;
      }
    }
    year += part;
    return year >= 1500 && year <= 2100 ? year : 0;
  }

  /// "sixty-one", which is one token.
  int compound(std::string_view raw) const {
    const std::size_t hyphen = raw.find('-');
    if (hyphen == std::string_view::npos) return 0;
    const int tens = number(raw.substr(0, hyphen)), ones = number(raw.substr(hyphen + 1));
    return tens == 0 || ones == 0 ? 0 : tens + ones;
  }

  int number(std::string_view word) const {
    std::string low(word);
    for (char& c : low)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto found = a_.lexicon.date_words.find(a_.lexicon.vocabulary.find(low));
    const bool is_number =
        found != a_.lexicon.date_words.end() && found->second.kind == Kind::number;
    return is_number ? found->second.value : 0;
  }

  Kind kind(std::uint32_t t) const {
    if (t >= size_ || a_.tokens[t].word == unknown_word) return Kind::none;
    const auto found = a_.lexicon.date_words.find(a_.tokens[t].word);
    if (found == a_.lexicon.date_words.end()) return Kind::none;
    // "may", "march": a month has its capital.
    return found->second.kind == Kind::month && !a_.tokens[t].capital ? Kind::none
                                                                      : found->second.kind;
  }

  bool has(std::uint32_t begin, std::uint32_t end, Kind wanted) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (kind(t) == wanted) return true;
    return false;
  }

  /// Empty where the calendar has no such day.
  static std::string written(const Found& found) {
    namespace chr = std::chrono;
    const chr::year_month_day day{chr::year(found.year),
                                  chr::month(static_cast<unsigned>(found.month)),
                                  chr::day(static_cast<unsigned>(std::max(1, found.day)))};
    if (!day.ok()) return {};
    std::array<char, 40> text{};
    if (found.day == 0)
      std::snprintf(text.data(), text.size(), "%04d-%02d", found.year, found.month);
    else
      std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", found.year, found.month, found.day);
    return text.data();
  }

  const Analysis& a_;
  const std::uint32_t size_;
};

}  // namespace

std::string date_in_text(const Analysis& analysis) { return DateFinder(analysis).run(); }

}  // namespace attache
