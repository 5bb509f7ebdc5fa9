// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "schema/copied_rows.h"

namespace attache {

/// Adds rows to a table, many with one statement: each INSERT opens the table and all of its
/// indexes anew, which costs more than the row.
class BulkRows {
 public:
  /// `rows` tells table and columns. Throws SQLite::Exception.
  BulkRows(SQLite::Database& database, const CopiedRows& rows);

  /// Rows are stored in the order in which they come, at the latest by flush(). Throw
  /// SQLite::Exception.
  void add(const CopiedRows& rows, std::size_t row);
  void flush();

 private:
  void store(const Prepared& statement, std::size_t first, std::size_t count);

  SQLite::Database& database_;
  CopiedRows waiting_;
  Prepared many_, one_;
};

}  // namespace attache
