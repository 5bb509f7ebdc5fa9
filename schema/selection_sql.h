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

/// Columns that come after the selection's own with --evidence: document_id, start and end of the
/// quote.
inline constexpr std::size_t evidence_keys = 3;

/// Whether the column is left NULL, to be cut out of the text by the caller: cutting in SQL reads
/// the whole text for each citation, and before the rows are sorted and limited.
bool is_quote(const ColumnInfo& column, const Selection& selection);

/// The rows of the selection, in order, with evidence_keys more columns where it asks for evidence.
/// Throws SelectionError.
SelectionSql rows_sql(SQLite::Database& database, const TableInfo& table,
                      const Selection& selection);

/// What must hold of the rows of the table's view, as " WHERE ..." or nothing. Its values are bound
/// behind `before` others of the same statement. Throws SelectionError.
SelectionSql conditions_sql(SQLite::Database& database, const TableInfo& table,
                            const Selection& selection, std::size_t before = 0);

/// How many rows there are, limit and offset aside. Throws SelectionError.
SelectionSql count_sql(SQLite::Database& database, const TableInfo& table,
                       const Selection& selection);

}  // namespace attache
