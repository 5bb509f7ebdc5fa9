// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
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
/// quote, and where the sentence is asked for, its start and end.
inline constexpr int quote_key = 1, sentence_key = 3;

/// Behind document_id among those, where the start of what the column holds is, and then its end. A
/// column that has one is left NULL, to be cut out of the text by the caller: cutting in SQL reads
/// the whole text for each citation, and before the rows are sorted and limited.
std::optional<int> key_of(const ColumnInfo& column, const Selection& selection);

/// The rows of the selection, in order, with more columns where it asks for evidence.
/// Throws SelectionError.
SelectionSql rows_sql(SQLite::Database& database, const TableInfo& table,
                      const Selection& selection);

/// How many rows there are, limit and offset aside. Throws SelectionError.
SelectionSql count_sql(SQLite::Database& database, const TableInfo& table,
                       const Selection& selection);

}  // namespace attache
