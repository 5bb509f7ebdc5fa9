// SPDX-License-Identifier: MIT
#include "schema/catalog.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "schema/added_columns.h"
#include "schema/descriptions.h"
#include "schema/embedded.h"
#include "schema/errors.h"
#include "schema/fold.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/migrate.h"
#include "schema/prepared.h"

namespace attache {
namespace {

/// What groups of tables are written, in this order, so that references point backwards.
constexpr std::array<std::string_view, 4> groups = {"vocabulary", "documents", "facts", "reviews"};

std::size_t place_of(std::string_view group) {
  return static_cast<std::size_t>(std::find(groups.begin(), groups.end(), group) - groups.begin());
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

ColumnType type_of(const std::string& declared) {
  if (declared == "INTEGER") return ColumnType::integer;
  return declared == "REAL" ? ColumnType::real : ColumnType::text;
}

/// Puts in what schema/descriptions.csv knows of the column, and gives the column that it refers
/// to.
std::string_view describe(const std::string& table, StoredColumn& column) {
  const Described* known = description_of(table, column.name);
  if (known == nullptr) return {};
  column.description = known->text;
  column.kind = known->type;
  column.values.assign(known->values.begin(), known->values.end());
  if (known->type == "boolean") column.type = ColumnType::boolean;
  if (known->type == "array") column.type = ColumnType::list;
  return known->refers;
}

void add_column(StoredTable& table, StoredColumn column) {
  const std::string_view refers = describe(table.name, column);
  if (const std::size_t dot = refers.find('.'); dot != std::string_view::npos)
    table.references.push_back({column.name, std::string(refers.substr(0, dot)),
                                std::string(refers.substr(dot + 1)), false});
  table.columns.push_back(std::move(column));
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
    add_column(table, {name, type_of(columns.getColumn(1).getString()), required,
                       added.empty() ? comment_of(sql, name) : added});
    if (place > 0) key.emplace_back(place, name);
  }
  std::sort(key.begin(), key.end());
  for (const auto& part : key) table.primary_key.push_back(part.second);
  for (StoredColumn& column : added_columns(table.name)) {
    const auto same = std::find_if(table.columns.begin(), table.columns.end(),
                                   [&](const StoredColumn& c) { return c.name == column.name; });
    if (same == table.columns.end()) add_column(table, std::move(column));
    else same->sql = column.sql;
  }
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
    const Described* known = description_of(table.name);
    if (known == nullptr || place_of(known->type) == groups.size()) continue;  // bookkeeping
    table.label = known->label;
    table.description = known->text;
    table.group = known->type;
    read_columns(database, tables.getColumn(1).getString(), table);
    read_references(database, table, out);
    out.push_back(std::move(table));
  }
  std::stable_sort(out.begin(), out.end(), [](const StoredTable& a, const StoredTable& b) {
    return place_of(a.group) < place_of(b.group);
  });
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

std::vector<StoredName> stored_names(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement columns(
        base.connection(),
        "SELECT s.name, c.name FROM main.sqlite_schema AS s JOIN pragma_table_info(s.name) AS c "
        "WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sentences\\_fts\\_%' ESCAPE '\\' "
        "ORDER BY s.type, s.rowid, c.cid");
    std::vector<StoredName> names;
    while (columns.executeStep()) {
      std::string name = columns.getColumn(0).getString();
      if (description_of(name) == nullptr) continue;  // of others
      if (names.empty() || names.back().name != name) names.push_back({std::move(name), {}});
      names.back().columns.push_back(columns.getColumn(1).getString());
    }
    return names;
  });
}

bool holds(const KnowledgeBase& base, const StoredTable& table, const StoredReference& reference) {
  return guarded(base.file(), base.connection(), [&] {
    const std::string column = identifier(reference.column);
    const Prepared strays =
        prepare(base.connection(), "SELECT 1 FROM " + identifier(table.name) + " WHERE " + column +
                                       " IS NOT NULL AND " + column + " NOT IN (SELECT " +
                                       identifier(reference.target) + " FROM " +
                                       identifier(reference.table) + ") LIMIT 1");
    return !step(base.connection(), strays);
  });
}

}  // namespace attache
