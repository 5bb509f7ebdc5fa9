// SPDX-License-Identifier: MIT
#include "schema/select.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

// SQLiteCpp's columns count references for each cell; a million rows want SQLite's own calls.
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

Prepared prepare(SQLite::Database& database, const SelectionSql& selection) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(database.getHandle(), selection.sql.data(), static_cast<int>(selection.sql.size()), &raw, nullptr);
  Prepared statement(raw);
  if (code != SQLITE_OK) throw SQLite::Exception(database.getHandle(), code);
  int index = 0;
  for (const std::string& value : selection.values)
    sqlite3_bind_text(raw, ++index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return statement;
}

bool step(SQLite::Database& database, const Prepared& statement) {
  const int code = sqlite3_step(statement.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) throw SQLite::Exception(database.getHandle(), code);
  return code == SQLITE_ROW;
}

Cell cell(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL: return std::monostate{};
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT: return sqlite3_column_double(row, column);
    default: break;
  }
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

/// Columns that may be asked for: a count of citations has no place beside single ones.
std::vector<ColumnInfo> offered(const TableInfo& table, bool evidence) {
  std::vector<ColumnInfo> columns;
  for (const ColumnInfo& column : table.columns)
    if (!evidence || column.name != "citations") columns.push_back(column);
  if (evidence) columns.insert(columns.end(), table.evidence_columns.begin(), table.evidence_columns.end());
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

ColumnInfo column_named(const TableInfo& table, const std::vector<ColumnInfo>& columns, const std::string& name) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const ColumnInfo& c) { return c.name == name; });
  if (found != columns.end()) return *found;
  std::vector<std::string> names;
  for (const ColumnInfo& column : columns) names.push_back(column.name);
  throw SelectionError(std::string(table.name) + " have no column '" + name + "'" + suggestion(name, names, names));
}

}  // namespace

std::vector<ColumnInfo> columns_of(const TableInfo& table, const Selection& selection) {
  const auto columns = offered(table, selection.evidence);
  auto names = selection.columns.empty() ? shown(table, selection.evidence) : selection.columns;
  std::vector<ColumnInfo> chosen;
  for (const std::string& name : names) chosen.push_back(column_named(table, columns, name));
  return chosen;
}

std::uint64_t select(const KnowledgeBase& base, const TableInfo& table, const Selection& selection, const RowSink& sink) {
  return guarded(base.file(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql sql = rows_sql(database, table, selection);
    const Prepared statement = prepare(database, sql);
    std::vector<Cell> cells(static_cast<std::size_t>(sqlite3_column_count(statement.get())));
    std::uint64_t rows = 0;
    while (step(database, statement)) {
      int column = 0;
      for (Cell& value : cells) value = cell(statement.get(), column++);
      ++rows;
      if (!sink(cells)) break;
    }
    return rows;
  });
}

std::uint64_t count(const KnowledgeBase& base, const TableInfo& table, const Selection& selection) {
  return guarded(base.file(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql sql = count_sql(database, table, selection);
    const Prepared statement = prepare(database, sql);
    step(database, statement);
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement.get(), 0));
  });
}

}  // namespace attache
