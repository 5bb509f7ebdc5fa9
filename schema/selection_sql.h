// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/tables.h"

namespace SQLite {
class Database;
}

namespace attache {

/// A statement and the values bound to its ?1, ?2, ...
struct SelectionSql {
  std::string sql;
  std::vector<std::string> values;
};

/// The rows of the selection, in order. Throws SelectionError.
SelectionSql rows_sql(SQLite::Database& database, const TableInfo& table, const Selection& selection);

/// How many rows there are, limit and offset aside. Throws SelectionError.
SelectionSql count_sql(SQLite::Database& database, const TableInfo& table, const Selection& selection);

}  // namespace attache
