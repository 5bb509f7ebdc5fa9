// SPDX-License-Identifier: MIT
#include "schema/cited_rows.h"

#include <sqlite3.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/prepared.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// Columns before those that are asked for: row, document, sentence, its start and end, start, end.
constexpr int keys = 7;

/// The rows are chosen first, which needs no more than their dates; only those that were chosen
/// meet their citations.
SelectionSql sql_of(SQLite::Database& database, const TableInfo& table,
                    const CitedRowsQuestion& question) {
  const std::string key = identifier(table.order.front());
  Selection selection;
  selection.filters = question.filters;
  const SelectionSql rows = where_sql(database, table, selection);
  const std::string view = view_of(table, selection);
  selection.evidence = true;
  SelectionSql cited = where_sql(database, table, selection, rows.values);
  constexpr std::uint64_t most = INT64_MAX;
  std::string columns;
  for (const std::string& column : question.columns) columns += ", e." + identifier(column);
  cited.sql =
      "SELECT chosen_key, e.document_id, e.sentence, "
      "(SELECT start_byte FROM sentences WHERE sentence_id = e.sentence_id), "
      "(SELECT end_byte FROM sentences WHERE sentence_id = e.sentence_id), "
      "e.start, e.\"end\"" +
      columns + " FROM (SELECT " + key + " AS chosen_key, date AS chosen_date FROM " + view +
      rows.sql + " ORDER BY date DESC NULLS LAST, " + key + " LIMIT " +
      std::to_string(std::min(question.limit, most)) + ") CROSS JOIN " + view_of(table, selection) +
      " AS e ON e." + key + " = chosen_key" + cited.sql +
      " ORDER BY chosen_date DESC NULLS LAST, chosen_key, e.citation_id";
  return cited;
}

std::optional<std::string> text_in(sqlite3_stmt* row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  if (bytes == nullptr) return std::nullopt;
  return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

CitedRow row_of(sqlite3_stmt* statement, std::size_t columns) {
  CitedRow row;
  row.document_id = sqlite3_column_int64(statement, 1);
  for (std::size_t i = 0; i < columns; ++i)
    row.cells.push_back(text_in(statement, keys + static_cast<int>(i)));
  return row;
}

}  // namespace

void cited_rows(const KnowledgeBase& base, const TableInfo& table,
                const CitedRowsQuestion& question,
                const std::function<void(const CitedRow&)>& sink) {
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql sql = sql_of(database, table, question);
    const Prepared statement = prepare(database, sql.sql);
    int index = 0;
    for (const std::string& value : sql.values)
      sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()),
                        SQLITE_STATIC);
    std::optional<std::int64_t> key;
    CitedRow row;
    while (step(database, statement)) {
      const std::int64_t next = sqlite3_column_int64(statement.get(), 0);
      if (key != next) {
        if (key) sink(row);
        row = row_of(statement.get(), question.columns.size());
        key = next;
      }
      const auto number = [&](int column) { return sqlite3_column_int64(statement.get(), column); };
      row.places.push_back({number(2), number(3), number(4), number(5), number(6)});
    }
    if (key) sink(row);
  });
}

}  // namespace attache
