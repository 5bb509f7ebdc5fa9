// SPDX-License-Identifier: MIT
#include "schema/integer_rows.h"

#include <algorithm>

namespace attache {
namespace {

/// Rows of one statement; beyond this the gain is small.
constexpr std::size_t rows_at_once = 32;

}  // namespace

IntegerRows::IntegerRows(SQLite::Database& database, const std::string& table,
                         const std::string& columns)
    : database_(database),
      width_(1 + static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ','))),
      many_(prepare(database, insert(table, columns, rows_at_once))),
      one_(prepare(database, insert(table, columns, 1))) {}

std::string IntegerRows::insert(const std::string& table, const std::string& columns,
                                std::size_t rows) const {
  std::string row = "(?";
  for (std::size_t i = 1; i < width_; ++i) row += ", ?";
  row += ')';
  std::string sql = "INSERT INTO " + table + "(" + columns + ") VALUES " + row;
  for (std::size_t i = 1; i < rows; ++i) sql += ", " + row;
  return sql;
}

void IntegerRows::add(std::span<const Value> row) {
  waiting_.insert(waiting_.end(), row.begin(), row.end());
  if (waiting_.size() < rows_at_once * width_) return;
  store(many_, 0, waiting_.size());
  waiting_.clear();
}

void IntegerRows::flush() {
  for (std::size_t first = 0; first < waiting_.size(); first += width_) store(one_, first, width_);
  waiting_.clear();
}

void IntegerRows::store(const Prepared& statement, std::size_t first, std::size_t count) {
  sqlite3_reset(statement.get());  // a call that failed may have left it unfinished
  for (std::size_t i = 0; i < count; ++i) {
    const auto& value = waiting_[first + i];
    const int place = static_cast<int>(i) + 1;
    value ? sqlite3_bind_int64(statement.get(), place, *value)
          : sqlite3_bind_null(statement.get(), place);
  }
  step(database_, statement);
  sqlite3_reset(statement.get());
}

}  // namespace attache
