// SPDX-License-Identifier: MIT
#include "schema/definitions.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <optional>

#include "schema/digest.h"
#include "schema/knowledge_base.h"
#include "schema/migrate.h"

namespace attache {
namespace {

constexpr std::string_view index_tables = "sentences_fts_";

bool is_of_index(const Definition& definition) {
  return definition.type == "table" && definition.name.starts_with(index_tables);
}

bool same(const Definition& ours, const Definition& theirs) {
  if (ours.type != theirs.type || ours.table != theirs.table) return false;
  return is_of_index(ours) || ours.sql == theirs.sql;
}

std::vector<Definition> read(SQLite::Database& database) {
  // Tables whose names begin with sqlite_stat are ANALYZE's.
  SQLite::Statement rows(database,
                         "SELECT type, name, tbl_name, sql FROM main.sqlite_schema "
                         "WHERE NOT (type = 'table' AND name GLOB 'sqlite_stat[0-9]')"
                         "ORDER BY type, name");
  std::vector<Definition> definitions;
  while (rows.executeStep()) {
    const auto text = [&](int column) { return rows.getColumn(column).getString(); };
    definitions.push_back({text(0), text(1), text(2), text(3)});
  }
  return definitions;
}

bool is_table_of_ours(const std::vector<Definition>& ours, const std::string& name) {
  return std::any_of(ours.begin(), ours.end(), [&](const Definition& definition) {
    return definition.type == "table" && definition.name == name;
  });
}

/// Whether a query of ours meets it.
bool matters(const Deviation& deviation, const std::vector<Definition>& ours) {
  switch (deviation.kind) {
    case Deviation::Kind::missing: return deviation.ours.type != "index";
    case Deviation::Kind::altered: return true;
    case Deviation::Kind::foreign:
      return deviation.theirs.type == "index" && is_table_of_ours(ours, deviation.theirs.table);
  }
  return true;
}

std::vector<Deviation> compare(const std::vector<Definition>& ours,
                               std::vector<Definition> theirs) {
  std::vector<Deviation> found;
  for (const Definition& own : ours) {
    const auto at = std::find_if(theirs.begin(), theirs.end(),
                                 [&](const Definition& d) { return d.name == own.name; });
    if (at == theirs.end()) {
      found.push_back({Deviation::Kind::missing, own, {}});
      continue;
    }
    if (!same(own, *at)) found.push_back({Deviation::Kind::altered, own, *at});
    theirs.erase(at);
  }
  for (Definition& left : theirs) found.push_back({Deviation::Kind::foreign, {}, std::move(left)});
  return found;
}

}  // namespace

std::vector<Definition> stored_definitions(SQLite::Database& database) { return read(database); }

std::unique_ptr<SQLite::Database> made_anew() {
  auto database =
      std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(*database, ":memory:");
  return database;
}

std::vector<Definition> expected_definitions() { return read(*made_anew()); }

std::vector<Deviation> deviations(SQLite::Database& database) {
  return compare(expected_definitions(), read(database));
}

std::string words_of(const Deviation& deviation) {
  switch (deviation.kind) {
    case Deviation::Kind::missing:
      return "the " + deviation.ours.type + " " + deviation.ours.name + " is missing";
    case Deviation::Kind::altered:
      return "the " + deviation.theirs.type + " " + deviation.ours.name +
             " is not defined as attache defines it";
    case Deviation::Kind::foreign:
      return "the " + deviation.theirs.type + " " + deviation.theirs.name +
             " is not one of attache's" +
             (deviation.theirs.type == "table" ? "; drop it where nobody needs it" : "");
  }
  return {};
}

std::string fingerprint_of(const std::vector<Definition>& definitions) {
  Digest digest;
  for (const Definition& d : definitions)
    digest.text(d.type).text(d.name).text(d.table).text(d.sql);
  return digest.done();
}

void require_own_definitions(SQLite::Database& database, const std::filesystem::path& file) {
  std::vector<Definition> theirs = read(database);
  if (fingerprint_of(theirs) == known_fingerprint) return;
  const std::vector<Definition> ours = expected_definitions();
  for (const Deviation& deviation : compare(ours, std::move(theirs)))
    if (matters(deviation, ours))
      throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                               file.string() + ": " + words_of(deviation) +
                                   ", so nothing is read from it; run 'attache check --repair'");
}

}  // namespace attache
