// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "schema/prepared.h"

namespace attache {

/// Sums over the rows of the tables that documents share (the vocabulary, rules, name_forms), by
/// which check() finds rows that another hand has changed, added or removed. The order of rows does
/// not count, so that one is added without a look at the others. Opens no transaction. Everything
/// here throws SQLite::Exception.
class RowSums {
 public:
  explicit RowSums(SQLite::Database& database);

  /// The sum that is stored for a table; nothing where none is.
  std::optional<std::uint64_t> stored(std::string_view table);
  /// The sum of the rows as they are. `table` must be one of ours.
  std::uint64_t of(std::string_view table);

  /// Stores the sum of the rows as they are.
  void write(std::string_view table);
  /// Adds to a stored sum; where none is stored, that stays so.
  void add(std::string_view table, std::uint64_t sum);

 private:
  SQLite::Database& database_;
  Prepared stored_, write_;
};

/// A cell of a row.
using SummedCell = std::variant<std::monostate, std::int64_t, std::string_view>;

/// What a row adds to the sum of its table; its cells in the order of the table's columns.
std::uint64_t number_of_row(std::span<const SummedCell> cells);

}  // namespace attache
