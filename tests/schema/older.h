// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <string>

#include "schema/embedded.h"
#include "schema/folding_tokenizer.h"
#include "schema/migrate.h"
#include "tests/schema/damage.h"

namespace attache::test {

/// Names that `query` gives, with commas between.
inline std::string listed(SQLite::Database& database, const std::string& query) {
  SQLite::Statement rows(database, query);
  std::string names;
  while (rows.executeStep())
    names += (names.empty() ? "\"" : ", \"") + rows.getColumn(0).getString() + "\"";
  return names;
}

/// The columns of a table that both `main` and the attached `now` have.
inline std::string common_columns(SQLite::Database& database, const std::string& table) {
  return listed(database, "SELECT name FROM pragma_table_info('" + table +
                              "', 'main') WHERE name IN (SELECT name FROM pragma_table_info('" +
                              table + "', 'now'))");
}

inline Lines tables_of(SQLite::Database& database, const std::string& schema) {
  SQLite::Statement rows(database, "SELECT name FROM " + schema +
                                       ".sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                                       "'sentences_fts%' AND name NOT LIKE 'sqlite%'");
  Lines names;
  while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
  return names;
}

/// A knowledge base as the program of an older schema left it, with what it knew of the rows in
/// `now`: made by the migrations up to `version` alone. The digests of rows are those of `now`.
inline void make_older(const std::filesystem::path& now, const std::filesystem::path& file,
                       std::size_t version) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_folding_tokenizer(database);
  for (const EmbeddedFile& migration : embedded_migrations().first(version))
    database.exec(std::string(migration.bytes));
  database.exec("PRAGMA foreign_keys = OFF; ATTACH '" + now.string() + "' AS now");
  for (const std::string& table : tables_of(database, "main")) {
    const std::string columns = common_columns(database, table);
    database.exec("DELETE FROM main." + table + "; INSERT INTO main." + table + "(" + columns +
                  ") SELECT " + columns + " FROM now." + table);
    if (version >= 9 && table == "row_sums")
      database.exec(
          "DELETE FROM main.row_sums WHERE name NOT IN (SELECT name FROM main.sqlite_schema)");
  }
  database.exec(
      "INSERT INTO sentences_fts(rowid, text) SELECT sentence_id, text FROM now.sentence_texts");
  database.exec("DETACH now; PRAGMA application_id = " + std::to_string(knowledge_base_id) +
                "; PRAGMA user_version = " + std::to_string(version));
}

}  // namespace attache::test
