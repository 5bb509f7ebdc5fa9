// SPDX-License-Identifier: MIT
#include "schema/catalog.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "schema/embedded.h"
#include "schema/errors.h"
#include "schema/fold.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/migrate.h"
#include "schema/quotes.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct Described {
  std::string_view table, description;
};

constexpr std::array<Described, 23> descriptions = {{
    {"documents", "The documents and what is known of them"},
    {"document_metadata", "What is said of documents in words of their own"},
    {"sentences",
     "The sentences of the documents, as bytes and characters of their text, in order"},
    {"countries", "States, and former states, by ISO 3166-1 alpha-3 code"},
    {"bodies", "Organizations that the lexicon knows"},
    {"body_aliases", "Other names of organizations"},
    {"body_kinds", "Kinds of organizations"},
    {"norms", "Norms of international conduct"},
    {"instruments", "Treaties, declarations and resolutions"},
    {"norm_instruments", "Where instruments state norms"},
    {"themes", "Themes of priorities"},
    {"offices", "Offices that persons hold"},
    {"office_types", "Normal forms of offices, by words in them"},
    {"roles", "What a state can be to an organization"},
    {"rules", "Rules of the extractor that made citations"},
    {"principles", "Norms that a document upholds"},
    {"priorities", "Aims that a document states"},
    {"organizations", "Organizations that a document names, and the role it states"},
    {"leaders", "Persons that a document names with their office"},
    {"citations",
     "Every place in a text that supports a row of principles, priorities, organizations or "
     "leaders"},
    {"reviews", "Decisions of people on rows: accepted, rejected or amended"},
    {"review_samples", "Draws of rows to be judged"},
    {"review_sample_rows", "The rows that were drawn"},
}};

/// Tables that hold nothing a user gave or the extractor found.
constexpr std::array<std::string_view, 6> internal = {"document_texts",   "name_forms",
                                                      "body_forms",       "vocabulary_version",
                                                      "document_digests", "row_sums"};

/// The last columns of some tables: they are not stored, but belong to the row for whoever reads
/// it.
struct QuoteColumn {
  std::string_view table;
  std::string_view column;
  bool required;
  std::string_view place;  ///< document, start and end in SQL; `t` is the table
  std::string_view description;
};

constexpr std::array<QuoteColumn, 3> quote_columns = {{
    {"sentences", "text", true, "t.document_id, t.start_byte, t.end_byte",
     "the words of the sentence"},
    {"citations", "quote", true,
     "(SELECT s.document_id FROM sentences AS s WHERE s.sentence_id = t.sentence_id), "
     "t.start_byte, t.end_byte",
     "the words that stand there"},
    {"citations", "statement", false,
     "(SELECT s.document_id FROM sentences AS s WHERE s.sentence_id = t.sentence_id), "
     "t.statement_start_byte, t.statement_end_byte",
     "the words that state an organization's role"},
}};

/// Columns of a row in SQL that tell where such a column's words stand.
constexpr int place_width = 3;

std::vector<const QuoteColumn*> quote_columns_of(std::string_view table) {
  std::vector<const QuoteColumn*> columns;
  for (const QuoteColumn& column : quote_columns)
    if (column.table == table) columns.push_back(&column);
  return columns;
}

std::string description_of(std::string_view table) {
  for (const Described& entry : descriptions) {
    if (entry.table == table) return std::string(entry.description);
  }
  return "";
}

/// The comment at the end of the line that declares the column.
std::string comment_of(const std::string& sql, const std::string& column) {
  std::istringstream lines(sql);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    const std::size_t comment = line.find("-- ");
    if (first == column && comment != std::string::npos) return line.substr(comment + 3);
  }
  return "";
}

/// The same of a column that a later migration adds: SQLite keeps no comment of those.
std::string comment_of_added(const std::string& table, const std::string& column) {
  const std::string statement = "ALTER TABLE " + table + " ADD COLUMN " + column + " ";
  for (const EmbeddedFile& migration : embedded_migrations()) {
    const std::size_t at = migration.bytes.find(statement);
    if (at == std::string_view::npos) continue;
    const std::string_view line = migration.bytes.substr(at, migration.bytes.find('\n', at) - at);
    const std::size_t comment = line.find("-- ");
    return comment == std::string_view::npos ? "" : std::string(line.substr(comment + 3));
  }
  return "";
}

/// SQLite has no booleans; the tables that can be asked know which integers are.
bool is_boolean(const std::string& table, const std::string& column) {
  const TableInfo* info = find_table(table);
  return info != nullptr &&
         std::any_of(info->columns.begin(), info->columns.end(), [&](const ColumnInfo& known) {
           return known.name == column && known.type == ColumnType::boolean;
         });
}

ColumnType type_of(const std::string& declared) {
  if (declared == "INTEGER") return ColumnType::integer;
  return declared == "REAL" ? ColumnType::real : ColumnType::text;
}

void read_columns(SQLite::Database& database, const std::string& sql, StoredTable& table) {
  SQLite::Statement columns(
      database, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid");
  columns.bind(1, table.name);
  std::vector<std::pair<int, std::string>> key;
  while (columns.executeStep()) {
    const std::string name = columns.getColumn(0).getString();
    const int place = columns.getColumn(3).getInt();
    const bool required = columns.getColumn(2).getInt() != 0 || place > 0;
    const std::string added = comment_of_added(table.name, name);
    const ColumnType type = is_boolean(table.name, name)
                                ? ColumnType::boolean
                                : type_of(columns.getColumn(1).getString());
    table.columns.push_back({name, type, required, added.empty() ? comment_of(sql, name) : added});
    if (place > 0) key.emplace_back(place, name);
  }
  std::sort(key.begin(), key.end());
  for (const auto& part : key) table.primary_key.push_back(part.second);
  for (const QuoteColumn* quote : quote_columns_of(table.name))
    table.columns.push_back({std::string(quote->column), ColumnType::text, quote->required,
                             std::string(quote->description)});
}

void read_references(SQLite::Database& database, StoredTable& table,
                     const std::vector<StoredTable>& earlier) {
  SQLite::Statement references(
      database, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id");
  references.bind(1, table.name);
  while (references.executeStep()) {
    StoredReference reference{references.getColumn(0).getString(),
                              references.getColumn(1).getString(),
                              references.getColumn(2).getString()};
    // A reference without a column means the primary key.
    for (const StoredTable& target : earlier) {
      if (reference.target.empty() && target.name == reference.table)
        reference.target = target.primary_key.at(0);
    }
    if (!reference.target.empty()) table.references.push_back(std::move(reference));
  }
}

/// Which rows of a table belong to the documents that pass the filters; `chosen` is a SELECT of
/// their ids. Empty for tables that belong to none.
std::string condition_of(const StoredTable& table, const std::string& chosen) {
  const auto has = [&](std::string_view name) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const StoredColumn& column) { return column.name == name; });
  };
  if (has("document_id")) return " WHERE t.document_id IN (" + chosen + ")";
  if (has("sentence_id"))
    return " WHERE t.sentence_id IN (SELECT s.sentence_id FROM sentences AS s WHERE s.document_id "
           "IN (" +
           chosen + "))";
  if (has("document"))
    return " WHERE t.document IN (SELECT d.slug FROM documents AS d WHERE d.document_id IN (" +
           chosen + "))";
  return {};
}

/// What chooses the rows of a table, with its values. Without filters all are chosen, decisions on
/// documents that are gone, too.
SelectionSql chosen_rows(SQLite::Database& database, const StoredTable& table,
                         const std::vector<FilterValues>& filters) {
  if (filters.empty()) return {};
  const TableInfo& documents = *find_table("documents");
  Selection selection;
  selection.filters = filters;
  SelectionSql asked = where_sql(database, documents, selection);
  const std::string condition =
      condition_of(table, "SELECT document_id FROM " + std::string(documents.view) + asked.sql);
  if (condition.empty()) return {};
  return {condition, std::move(asked.values)};
}

std::string select_of(const StoredTable& table, const std::string& where) {
  const auto quotes = quote_columns_of(table.name);
  std::string columns;
  for (const StoredColumn& column : table.columns) {
    const auto quote = std::find_if(quotes.begin(), quotes.end(),
                                    [&](const QuoteColumn* q) { return q->column == column.name; });
    columns +=
        (columns.empty() ? "" : ", ") +
        (quote != quotes.end() ? std::string((*quote)->place) : "t." + identifier(column.name));
  }
  std::string order;
  for (const std::string& part : table.primary_key)
    order += (order.empty() ? "t." : ", t.") + identifier(part);
  return "SELECT " + columns + " FROM main." + identifier(table.name) + " AS t" + where +
         " ORDER BY " + (order.empty() ? "t.rowid" : order);
}

/// What the migrations make, whatever a file says of itself.
std::vector<StoredTable> tables_of_migrations() {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_fold(database);
  migrate(database, ":memory:");
  std::vector<StoredTable> out;
  SQLite::Statement tables(
      database,
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
      "ESCAPE '\\' AND name NOT LIKE 'sentences\\_fts%' ESCAPE '\\' ORDER BY rowid");
  while (tables.executeStep()) {
    StoredTable table;
    table.name = tables.getColumn(0).getString();
    if (std::find(internal.begin(), internal.end(), table.name) != internal.end()) continue;
    table.description = description_of(table.name);
    read_columns(database, tables.getColumn(1).getString(), table);
    read_references(database, table, out);
    out.push_back(std::move(table));
  }
  return out;
}

/// A view or a virtual table in a table's place would run what somebody else wrote.
void require_stored(const KnowledgeBase& base, const std::vector<StoredTable>& tables) {
  SQLite::Statement plain(
      base.connection(),
      "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ?");
  for (const StoredTable& table : tables) {
    plain.reset();
    plain.bindNoCopy(1, table.name);
    if (!plain.executeStep())
      throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                               base.file().string() + ": has no table " + table.name +
                                   " as attache makes it; run 'attache check'");
  }
}

}  // namespace

Snapshot::Snapshot(const KnowledgeBase& base) : base_(base) {
  guarded(base.file(), base.connection(), [&] { base.connection().exec("BEGIN"); });
}

Snapshot::~Snapshot() {
  // Nothing was written, so there is nothing that could fail to be undone.
  sqlite3_exec(base_.connection().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::vector<StoredTable> stored_tables(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    std::vector<StoredTable> tables = tables_of_migrations();
    require_stored(base, tables);
    return tables;
  });
}

void read_all(const KnowledgeBase& base, const StoredTable& table, const RowSink& sink,
              const std::vector<FilterValues>& filters) {
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql chosen = chosen_rows(database, table, filters);
    const Prepared statement = prepare(database, select_of(table, chosen.sql));
    int index = 0;
    for (const std::string& value : chosen.values)
      sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()),
                        SQLITE_STATIC);
    Quotes quotes(database);
    std::vector<Cell> cells(table.columns.size());
    const auto stored = cells.size() - quote_columns_of(table.name).size();
    while (step(database, statement)) {
      for (std::size_t i = 0; i < stored; ++i)
        cells[i] = cell_of(statement.get(), static_cast<int>(i));
      for (std::size_t i = stored; i < cells.size(); ++i) {
        const int place = static_cast<int>(stored) + place_width * static_cast<int>(i - stored);
        cells[i] = quotes.cut(statement.get(), place, place + 1);
      }
      if (!sink(cells)) return;
    }
  });
}

}  // namespace attache
