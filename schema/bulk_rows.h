// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "schema/copied_rows.h"
#include "schema/rows_module.h"

namespace attache {

/// Adds rows to a table, many with one statement: each INSERT opens the table and all of its
/// indexes anew, which costs more than the row.
class BulkRows {
 public:
  /// `rows` tells table and columns. One at a time for a table of a connection. Throws
  /// SQLite::Exception.
  BulkRows(SQLite::Database& database, const CopiedRows& rows);

  /// Rows are stored in the order in which they come, at the latest by flush(). Where one can't be,
  /// others before it may have been: the transaction must be given up. Throw SQLite::Exception.
  void add(const CopiedRows& rows, std::size_t row);
  void flush();

 private:
  SQLite::Database* database_;
  std::unique_ptr<CopiedRows> waiting_;  // the module reads them where they are
  std::unique_ptr<RowsModule> module_;
  Prepared insert_;
};

}  // namespace attache
