// SPDX-License-Identifier: MIT
#include "schema/bulk_rows.h"

#include "schema/column_list.h"

namespace attache {
namespace {

/// Rows of one statement; beyond this the gain is small.
constexpr std::size_t rows_together = 256;

/// FAIL, since the rows before are undone with the transaction: to undo a statement alone, SQLite
/// would copy each page that it touches.
std::string insert_sql(const CopiedRows& rows, const std::string& from) {
  return "INSERT OR FAIL INTO main." + identifier(rows.table()) + "(" + listed(rows.columns()) +
         ") SELECT " + listed(rows.columns()) + " FROM " + identifier(from);
}

}  // namespace

BulkRows::BulkRows(SQLite::Database& database, const CopiedRows& rows)
    : database_(&database),
      waiting_(std::make_unique<CopiedRows>(rows.table(), rows.columns())),
      module_(std::make_unique<RowsModule>(database, *waiting_)),
      insert_(prepare(database, insert_sql(rows, module_->name()))) {}

void BulkRows::add(const CopiedRows& rows, std::size_t row) {
  waiting_->add(rows, row);
  if (waiting_->size() >= rows_together) flush();
}

void BulkRows::flush() {
  if (waiting_->size() == 0) return;
  step(*database_, insert_);
  sqlite3_reset(insert_.get());
  waiting_->clear();
}

}  // namespace attache
