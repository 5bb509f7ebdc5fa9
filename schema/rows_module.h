// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

#include "schema/copied_rows.h"

namespace attache {

/// Rows in memory as a table of a connection, by the name(), as long as it lives: a statement takes
/// them from there with fewer steps than it takes to bind each of their cells. The rows may change
/// while no statement reads them; all that were prepared must be gone before it. Throws
/// SQLite::Exception.
class RowsModule {
 public:
  RowsModule(SQLite::Database& database, const CopiedRows& rows);
  ~RowsModule();
  RowsModule(const RowsModule&) = delete;
  RowsModule& operator=(const RowsModule&) = delete;

  const std::string& name() const { return name_; }

 private:
  SQLite::Database& database_;
  std::string name_;
};

}  // namespace attache
