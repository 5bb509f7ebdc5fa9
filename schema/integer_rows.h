// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/prepared.h"

namespace attache {

/// Adds rows of integers to a table, many with one statement: each INSERT opens the table and all
/// of its indexes anew, which costs more than the row.
class IntegerRows {
 public:
  using Value = std::optional<std::int64_t>;  ///< nullopt is NULL

  /// `columns` separated by commas. Throws SQLite::Exception.
  IntegerRows(SQLite::Database& database, const std::string& table, const std::string& columns);

  /// One value for each column. Rows are stored in the order in which they come, at the latest by
  /// flush().
  void add(std::initializer_list<Value> row) { add(std::span(row.begin(), row.size())); }
  void add(std::span<const Value> row);
  void flush();
  /// Forgets the rows that are not stored yet.
  void clear() { waiting_.clear(); }

 private:
  std::string insert(const std::string& table, const std::string& columns, std::size_t rows) const;
  void store(const Prepared& statement, std::size_t first, std::size_t count);

  SQLite::Database& database_;
  std::size_t width_;  ///< columns
  Prepared many_, one_;
  std::vector<Value> waiting_;  ///< row after row
};

}  // namespace attache
