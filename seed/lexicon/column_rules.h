// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What a column of a file of the lexicon may hold: a row of seed/lexicon/columns/columns.csv.
struct ColumnRule {
  enum class Kind : std::uint8_t {
    text,       ///< anything
    word,       ///< one word, with a letter or digit in it
    words,      ///< one or more of them
    slug,       ///< lower-case letters and digits, joined by hyphens
    code,       ///< so many capitals as `of` tells
    year,       ///< four digits
    date,       ///< a year, a month or a day; not before the date in the column `of`
    number,     ///< from and to as `of` tells
    whole,      ///< the same without a fraction
    one,        ///< one of the values in `of`
    several,    ///< some of them, with spaces between
    of,         ///< what a row of a table has in a column: `of`
    list,       ///< several of them, with spaces between
    pattern,    ///< of the language of patterns: seen to where the rules are compiled
    form,       ///< a regular expression of ECMAScript
    condition,  ///< of body_ambiguities
  };
  std::string table, column;
  Kind kind = Kind::text;
  bool optional = false;  ///< may be empty
  bool key = false;       ///< together with the other keys of its table stands once in a file
  std::string of;
};

/// Of all tables, in their columns' order. Read anew at each call: only who lays files over the
/// built-in ones needs them.
std::vector<ColumnRule> column_rules();

/// Those of a table.
std::vector<ColumnRule> rules_of(const std::vector<ColumnRule>& all, std::string_view table);

}  // namespace attache
