// SPDX-License-Identifier: MIT
#include "schema/select.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/prepared.h"
#include "schema/quotes.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

Prepared prepared(SQLite::Database& database, const SelectionSql& selection) {
  Prepared statement = prepare(database, selection.sql);
  int index = 0;
  for (const std::string& value : selection.values)
    sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()),
                      SQLITE_STATIC);
  return statement;
}

/// Columns that may be asked for: a count of citations has no place beside single ones.
std::vector<ColumnInfo> offered(const TableInfo& table, bool evidence) {
  std::vector<ColumnInfo> columns;
  for (const ColumnInfo& column : table.columns)
    if (!evidence || column.name != "citations") columns.push_back(column);
  if (evidence)
    columns.insert(columns.end(), table.evidence_columns.begin(), table.evidence_columns.end());
  return columns;
}

std::vector<std::string> shown(const TableInfo& table, bool evidence) {
  std::vector<std::string> names(table.shown.begin(), table.shown.end());
  if (!evidence) return names;
  std::erase(names, "citations");
  std::erase(names, "document");
  names.insert(names.end(), {"document", "sentence", "start", "end", "quote"});
  return names;
}

ColumnInfo column_named(const TableInfo& table, const std::vector<ColumnInfo>& columns,
                        const std::string& name) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnInfo& c) { return c.name == name; });
  if (found != columns.end()) return *found;
  std::vector<std::string> names;
  for (const ColumnInfo& column : columns) names.push_back(column.name);
  throw SelectionError(std::string(table.name) + " have no column '" + name + "'" +
                       suggestion(name, names, names));
}

}  // namespace

std::vector<ColumnInfo> columns_of(const TableInfo& table, const Selection& selection) {
  const auto columns = offered(table, selection.evidence);
  auto names = selection.columns.empty() ? shown(table, selection.evidence) : selection.columns;
  std::vector<ColumnInfo> chosen;
  for (const std::string& name : names) chosen.push_back(column_named(table, columns, name));
  return chosen;
}

std::uint64_t select(const KnowledgeBase& base, const TableInfo& table, const Selection& selection,
                     const RowSink& sink) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql sql = rows_sql(database, table, selection);
    const Prepared statement = prepared(database, sql);
    const auto columns = columns_of(table, selection);
    const int keys = static_cast<int>(columns.size());
    Quotes quotes(database);
    std::vector<Cell> cells(columns.size());
    std::uint64_t rows = 0;
    while (step(database, statement)) {
      for (int i = 0; i < keys; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto key = key_of(columns[at], selection);
        cells[at] =
            key ? quotes.cut(statement.get(), keys, keys + *key) : cell_of(statement.get(), i);
      }
      ++rows;
      if (!sink(cells)) break;
    }
    return rows;
  });
}

std::uint64_t count(const KnowledgeBase& base, const TableInfo& table, const Selection& selection) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql sql = count_sql(database, table, selection);
    const Prepared statement = prepared(database, sql);
    step(database, statement);
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement.get(), 0));
  });
}

}  // namespace attache
