// SPDX-License-Identifier: MIT
#include "schema/make_index.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <string>

#include "schema/definitions.h"
#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/identifier.h"
#include "schema/prepared.h"

namespace attache {
namespace {

constexpr std::string_view index_name = "sentences_fts";

std::string sql_of(std::string_view name) {
  for (const Definition& definition : expected_definitions())
    if (definition.name == name) return definition.sql;
  return {};
}

void copy_rows(SQLite::Database& from, SQLite::Database& to, const std::string& table) {
  const Prepared rows = prepare(from, "SELECT * FROM " + identifier(table));
  const int columns = sqlite3_column_count(rows.get());
  std::string marks;
  for (int i = 0; i < columns; ++i) marks += i == 0 ? "?" : ", ?";
  const Prepared insert =
      prepare(to, "INSERT INTO main." + identifier(table) + " VALUES (" + marks + ")");
  while (step(from, rows)) {
    sqlite3_reset(insert.get());
    for (int i = 0; i < columns; ++i)
      sqlite3_bind_value(insert.get(), i + 1, sqlite3_column_value(rows.get(), i));
    step(to, insert);
  }
}

/// SQLite can't even drop an index whose own tables it can't read: they get those of an empty one.
void empty_own_tables(SQLite::Database& database, SQLite::Database& fresh) {
  const OpenDefinitions open(database);
  for (const char* part : {"data", "idx", "docsize", "config", "content"}) {
    const std::string table = std::string(index_name) + "_" + part;
    database.exec("DROP TABLE IF EXISTS main." + table);
    const std::string sql = sql_of(table);
    if (sql.empty()) continue;
    database.exec(sql);
    copy_rows(fresh, database, table);
  }
}

/// One that FTS5 does not open (another tokenizer, an option it does not know) can't be dropped.
void drop_index(SQLite::Database& database) {
  try {
    database.exec("DROP TABLE IF EXISTS main.sentences_fts");
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    const OpenDefinitions open(database);
    database.exec("PRAGMA writable_schema = ON");
    database.exec("DELETE FROM main.sqlite_schema WHERE type = 'table' AND name = 'sentences_fts'");
    database.exec("PRAGMA writable_schema = RESET");
  }
}

}  // namespace

bool is_of_index(std::string_view name) { return name.starts_with(index_name); }

void make_index(SQLite::Database& database) {
  const auto fresh = made_anew();
  empty_own_tables(database, *fresh);
  drop_index(database);
  // They stay where no index was there that they belonged to.
  for (const char* part : {"data", "idx", "docsize", "config"})
    database.exec(std::string("DROP TABLE IF EXISTS main.sentences_fts_") + part);
  database.exec(sql_of(index_name));
  SQLite::Statement settings(*fresh, "SELECT k, v FROM sentences_fts_config WHERE k <> 'version'");
  SQLite::Statement set(database, "INSERT INTO sentences_fts(sentences_fts, rank) VALUES (?, ?)");
  while (settings.executeStep()) {
    set.reset();
    set.bind(1, settings.getColumn(0).getString());
    set.bind(2, settings.getColumn(1).getInt64());
    set.exec();
  }
}

}  // namespace attache
