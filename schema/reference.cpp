// SPDX-License-Identifier: MIT
#include "schema/reference.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// "document/table/key", where the key may have more of `/`.
struct Parts {
  std::string document, table;
};

std::optional<Parts> parts_of(const std::string& reference) {
  const auto first = reference.find('/');
  if (first == std::string::npos) return std::nullopt;
  const auto second = reference.find('/', first + 1);
  if (second == std::string::npos) return std::nullopt;
  return Parts{reference.substr(0, first), reference.substr(first + 1, second - first - 1)};
}

std::string quoted_columns(const TableInfo& table) {
  std::string out;
  for (const ColumnInfo& column : table.columns)
    out += (out.empty() ? "\"" : ", \"") + column.name + '"';
  return out;
}

std::vector<Field> fields_of(SQLite::Statement& row, const TableInfo& table) {
  std::vector<Field> fields;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto value = row.getColumn(static_cast<int>(i));
    fields.push_back(
        {table.columns[i], value.isNull() ? std::nullopt : std::optional(value.getString())});
  }
  return fields;
}

/// The document is asked for apart from the reference: its slug has an index.
std::vector<CitedPlace> places_of(SQLite::Database& database, const TableInfo& table,
                                  const Parts& parts, const std::string& reference) {
  SQLite::Statement row(
      database,
      "SELECT c.sentence, c.start, c.\"end\", c.rule, min(s.start_byte), max(s.end_byte) FROM " +
          with_rejected(table, table.evidence_view) +
          " AS c JOIN documents AS d ON d.document_id = c.document_id "
          "JOIN sentences AS own ON own.sentence_id = c.sentence_id "
          "JOIN sentences AS s ON s.sentence_id BETWEEN d.first_sentence_id AND "
          "d.first_sentence_id + "
          "d.sentence_count - 1 AND s.paragraph = own.paragraph "
          "WHERE c.document = ?1 AND c.ref = ?2 GROUP BY c.citation_id ORDER BY c.start, "
          "c.\"end\"");
  row.bindNoCopy(1, parts.document);
  row.bindNoCopy(2, reference);
  std::vector<CitedPlace> places;
  while (row.executeStep()) {
    const auto number = [&](int column) { return row.getColumn(column).getInt64(); };
    places.push_back(
        {number(0), number(1), number(2), row.getColumn(3).getString(), number(4), number(5)});
  }
  return places;
}

std::optional<Referred> find_row(SQLite::Database& database, const std::string& reference) {
  const auto parts = parts_of(reference);
  const TableInfo* table = parts ? find_table(parts->table) : nullptr;
  if (table == nullptr || table->evidence_view.empty()) return std::nullopt;
  SQLite::Statement row(database, "SELECT " + quoted_columns(*table) + ", document_id FROM " +
                                      with_rejected(*table, table->view) +
                                      " WHERE document = ?1 AND ref = ?2");
  row.bindNoCopy(1, parts->document);
  row.bindNoCopy(2, reference);
  if (!row.executeStep()) return std::nullopt;
  return Referred{table, row.getColumn(static_cast<int>(table->columns.size())).getInt64(),
                  fields_of(row, *table), places_of(database, *table, *parts, reference)};
}

std::optional<Referred> find_document(SQLite::Database& database, const std::string& reference) {
  const TableInfo& table = *find_table("documents");
  SQLite::Statement row(
      database, "SELECT " + quoted_columns(table) + ", document_id FROM " +
                    std::string(table.view) +
                    " WHERE document_id = (SELECT document_id FROM documents WHERE slug = ?1 "
                    "UNION ALL SELECT document_id FROM documents WHERE path = ?1 LIMIT 1)");
  row.bindNoCopy(1, reference);
  if (!row.executeStep()) return std::nullopt;
  return Referred{&table,
                  row.getColumn(static_cast<int>(table.columns.size())).getInt64(),
                  fields_of(row, table),
                  {}};
}

std::vector<std::string> strings(SQLite::Statement& rows) {
  std::vector<std::string> all;
  while (rows.executeStep()) all.push_back(rows.getColumn(0).getString());
  return all;
}

std::vector<std::string> references_of(SQLite::Database& database, const std::string& document) {
  std::vector<std::string> all;
  for (const TableInfo& table : tables()) {
    if (table.evidence_view.empty()) continue;
    SQLite::Statement rows(database,
                           "SELECT ref FROM " + with_rejected(table, table.view) + " WHERE document = ?1");
    rows.bindNoCopy(1, document);
    for (std::string& reference : strings(rows)) all.push_back(std::move(reference));
  }
  return all;
}

}  // namespace

std::optional<Referred> find_reference(const KnowledgeBase& base, const std::string& reference) {
  return guarded(base.file(), base.connection(), [&] {
    auto found = find_row(base.connection(), reference);
    return found ? found : find_document(base.connection(), reference);
  });
}

std::vector<std::string> similar_references(const KnowledgeBase& base,
                                            const std::string& reference) {
  return guarded(base.file(), base.connection(), [&] {
    const std::string document = reference.substr(0, reference.find('/'));
    const auto rows = references_of(base.connection(), document);
    if (!rows.empty() && document != reference) return nearest(reference, rows);
    SQLite::Statement slugs(base.connection(), "SELECT slug FROM documents");
    return nearest(document, strings(slugs));
  });
}

}  // namespace attache
