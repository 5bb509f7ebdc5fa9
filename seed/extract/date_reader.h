// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// A date as it is read; 0 for what it does not say.
struct FoundDate {
  int year = 0, month = 0, day = 0;
  std::uint32_t last = 0;  ///< one past its last token
};

/// Reads dates from a document's tokens, as English writes them: in words, in figures, and as
/// telegrams do; and between a day and a year with months in Roman numerals or of other languages.
class DateReader {
 public:
  /// `analysis` must outlive this.
  explicit DateReader(const Analysis& analysis)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  /// The date that begins at a token and ends before another; of year 0 where none does.
  FoundDate at(std::uint32_t token, std::uint32_t end) const;

  /// What the lexicon says of a token; a month has its capital.
  DateWord::Kind kind(std::uint32_t token) const;
  bool is_dash(std::uint32_t token) const;
  /// What is stamped on a paper later begins here: "Declassified", "Approved for release".
  bool stamps(std::uint32_t token) const;
  /// By what begins here a line tells of another day: a stamp, "expires".
  bool refuses(std::uint32_t token) const;

 private:
  FoundDate telegram(std::uint32_t t, std::uint32_t end) const;
  bool ends_range(std::uint32_t t) const;
  static int figures_in(std::string_view text);
  FoundDate day_first(FoundDate day, std::uint32_t end) const;
  std::uint32_t other_month(std::uint32_t at, std::uint32_t end) const;
  FoundDate month_first(std::uint32_t t, std::uint32_t end) const;
  FoundDate with_year(FoundDate found, std::uint32_t at, std::uint32_t end) const;
  bool joins(std::uint32_t t) const;
  std::uint32_t after_mark(std::uint32_t at, std::uint32_t end) const;
  FoundDate figures(std::uint32_t t) const;
  FoundDate with_month_name(std::string_view all, std::uint32_t last) const;
  FoundDate with_roman_month(std::string_view all, std::uint32_t last) const;
  int month_at(std::uint32_t t) const;
  int month_behind_day(std::uint32_t t) const;
  int day_at(std::uint32_t t) const;
  FoundDate day_in_words(std::uint32_t t, std::uint32_t end) const;
  int tens_before(std::uint32_t t) const;
  std::uint32_t behind_repeated(int day, std::uint32_t at, std::uint32_t end) const;
  int year_at(std::uint32_t t) const;
  FoundDate year_in_words(std::uint32_t at, std::uint32_t end) const;
  int compound(std::string_view raw) const;
  int number(std::string_view word) const;

  const Analysis& a_;
  const std::uint32_t size_;
};

/// As ISO 8601 writes it; empty where the calendar has no such day.
std::string written(const FoundDate& date);

}  // namespace attache
