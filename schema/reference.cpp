// SPDX-License-Identifier: MIT
#include "schema/reference.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <charconv>

#include "schema/document_values.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/reference_parts.h"
#include "schema/tables.h"

namespace attache {
namespace {

using Around = std::optional<std::uint32_t>;

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

/// The sentences of the passage around sentence `own` of document `d`; ?9 is how many on each side.
std::string in_passage(const Around& around) {
  return std::string(
             "s.sentence_id BETWEEN d.first_sentence_id AND "
             "d.first_sentence_id + d.sentence_count - 1 AND ") +
         (around ? "s.ordinal BETWEEN own.ordinal - ?9 AND own.ordinal + ?9"
                 : "s.paragraph = own.paragraph");
}

void bind_around(SQLite::Statement& row, const Around& around) {
  if (around) row.bind(9, static_cast<std::int64_t>(*around));
}

/// The document is asked for apart from the reference: its slug has an index.
std::vector<CitedPlace> places_of(SQLite::Database& database, const TableInfo& table,
                                  const ReferenceParts& parts, const std::string& reference,
                                  const Around& around) {
  SQLite::Statement row(
      database,
      "SELECT c.sentence, c.start, c.\"end\", c.rule, min(s.start_byte), max(s.end_byte), "
      "c.statement_start, c.statement_end, c.confidence FROM " +
          with_rejected(table, table.evidence_view) +
          " AS c JOIN documents AS d ON d.document_id = c.document_id "
          "JOIN sentences AS own ON own.sentence_id = c.sentence_id JOIN sentences AS s ON " +
          in_passage(around) +
          " WHERE c.document = ?1 AND c.ref = ?2 GROUP BY c.citation_id ORDER BY c.start, "
          "c.\"end\"");
  row.bindNoCopy(1, parts.document);
  row.bindNoCopy(2, reference);
  bind_around(row, around);
  std::vector<CitedPlace> places;
  while (row.executeStep()) {
    const auto number = [&](int column) { return row.getColumn(column).getInt64(); };
    places.push_back({number(0),
                      number(1),
                      number(2),
                      row.getColumn(3).getString(),
                      number(4),
                      number(5),
                      number(6),
                      number(7),
                      {}});
    if (!row.getColumn(8).isNull()) places.back().confidence = row.getColumn(8).getDouble();
  }
  return places;
}

std::optional<Referred> find_row(SQLite::Database& database, const std::string& reference,
                                 const Around& around) {
  const auto parts = reference_parts(reference);
  const TableInfo* table = parts ? find_table(parts->table) : nullptr;
  if (table == nullptr || table->evidence_view.empty()) return std::nullopt;
  SQLite::Statement row(database, "SELECT " + quoted_columns(*table) + ", document_id FROM " +
                                      with_rejected(*table, table->view) +
                                      " WHERE document = ?1 AND ref = ?2");
  row.bindNoCopy(1, parts->document);
  row.bindNoCopy(2, reference);
  if (!row.executeStep()) return std::nullopt;
  return Referred{table,
                  row.getColumn(static_cast<int>(table->columns.size())).getInt64(),
                  fields_of(row, *table),
                  places_of(database, *table, *parts, reference, around),
                  {}};
}

/// The number of a sentence; nothing where `key` is none as we write it.
std::optional<std::int64_t> sentence_number(const std::string& key) {
  std::int64_t number = 0;
  const char* const end = key.data() + key.size();
  const auto read = std::from_chars(key.data(), end, number);
  const bool plain = read.ec == std::errc() && read.ptr == end && std::to_string(number) == key;
  return plain && number >= 0 ? std::optional(number) : std::nullopt;
}

/// References of the rows that cite a sentence, in the order of the tables and of seeding.
std::vector<std::string> rows_citing(SQLite::Database& database, std::int64_t document_id,
                                     std::int64_t sentence_id) {
  std::vector<std::string> all;
  for (const TableInfo& table : tables()) {
    if (table.evidence_view.empty()) continue;
    SQLite::Statement rows(database, "SELECT ref FROM " + std::string(table.evidence_view) +
                                         " WHERE document_id = ?1 AND sentence_id = ?2 "
                                         "GROUP BY ref ORDER BY min(citation_id)");
    rows.bind(1, document_id);
    rows.bind(2, sentence_id);
    while (rows.executeStep()) all.push_back(rows.getColumn(0).getString());
  }
  return all;
}

std::optional<Referred> find_sentence(SQLite::Database& database, const std::string& reference,
                                      const Around& around) {
  const TableInfo& table = sentence_table();
  const auto parts = reference_parts(reference);
  const auto number =
      parts && parts->table == table.name ? sentence_number(parts->key) : std::nullopt;
  if (!number) return std::nullopt;
  SQLite::Statement row(
      database,
      "SELECT d.slug, d.title, d.country, d.date, own.ordinal, own.paragraph, own.start_byte, "
      "own.end_byte, ?2, min(s.start_byte), max(s.end_byte), d.document_id, own.sentence_id "
      "FROM documents AS d JOIN sentences AS own ON own.sentence_id = d.first_sentence_id + ?3 "
      "AND own.document_id = d.document_id JOIN sentences AS s ON " +
          in_passage(around) + " WHERE d.slug = ?1 AND ?3 < d.sentence_count");
  row.bindNoCopy(1, parts->document);
  row.bindNoCopy(2, reference);
  row.bind(3, *number);
  bind_around(row, around);
  const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
  if (!row.executeStep() || row.getColumn(0).isNull()) return std::nullopt;
  return Referred{&table,
                  at(11),
                  fields_of(row, table),
                  {{at(4), at(6), at(7), {}, at(9), at(10), 0, 0, {}}},
                  rows_citing(database, at(11), at(12))};
}

/// The slug that is the reference but for capitals; empty where there is none, or it is that.
std::string slug_in_lower_case(SQLite::Database& database, const std::string& reference) {
  SQLite::Statement row(database,
                        "SELECT slug FROM documents WHERE slug = lower(?1) AND slug <> ?1");
  row.bindNoCopy(1, reference);
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

/// By slug, or by a path or the name of a file that one document alone has.
std::optional<Referred> find_document(SQLite::Database& database, const std::string& reference) {
  const TableInfo& table = *find_table("documents");
  SQLite::Statement row(
      database, "SELECT " + quoted_columns(table) + ", document_id FROM " +
                    std::string(table.view) +
                    " WHERE document_id = (SELECT document_id FROM documents WHERE slug = ?1)");
  row.bindNoCopy(1, reference);
  if (!row.executeStep()) {
    const auto at = documents_at(database, reference);
    if (at.size() == 1) return find_document(database, at.front());
    const std::string slug = slug_in_lower_case(database, reference);
    return slug.empty() ? std::nullopt : find_document(database, slug);
  }
  return Referred{&table,
                  row.getColumn(static_cast<int>(table.columns.size())).getInt64(),
                  fields_of(row, table),
                  {},
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
    SQLite::Statement rows(
        database, "SELECT ref FROM " + with_rejected(table, table.view) + " WHERE document = ?1");
    rows.bindNoCopy(1, document);
    for (std::string& reference : strings(rows)) all.push_back(std::move(reference));
  }
  return all;
}

/// The document's last sentence, where a number behind it is asked for.
std::vector<std::string> last_sentence(SQLite::Database& database, const std::string& reference) {
  const auto parts = reference_parts(reference);
  if (!parts || parts->table != sentence_table().name) return {};
  SQLite::Statement row(database,
                        "SELECT slug || '/sentence/' || (sentence_count - 1) FROM documents "
                        "WHERE slug = ?1 AND sentence_count > 0");
  row.bindNoCopy(1, parts->document);
  return strings(row);
}

/// The sentence of a number that stands right behind a document.
std::vector<std::string> numbered_sentence(SQLite::Database& database,
                                           const std::string& reference) {
  const std::size_t slash = reference.find('/');
  if (slash == std::string::npos || !sentence_number(reference.substr(slash + 1))) return {};
  const std::string meant = reference.substr(0, slash) + "/sentence" + reference.substr(slash);
  if (find_sentence(database, meant, 0)) return {meant};
  return last_sentence(database, meant);
}

/// Documents that have these words for a title.
std::vector<std::string> titled(SQLite::Database& database, const std::string& title) {
  SQLite::Statement slugs(database,
                          "SELECT slug FROM documents WHERE fold(title) = fold(?1) LIMIT 3");
  slugs.bindNoCopy(1, title);
  return strings(slugs);
}

}  // namespace

bool Referred::is_document() const { return table == find_table("documents"); }

bool Referred::is_sentence() const { return table == &sentence_table(); }

std::string field_of(const Referred& referred, std::string_view column) {
  for (const Field& field : referred.fields)
    if (field.column.name == column) return field.value.value_or("");
  return "";
}

const TableInfo& sentence_table() {
  static const TableInfo table = [] {
    TableInfo info;
    info.name = "sentence";
    info.columns = {{"document"},
                    {"title"},
                    {"country"},
                    {"date"},
                    {"sentence", ColumnType::integer},
                    {"paragraph", ColumnType::integer},
                    {"start", ColumnType::integer},
                    {"end", ColumnType::integer},
                    {"ref"}};
    return info;
  }();
  return table;
}

std::optional<Referred> find_reference(const KnowledgeBase& base, const std::string& reference,
                                       std::optional<std::uint32_t> around) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    if (auto row = find_row(database, reference, around)) return row;
    if (auto sentence = find_sentence(database, reference, around)) return sentence;
    return find_document(database, reference);
  });
}

std::vector<std::string> similar_references(const KnowledgeBase& base,
                                            const std::string& reference) {
  return guarded(base.file(), base.connection(), [&] {
    for (const auto find : {last_sentence, numbered_sentence, titled})
      if (auto meant = find(base.connection(), reference); !meant.empty()) return meant;
    const std::string document = reference.substr(0, reference.find('/'));
    const auto rows = references_of(base.connection(), document);
    if (!rows.empty() && document != reference) return nearest(reference, rows);
    if (auto files = documents_of_file(base.connection(), reference); !files.empty()) return files;
    const bool file = !reference_parts(reference);
    return nearest_documents(base.connection(), file ? reference : document);
  });
}

std::vector<std::string> similar_rows(const KnowledgeBase& base, const std::string& reference) {
  const std::size_t slash = reference.find('/');
  if (slash == std::string::npos) return {};
  return nearest(reference, rows_of(base, reference.substr(0, slash)));
}

std::vector<std::string> rows_of(const KnowledgeBase& base, const std::string& document) {
  return guarded(base.file(), base.connection(),
                 [&] { return references_of(base.connection(), document); });
}

}  // namespace attache
