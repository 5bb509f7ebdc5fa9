// SPDX-License-Identifier: MIT
#include "schema/compared_documents.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>

namespace attache {

std::vector<FilterValues> joined_filters(
    std::initializer_list<const std::vector<FilterValues>*> parts) {
  std::vector<FilterValues> all;
  for (const auto* part : parts) all.insert(all.end(), part->begin(), part->end());
  return all;
}

SelectionSql where_of(SQLite::Database& database, const TableInfo& table,
                      const std::vector<FilterValues>& filters, std::vector<std::string> before) {
  Selection selection;
  selection.filters = filters;
  return where_sql(database, table, selection, std::move(before));
}

Prepared bound(SQLite::Database& database, const SelectionSql& asked) {
  Prepared statement = prepare(database, asked.sql);
  int index = 0;
  for (const std::string& value : asked.values)
    sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()),
                      SQLITE_STATIC);
  return statement;
}

ComparedDocuments compared_documents(SQLite::Database& database,
                                     const std::vector<FilterValues>& filters) {
  const TableInfo& table = *find_table("documents");
  SelectionSql asked = where_of(database, table, filters);
  asked.sql = "SELECT document_id, document, sentences FROM " + std::string(table.view) +
              asked.sql + " ORDER BY date NULLS LAST, document";
  const Prepared row = bound(database, asked);
  ComparedDocuments documents;
  while (step(database, row)) {
    const auto* slug = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), 1));
    documents.emplace(sqlite3_column_int64(row.get(), 0),
                      ComparedDocument{documents.size(), slug == nullptr ? "" : slug,
                                       static_cast<std::size_t>(std::max<std::int64_t>(
                                           sqlite3_column_int64(row.get(), 2), 0))});
  }
  return documents;
}

bool ComparedThing::add(std::int64_t document, std::size_t number, std::int64_t row,
                        std::int64_t places) {
  citations += places;
  if (document == last_document) return false;
  last_document = document;
  ++documents;
  if (number >= first_number) return false;
  first_number = number;
  first_key = row;
  return true;
}

}  // namespace attache
