// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/select.h"

namespace attache {

/// What a filter does with the value it is given before the value is bound.
enum class FilterKind {
  closed,       ///< must be one of `vocabulary`, whose value is bound
  part,         ///< must be, or be part of, a spelling in `vocabulary`
  date,         ///< ISO 8601, to the year, month or day
  folded,       ///< lower case, no diacritics
  wording,      ///< words that a text has, as has_text() takes them
  of_document,  ///< a slug, a path as the user sees it, or a pattern of either
  search,       ///< words for the full-text index
  flag,         ///< takes no value; 1 is bound
  entry,        ///< KEY=VALUE of what documents say of themselves
  share,        ///< a number from 0 to 1
};

/// A filter of a table: flag, what it takes, and the SQL fragment with one bound value.
struct FilterInfo {
  std::string_view flag;     ///< without dashes, e.g. "role"
  std::string_view metavar;  ///< e.g. "ROLE"; empty where it takes no value
  std::string_view help;     ///< one line for --help
  FilterKind kind;
  std::string_view fragment;    ///< SQL over the listing view; every `?` is the value
  std::string_view vocabulary;  ///< SELECT of (value, spelling): what may be asked for; empty where
                                ///< any value goes
  std::string_view evidence_fragment =
      {};  ///< what must hold of a citation besides, with --evidence
  std::string_view known =
      {};  ///< SELECT of spellings that have rows, for a hint where none is found
  std::string_view unless = {};          ///< flag of the filter that `alone_fragment` gives way to
  std::string_view alone_fragment = {};  ///< what must hold besides, unless that one is given
  bool with_rejected = false;            ///< asks for rows, too, that a person rejected
  std::string (*otherwise)(std::string_view) =
      nullptr;  ///< the value of a spelling that `vocabulary` lacks; empty for none
  std::string_view meant =
      {};  ///< SELECT of what has rows and is called `?`, for a hint where that is several
  bool (*refused)(std::string_view) = nullptr;  ///< what is no spelling, though letters are
  std::vector<std::string> (*same)(std::string_view) =
      nullptr;  ///< all values that are the same as one of `vocabulary`
};

/// A table that can be asked: the single place that knows its columns, filters and sort keys.
struct TableInfo {
  std::string_view name;                     ///< "organizations"
  std::string_view help;                     ///< one line for --help
  std::string_view view;                     ///< the listing view
  std::string_view evidence_view;            ///< the view with one row a citation, or empty
  std::vector<ColumnInfo> columns;           ///< all that --columns and --sort accept
  std::vector<ColumnInfo> evidence_columns;  ///< what --evidence offers besides
  std::vector<std::string_view> shown;       ///< shown by default
  std::vector<std::string_view> words;       ///< columns that hold the row's own words, for TEXT
  std::vector<std::string_view>
      order;  ///< default order, and what breaks ties: a key, in the order of seeding
  std::vector<FilterInfo> filters;            ///< common ones included
  std::string_view example;                   ///< for --help
  std::string_view evidence_shown = "quote";  ///< with --evidence, the words shown by default
};

/// The view of the same rows and those that people rejected; the same view where a table has none.
std::string with_rejected(const TableInfo& table, std::string_view view);

/// All tables that can be asked, in the order of --help.
std::span<const TableInfo> tables();

/// The table of that name, or nullptr.
const TableInfo* find_table(std::string_view name);

/// The filter of that flag, or nullptr.
const FilterInfo* find_filter(std::span<const FilterInfo> filters, std::string_view flag);

}  // namespace attache
