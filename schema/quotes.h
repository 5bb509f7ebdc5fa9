// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string_view>

#include "schema/prepared.h"
#include "schema/select.h"

namespace attache {

/// A column of the row at hand. Text points into the row: it is gone with the next step.
Cell cell_of(sqlite3_stmt* row, int column);

/// Cuts quotes out of the stored texts. Rows of one document mostly stand together, so its text is
/// read once for all: SQL's substr() would copy it whole for each of them.
class Quotes {
 public:
  explicit Quotes(SQLite::Database& database) : database_(database) {}

  /// The words of the row whose document_id is the column `document`, and whose start and end
  /// (bytes) are the columns from `place` on; SQLite::Exception (SQLITE_CORRUPT) where the text has
  /// no such place; nothing where they are NULL. Valid until the next call.
  Cell cut(sqlite3_stmt* row, int document, int place);

 private:
  void read(std::int64_t document_id);

  SQLite::Database& database_;
  Prepared statement_;
  std::int64_t document_id_ = 0;  // SQLite's ids begin at 1
  std::string_view text_;         // held by the statement
};

}  // namespace attache
