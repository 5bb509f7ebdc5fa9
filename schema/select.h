// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace attache {

class KnowledgeBase;
struct TableInfo;

/// A question that can't be asked (unknown column, value outside a closed vocabulary). Maps to exit
/// code 2.
class SelectionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A cell. Text is a view into the statement's row: valid until the next row.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// What a column holds, so that formats keep the type. `list` is a JSON array held as text,
/// `boolean` the integer 0 or 1.
enum class ColumnType { text, integer, real, list, boolean };

struct ColumnInfo {
  std::string name;
  ColumnType type = ColumnType::text;
  std::string expression = {};  ///< SQL over the view that gives it; empty: its column of that name
};

/// Values of one filter; several values mean "or", several filters mean "and".
struct FilterValues {
  std::string filter;  ///< flag without dashes, as in TableInfo::filters
  std::vector<std::string> values;
};

/// What is given of rows that are the same in some columns.
enum class Grouping {
  none,      ///< the rows themselves
  counted,   ///< one row a group: how many rows and documents it has
  distinct,  ///< one row a group: that there is one
  first,     ///< the earliest row of each group, by the date of its document
  last,      ///< the latest
};

struct Groups {
  Grouping how = Grouping::none;
  std::vector<std::string> columns;  ///< rows that are the same in these are a group
  bool shares = false;               ///< counted: also the share of documents, and of sentences
};

/// A question to one table.
struct Selection {
  std::optional<std::string> text;  ///< the row's own words contain it, case and diacritics folded
  std::vector<FilterValues> filters;
  std::vector<std::string> columns;  ///< empty: the default columns; "all": all of them
  std::string
      sort;  ///< empty: the table's default order, which breaks ties too; empty cells come last
  bool reverse = false;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  bool evidence = false;  ///< one row for each citation; adds document, sentence, start, end, quote
                          ///< to the default columns (columns that are named are given as named)
  Groups groups;
};

/// Receives the rows one at a time; returns false to stop.
using RowSink = std::function<bool(std::span<const Cell>)>;

/// The columns that `select` will give, in order. Throws SelectionError.
std::vector<ColumnInfo> columns_of(const TableInfo& table, const Selection& selection);

/// Runs the selection; rows are handed over as SQLite yields them. Returns how many were handed
/// over. Throws SelectionError, KnowledgeBaseError.
std::uint64_t select(const KnowledgeBase& base, const TableInfo& table, const Selection& selection,
                     const RowSink& sink);

/// How many rows the selection has (limit and offset not applied).
std::uint64_t count(const KnowledgeBase& base, const TableInfo& table, const Selection& selection);

}  // namespace attache
