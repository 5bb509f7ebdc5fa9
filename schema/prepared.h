// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>
#include <string>

namespace attache {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A statement for SQLite's own calls, where rows come by the million: SQLiteCpp's columns count
/// references for each cell.
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

/// Throws SQLite::Exception.
inline Prepared prepare(SQLite::Database& database, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(database.getHandle(), sql.data(),
                                      static_cast<int>(sql.size()), &raw, nullptr);
  Prepared statement(raw);
  if (code != SQLITE_OK) throw SQLite::Exception(database.getHandle(), code);
  return statement;
}

/// Whether there is another row. Throws SQLite::Exception.
inline bool step(SQLite::Database& database, const Prepared& statement) {
  const int code = sqlite3_step(statement.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    throw SQLite::Exception(database.getHandle(), code);
  return code == SQLITE_ROW;
}

}  // namespace attache
