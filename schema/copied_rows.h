// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/prepared.h"

namespace attache {

/// Rows of a table in memory, as SQLite gave them. The room of those before is used again.
class CopiedRows {
 public:
  struct Cell {
    int type = SQLITE_NULL;   ///< or SQLITE_INTEGER, SQLITE_TEXT, SQLITE_BLOB
    std::int64_t number = 0;  ///< itself, or where text or bytes begin
    std::size_t size = 0;     ///< of text or bytes, in bytes

    bool is_null() const { return type == SQLITE_NULL; }
  };

  CopiedRows(std::string table, std::vector<std::string> columns)
      : table_(std::move(table)), columns_(std::move(columns)) {}

  const std::string& table() const { return table_; }
  const std::vector<std::string>& columns() const { return columns_; }
  /// Where a column stands; that of columns() which is none is behind the last.
  std::size_t place(std::string_view column) const;

  void clear();
  /// The statement's columns are columns(). False where it holds what is neither number nor text.
  bool add(const Prepared& row);
  /// A row of another one with the same columns.
  void add(const CopiedRows& rows, std::size_t row);
  /// The next cell of a row.
  void add_number(std::int64_t number) { cells_.push_back({SQLITE_INTEGER, number, 0}); }
  void add_bytes(std::string_view bytes);
  /// Whether any of them holds a text.
  bool has_text() const { return has_text_; }
  std::size_t size() const { return cells_.size() / columns_.size(); }
  Cell& at(std::size_t row, std::size_t column) { return cells_[row * columns_.size() + column]; }
  const Cell& at(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
  }
  std::string_view text(const Cell& cell) const {
    return std::string_view(bytes_).substr(static_cast<std::size_t>(cell.number), cell.size);
  }

 private:
  bool add_text(sqlite3_value* value, Cell& cell);
  void add_text(std::string_view text, Cell& cell);

  std::string table_;
  std::vector<std::string> columns_;
  std::vector<Cell> cells_;
  std::string bytes_;  ///< texts, one behind the other
  bool has_text_ = false;
};

}  // namespace attache
