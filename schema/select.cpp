// SPDX-License-Identifier: MIT
#include "schema/select.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

#include "schema/columns.h"
#include "schema/errors.h"
#include "schema/groups.h"
#include "schema/knowledge_base.h"
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

std::vector<std::string> shown(const TableInfo& table, bool evidence) {
  std::vector<std::string> names(table.shown.begin(), table.shown.end());
  if (!evidence) return names;
  std::erase(names, "citations");
  std::erase(names, "document");
  names.insert(names.end(), {"document", "sentence", "start", "end"});
  names.emplace_back(table.evidence_shown);
  return names;
}

/// First what makes the groups and when, then what is shown otherwise.
std::vector<std::string> shown_of_groups(const TableInfo& table, const Selection& selection) {
  std::vector<std::string> names = selection.groups.columns;
  names.emplace_back("date");
  for (std::string& name : shown(table, selection.evidence)) names.push_back(std::move(name));
  std::vector<std::string> once;
  for (std::string& name : names)
    if (std::find(once.begin(), once.end(), name) == once.end()) once.push_back(std::move(name));
  return once;
}

std::vector<std::string> default_columns(const TableInfo& table, const Selection& selection) {
  return selection.groups.how == Grouping::none ? shown(table, selection.evidence)
                                                : shown_of_groups(table, selection);
}

std::vector<ColumnInfo> offered(const TableInfo& table, const Selection& selection) {
  return gives_groups(selection) ? group_columns(table, selection)
                                 : offered_columns(table, selection.evidence);
}

/// All but those that others give in another form.
std::vector<ColumnInfo> all_columns(const TableInfo& table, std::vector<ColumnInfo> columns) {
  for (const ColumnInfo& derived : derived_columns(table))
    std::erase_if(columns, [&](const ColumnInfo& c) { return c.name == derived.name; });
  return columns;
}

}  // namespace

std::vector<ColumnInfo> columns_of(const TableInfo& table, const Selection& selection) {
  auto columns = offered(table, selection);
  const auto& named = selection.columns;
  if (named.empty() && gives_groups(selection)) return columns;
  if (std::find(named.begin(), named.end(), "all") != named.end())
    return gives_groups(selection) ? columns : all_columns(table, std::move(columns));
  std::vector<ColumnInfo> chosen;
  for (const std::string& name : named.empty() ? default_columns(table, selection) : named)
    chosen.push_back(column_named(table, columns, name, grouped_by(selection)));
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
