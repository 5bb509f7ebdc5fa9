// SPDX-License-Identifier: MIT
#include "schema/catalog.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

struct Described {
  std::string_view table, description;
};

constexpr std::array<Described, 18> descriptions = {{
    {"documents", "The documents and what is known of them"},
    {"sentences", "The sentences of the documents, as bytes of their text, in order"},
    {"countries", "States, and former states, by ISO 3166-1 alpha-3 code"},
    {"bodies", "Organizations that the lexicon knows"},
    {"body_aliases", "Other names of organizations"},
    {"body_kinds", "Kinds of organizations"},
    {"norms", "Norms of international conduct"},
    {"instruments", "Treaties, declarations and resolutions"},
    {"norm_instruments", "Where instruments state norms"},
    {"themes", "Themes of priorities"},
    {"offices", "Offices that persons hold"},
    {"roles", "What a state can be to an organization"},
    {"rules", "Rules of the extractor that made citations"},
    {"principles", "Norms that a document upholds"},
    {"priorities", "Aims that a document states"},
    {"organizations", "Organizations that a document names, and the role it states"},
    {"leaders", "Persons that a document names with their office"},
    {"citations", "Every place in a text that supports a row of principles, priorities, organizations or leaders"},
}};

/// Tables that hold nothing a user gave or the extractor found.
constexpr std::array<std::string_view, 4> internal = {"document_texts", "name_forms", "body_forms", "vocabulary_version"};

/// A column that is not stored but belongs to the row for whoever reads it.
struct Computed {
  std::string_view table;
  std::string_view column;
  std::string_view expression;  ///< `t` is the table
  std::string_view description;
};

constexpr std::array<Computed, 2> computed = {{
    {"sentences", "text", "(SELECT x.text FROM sentence_texts AS x WHERE x.sentence_id = t.sentence_id)",
     "the words of the sentence"},
    {"citations", "quote",
     "(SELECT CAST(substr(CAST(x.text AS BLOB), t.start_byte + 1, t.end_byte - t.start_byte) AS TEXT) "
     "FROM sentences AS s JOIN document_texts AS x ON x.document_id = s.document_id "
     "WHERE s.sentence_id = t.sentence_id)",
     "the words that stand there"},
}};

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

ColumnType type_of(const std::string& declared) {
  if (declared == "INTEGER") return ColumnType::integer;
  return declared == "REAL" ? ColumnType::real : ColumnType::text;
}

void read_columns(SQLite::Database& database, const std::string& sql, StoredTable& table) {
  SQLite::Statement columns(database, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid");
  columns.bind(1, table.name);
  std::vector<std::pair<int, std::string>> key;
  while (columns.executeStep()) {
    const std::string name = columns.getColumn(0).getString();
    const int place = columns.getColumn(3).getInt();
    const bool required = columns.getColumn(2).getInt() != 0 || place > 0;
    table.columns.push_back({name, type_of(columns.getColumn(1).getString()), required, comment_of(sql, name)});
    if (place > 0) key.emplace_back(place, name);
  }
  std::sort(key.begin(), key.end());
  for (const auto& part : key) table.primary_key.push_back(part.second);
  for (const Computed& extra : computed) {
    if (extra.table != table.name) continue;
    table.columns.push_back({std::string(extra.column), ColumnType::text, true, std::string(extra.description)});
  }
}

void read_references(SQLite::Database& database, StoredTable& table, const std::vector<StoredTable>& earlier) {
  SQLite::Statement references(database, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id");
  references.bind(1, table.name);
  while (references.executeStep()) {
    StoredReference reference{references.getColumn(0).getString(), references.getColumn(1).getString(),
                              references.getColumn(2).getString()};
    // A reference without a column means the primary key.
    for (const StoredTable& target : earlier) {
      if (reference.target.empty() && target.name == reference.table) reference.target = target.primary_key.at(0);
    }
    if (!reference.target.empty()) table.references.push_back(std::move(reference));
  }
}

std::string expression_of(const StoredTable& table, const StoredColumn& column) {
  for (const Computed& extra : computed) {
    if (extra.table == table.name && extra.column == column.name) return std::string(extra.expression);
  }
  return "t.\"" + column.name + "\"";
}

std::string select_of(const StoredTable& table) {
  std::string columns;
  for (const StoredColumn& column : table.columns) columns += (columns.empty() ? "" : ", ") + expression_of(table, column);
  std::string order;
  for (const std::string& part : table.primary_key) order += (order.empty() ? "\"" : ", \"") + part + "\"";
  return "SELECT " + columns + " FROM \"" + table.name + "\" AS t ORDER BY " + (order.empty() ? "rowid" : order);
}

Cell cell_of(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER: return Cell(std::int64_t{sqlite3_column_int64(row, column)});
    case SQLITE_FLOAT: return Cell(sqlite3_column_double(row, column));
    case SQLITE_NULL: return Cell();
    default: break;
  }
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return Cell(std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column))));
}

/// For a statement read through SQLite itself, without the copies that SQLiteCpp makes of each cell.
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

}  // namespace

Snapshot::Snapshot(const KnowledgeBase& base) : base_(base) {
  guarded(base.file(), [&] { base.connection().exec("BEGIN"); });
}

Snapshot::~Snapshot() {
  // Nothing was written, so there is nothing that could fail to be undone.
  sqlite3_exec(base_.connection().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::vector<StoredTable> stored_tables(const KnowledgeBase& base) {
  return guarded(base.file(), [&] {
    std::vector<StoredTable> out;
    SQLite::Statement tables(base.connection(),
                             "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
                             "ESCAPE '\\' AND name NOT LIKE 'sentences\\_fts%' ESCAPE '\\' ORDER BY rowid");
    while (tables.executeStep()) {
      StoredTable table;
      table.name = tables.getColumn(0).getString();
      if (std::find(internal.begin(), internal.end(), table.name) != internal.end()) continue;
      table.description = description_of(table.name);
      read_columns(base.connection(), tables.getColumn(1).getString(), table);
      read_references(base.connection(), table, out);
      out.push_back(std::move(table));
    }
    return out;
  });
}

void read_all(const KnowledgeBase& base, const StoredTable& table, const RowSink& sink) {
  sqlite3* database = base.connection().getHandle();
  sqlite3_stmt* prepared = nullptr;
  int code = sqlite3_prepare_v2(database, select_of(table).c_str(), -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
  std::vector<Cell> cells(table.columns.size());
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step(prepared);
    if (code != SQLITE_ROW) break;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cell_of(prepared, static_cast<int>(i));
    if (!sink(cells)) return;
  }
  if (code != SQLITE_DONE) throw error_of(base.file(), sqlite3_extended_errcode(database), sqlite3_errmsg(database));
}

}  // namespace attache
