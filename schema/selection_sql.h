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
/// quote; where the sentence is asked for or the statement, start and end of the sentence, and
/// where the statement is, its own.
inline constexpr int quote_key = 1, sentence_key = 3, statement_key = 5;

/// Behind document_id among those, where the start of what the column holds is, and then its end. A
/// column that has one is left NULL, to be cut out of the text by the caller: cutting in SQL reads
/// the whole text for each citation, and before the rows are sorted and limited.
std::optional<int> key_of(const ColumnInfo& column, const Selection& selection);

/// The view that holds the selection's rows.
std::string view_of(const TableInfo& table, const Selection& selection);

/// " WHERE ..." of the selection's filters and text, or nothing; the values that it binds follow
/// `before`, which stand before it in the statement. Throws SelectionError.
SelectionSql where_sql(SQLite::Database& database, const TableInfo& table,
                       const Selection& selection, std::vector<std::string> before = {});

/// What `column`, given by `expression`, is sorted by: text as people expect it, case and
/// diacritics aside; codes and dates are plain and can use an index.
std::string sort_key(const ColumnInfo& column, const std::string& expression);

/// " LIMIT ... OFFSET ...", or nothing.
std::string limit_sql(const Selection& selection);

/// The rows of the selection, in order, with more columns where it asks for evidence.
/// Throws SelectionError.
SelectionSql rows_sql(SQLite::Database& database, const TableInfo& table,
                      const Selection& selection);

/// How many rows there are, limit and offset aside. Throws SelectionError.
SelectionSql count_sql(SQLite::Database& database, const TableInfo& table,
                       const Selection& selection);

}  // namespace attache
