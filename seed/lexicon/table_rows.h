// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "seed/lexicon/csv_reader.h"

namespace attache {

/// A row of one of the lexicon's tables: the cells of the columns that were asked for, in that
/// order.
class TableRow {
 public:
  TableRow(const CsvTable& table, std::span<const std::size_t> columns)
      : table_(table), columns_(columns) {}
  void move_to(const CsvRow& row) { row_ = &row; }

  std::string_view operator[](std::size_t i) const { return row_->cells[columns_[i]]; }
  /// Whether the row is of a file that a user laid over the built-in one.
  bool own() const { return row_->own; }
  /// A cell that must be a number; `what` names it in the error: "a weight".
  float number(std::size_t i, std::string_view what) const;
  /// Throws DataError with the table's file and this row's line.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  const CsvTable& table_;
  std::span<const std::size_t> columns_;
  const CsvRow* row_ = nullptr;
};

/// Throws DataError where there is no table of that name.
const CsvTable& table_named(std::span<const CsvTable> tables, std::string_view name);

/// Visits the rows of a table in its order. Throws DataError where the table or a column is
/// missing.
void each_row(std::span<const CsvTable> tables, std::string_view table,
              std::initializer_list<std::string_view> columns,
              const std::function<void(const TableRow&)>& visit);

/// Whether body_kinds has the kind, and all that it has with commas between, for messages.
bool is_body_kind(std::span<const CsvTable> tables, std::string_view kind);
std::string body_kinds_of(std::span<const CsvTable> tables);

/// The parts between separators, without empty ones.
std::vector<std::string> parts_of(std::string_view text, char separator);

}  // namespace attache
