// SPDX-License-Identifier: MIT
#include "schema/bulk_rows.h"

#include "schema/column_list.h"

namespace attache {
namespace {

/// Rows of one statement; beyond this the gain is small.
constexpr std::size_t rows_together = 64;

std::string insert_sql(const CopiedRows& rows, std::size_t count) {
  const std::string row = "(" + marks_for(rows.columns().size()) + ")";
  std::string sql =
      "INSERT INTO main." + identifier(rows.table()) + "(" + listed(rows.columns()) + ") VALUES ";
  for (std::size_t i = 0; i < count; ++i) sql += i == 0 ? row : ", " + row;
  return sql;
}

void bind_cell(sqlite3_stmt* insert, int place, const CopiedRows& rows,
               const CopiedRows::Cell& cell) {
  if (cell.type == SQLITE_INTEGER) sqlite3_bind_int64(insert, place, cell.number);
  else if (cell.is_null()) sqlite3_bind_null(insert, place);
  else if (cell.type == SQLITE_BLOB)
    sqlite3_bind_blob64(insert, place, rows.text(cell).data(), cell.size, SQLITE_STATIC);
  else
    sqlite3_bind_text64(insert, place, rows.text(cell).data(), cell.size, SQLITE_STATIC,
                        SQLITE_UTF8);
}

}  // namespace

BulkRows::BulkRows(SQLite::Database& database, const CopiedRows& rows)
    : database_(database),
      waiting_(rows.table(), rows.columns()),
      many_(prepare(database, insert_sql(rows, rows_together))),
      one_(prepare(database, insert_sql(rows, 1))) {}

void BulkRows::add(const CopiedRows& rows, std::size_t row) {
  waiting_.add(rows, row);
  if (waiting_.size() < rows_together) return;
  store(many_, 0, rows_together);
  waiting_.clear();
}

void BulkRows::flush() {
  for (std::size_t row = 0; row < waiting_.size(); ++row) store(one_, row, 1);
  waiting_.clear();
}

void BulkRows::store(const Prepared& statement, std::size_t first, std::size_t count) {
  sqlite3_reset(statement.get());  // a call that failed may have left it unfinished
  int place = 0;
  for (std::size_t row = first; row < first + count; ++row)
    for (std::size_t i = 0; i < waiting_.columns().size(); ++i)
      bind_cell(statement.get(), ++place, waiting_, waiting_.at(row, i));
  step(database_, statement);
  sqlite3_reset(statement.get());
}

}  // namespace attache
