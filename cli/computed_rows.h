// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/chosen_columns.h"
#include "cli/output_flags.h"
#include "cli/session.h"

namespace attache {

/// The options of rows that a command makes itself, where RowFlags are those of a table that is
/// asked: the same words for the same things.
struct ComputedRowFlags {
  std::vector<std::string> columns, count_by;
  std::string sort;
  bool reverse = false;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  bool count = false;
  bool exit_status = false;
  OutputFlags output;
};

/// Adds --columns, --count-by, -n/--limit, --offset, --count and -e, with `columns` named in the
/// help, the output options, and --sort and --reverse unless the command has its own; `flags` must
/// outlive the parsing and stay where it is.
void add_computed_row_flags(CLI::App& app, ComputedRowFlags& flags, const std::string& columns,
                            bool sorts = true);

/// Prints such rows as the options ask: some of their columns, a part of them, sorted, counted, or
/// counted by the values of columns. Nothing is written before the first row, or the end.
class ComputedRows {
 public:
  /// `usual` columns are shown to people where none is named; `whose` begins the refusal of an
  /// unknown one: "decisions have". `open` and `close` are the marks of a search. Throws UsageError
  /// where options contradict each other or name a column that is not there.
  ComputedRows(const ComputedRowFlags& flags, Session& session, std::vector<ColumnInfo> offered,
               std::span<const std::string_view> usual, std::string_view whose,
               const std::string& open = {}, const std::string& close = {});

  /// Takes a row, of which `cells` are one for each column that is offered; with --count-by it may
  /// stand for so many `times`. Gives whether another one would be looked at.
  bool row(std::span<const Cell> cells, std::int64_t times = 1);
  /// Prints what is still to be printed. Gives how many rows were printed, or counted; and not 0
  /// where there are some that --limit 0 or --offset leave out, which it tells.
  std::uint64_t end();

 private:
  /// A cell that holds its text itself.
  using Kept = std::variant<std::monostate, std::int64_t, double, std::string>;
  using KeptRow = std::vector<Kept>;

  struct Group {
    std::int64_t rows = 0;
    std::set<std::string> documents;
    std::string last_document;
  };

  static Kept kept(const Cell& cell);
  static bool is_known(const Kept& value) { return value.index() != 0; }
  /// By value; a missing one comes last.
  static bool comes_before(const Kept& x, const Kept& y);
  static std::vector<Cell> cells_of(const KeptRow& row);
  std::size_t place_of(const std::string& column) const;
  void group(std::span<const Cell> cells, std::int64_t times);
  std::vector<KeptRow> grouped() const;
  void sort(std::vector<KeptRow>& rows) const;
  void print(std::span<const Cell> cells);
  void begin();

  const ComputedRowFlags& flags_;
  Session& session_;
  std::vector<ColumnInfo> offered_;  ///< year and decade besides, where there is a date
  std::size_t given_;                ///< columns that rows bring
  std::vector<std::size_t> keys_;    ///< of --count-by, in offered_
  std::optional<std::size_t> document_;
  std::string whose_;
  std::vector<ColumnInfo> printed_;  ///< what is chosen of: the columns, or those of groups
  std::optional<ChosenColumns> chosen_;
  std::unique_ptr<RowWriter> writer_;
  std::map<KeptRow, Group> groups_;
  std::vector<KeptRow> rows_;  ///< to be sorted
  std::uint64_t seen_ = 0, done_ = 0;
  bool begun_ = false;
};

}  // namespace attache
