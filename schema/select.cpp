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
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

Prepared prepared(SQLite::Database& database, const SelectionSql& selection) {
  Prepared statement = prepare(database, selection.sql);
  int index = 0;
  for (const std::string& value : selection.values)
    sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return statement;
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

/// Cuts quotes out of the stored texts. Rows of one document mostly stand together, so its text is read once for all.
class Quotes {
 public:
  explicit Quotes(SQLite::Database& database) : database_(database) {}

  /// The quote of the row whose document, start and end are the columns from `key` on; valid until the next call.
  Cell cut(sqlite3_stmt* row, int key) {
    read(sqlite3_column_int64(row, key));
    const auto start = static_cast<std::size_t>(sqlite3_column_int64(row, key + 1));
    const auto end = static_cast<std::size_t>(sqlite3_column_int64(row, key + 2));
    if (start > end || end > text_.size()) return std::monostate{};
    return text_.substr(start, end - start);
  }

 private:
  void read(std::int64_t document_id) {
    if (!statement_) statement_ = prepare(database_, "SELECT text FROM document_texts WHERE document_id = ?");
    if (document_id == document_id_) return;
    sqlite3_reset(statement_.get());
    sqlite3_bind_int64(statement_.get(), 1, document_id);
    text_ = {};
    if (step(database_, statement_)) text_ = std::get<std::string_view>(cell(statement_.get(), 0));
    document_id_ = document_id;
  }

  SQLite::Database& database_;
  Prepared statement_;
  std::int64_t document_id_ = 0;  // SQLite's ids begin at 1
  std::string_view text_;         // held by the statement
};

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
    const Prepared statement = prepared(database, sql);
    const auto columns = columns_of(table, selection);
    const int keys = static_cast<int>(columns.size());
    Quotes quotes(database);
    std::vector<Cell> cells(columns.size());
    std::uint64_t rows = 0;
    while (step(database, statement)) {
      for (int i = 0; i < keys; ++i) {
        const auto at = static_cast<std::size_t>(i);
        cells[at] = is_quote(columns[at], selection) ? quotes.cut(statement.get(), keys) : cell(statement.get(), i);
      }
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
    const Prepared statement = prepared(database, sql);
    step(database, statement);
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement.get(), 0));
  });
}

}  // namespace attache
