// SPDX-License-Identifier: MIT
#include "schema/repair.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "schema/busy_wait.h"
#include "schema/connection.h"
#include "schema/definitions.h"
#include "schema/document_digests.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/migrate.h"
#include "schema/settle.h"

namespace attache {
namespace {

using Kind = Deviation::Kind;

std::unique_ptr<SQLite::Database> migrated() {
  auto made =
      std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(*made, ":memory:");
  return made;
}

void drop(SQLite::Database& database, const Definition& definition) {
  database.exec("DROP " + definition.type + " IF EXISTS main." + identifier(definition.name));
}

std::string sql_of_index() {
  for (const Definition& definition : expected_definitions())
    if (definition.name == "sentences_fts") return definition.sql;
  return {};
}

bool is_of_index(const std::string& name) { return name.starts_with("sentences_fts"); }

/// The table is known only if all of its own tables are there.
void complete_index(SQLite::Database& database, const std::vector<Deviation>& found) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  for (const Deviation& d : found)
    if (d.kind == Kind::missing && is_of_index(d.ours.name) && d.ours.name != "sentences_fts")
      database.tryExec(d.ours.sql);
  database.tryExec("INSERT OR IGNORE INTO sentences_fts_config(k, v) VALUES ('version', 4)");
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void make_index(SQLite::Database& database) {
  complete_index(database, deviations(database));
  database.exec("DROP TABLE IF EXISTS main.sentences_fts");
  for (const char* part : {"data", "idx", "docsize", "config", "content"})
    database.exec(std::string("DROP TABLE IF EXISTS main.sentences_fts_") + part);
  database.exec(sql_of_index());
  const auto made = migrated();
  SQLite::Statement settings(*made, "SELECT k, v FROM sentences_fts_config WHERE k <> 'version'");
  SQLite::Statement set(database, "INSERT INTO sentences_fts(sentences_fts, rank) VALUES (?, ?)");
  while (settings.executeStep()) {
    set.reset();
    set.bind(1, settings.getColumn(0).getString());
    set.bind(2, settings.getColumn(1).getInt64());
    set.exec();
  }
}

/// The one table that the migrations fill.
void fill_roles(SQLite::Database& database) {
  const auto made = migrated();
  SQLite::Statement rows(*made, "SELECT slug, definition FROM roles");
  SQLite::Statement insert(database,
                           "INSERT OR REPLACE INTO roles(slug, definition) VALUES (?, ?)");
  while (rows.executeStep()) {
    insert.reset();
    insert.bind(1, rows.getColumn(0).getString());
    insert.bind(2, rows.getColumn(1).getString());
    insert.exec();
  }
}

void require_documents(const std::filesystem::path& file, const std::vector<Deviation>& found) {
  for (const Deviation& d : found)
    if (d.ours.name == "documents" || d.ours.name == "document_texts")
      throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                               file.string() + ": " + words_of(d) +
                                   ", which can't be repaired from within; seed the documents into "
                                   "a new knowledge base");
}

void restore_tables(SQLite::Database& database, const std::vector<Deviation>& found) {
  bool index = false, any = false;
  for (const Deviation& d : found) {
    index = index || is_of_index(d.ours.name);
    if (d.ours.type != "table" || is_of_index(d.ours.name)) continue;
    if (d.kind == Kind::altered) drop(database, d.theirs);
    database.exec(d.ours.sql);
    any = true;
  }
  if (index) make_index(database);
  if (!any) return;
  fill_roles(database);
  database.exec("DELETE FROM vocabulary_version");  // so that the vocabulary is written again
}

/// Views, indexes and triggers. SQLite's own indexes, which have no text, come with their tables.
void restore_rest(SQLite::Database& database, const std::vector<Deviation>& found) {
  for (const Deviation& d : found) {
    const bool own_index = d.ours.sql.empty() && d.theirs.sql.empty();
    if (own_index || d.ours.type == "table") continue;
    if (d.kind != Kind::missing && d.theirs.type != "table") drop(database, d.theirs);
    if (d.kind != Kind::foreign) database.exec(d.ours.sql);
  }
}

/// Work on a file that can't be opened as a knowledge base yet.
template <typename Work>
void written(const std::filesystem::path& file, Patience patience, Work&& work) {
  BusyWait wait(std::move(patience));
  const auto database = connect_for_writing(file, wait);
  guarded(file, [&] {
    database->exec("PRAGMA foreign_keys = OFF");
    SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
    work(*database);
    transaction.commit();
  });
  settle(file, *database);
}

}  // namespace

void rebuild_indexes(const std::filesystem::path& file, Patience patience) {
  written(file, std::move(patience), [](SQLite::Database& database) { database.exec("REINDEX"); });
}

void restore_definitions(const std::filesystem::path& file, Patience patience) {
  written(file, std::move(patience), [&](SQLite::Database& database) {
    const auto found = deviations(database);
    require_documents(file, found);
    // Triggers and views first: SQLite looks into them when a table goes.
    for (const Deviation& d : found)
      if (d.kind == Kind::foreign && (d.theirs.type == "view" || d.theirs.type == "trigger"))
        drop(database, d.theirs);
    restore_tables(database, found);
    restore_rest(database, deviations(database));
  });
}

void empty_index(KnowledgeBase& base) {
  guarded(base.file(), [&] {
    SQLite::Transaction transaction(base.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    make_index(base.connection());
    transaction.commit();
  });
}

void forget_extracted(KnowledgeBase& base) {
  guarded(base.file(), [&] {
    SQLite::Database& database = base.connection();
    database.exec("PRAGMA foreign_keys = OFF");
    {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      for (const char* table :
           {"citations", "principles", "priorities", "organizations", "leaders", "sentences"})
        database.exec(std::string("DELETE FROM ") + table);
      database.exec(
          "DELETE FROM document_texts WHERE document_id NOT IN (SELECT document_id FROM documents);"
          "DELETE FROM document_metadata WHERE document_id NOT IN "
          "(SELECT document_id FROM documents);"
          "DELETE FROM document_digests WHERE document_id NOT IN "
          "(SELECT document_id FROM documents);"
          "INSERT INTO document_texts(document_id, text) SELECT document_id, '' FROM documents "
          "WHERE document_id NOT IN (SELECT document_id FROM document_texts);"
          "UPDATE documents SET first_sentence_id = NULL, sentence_count = 0, "
          "engine_version = NULL, lexicon_version = NULL");
      DocumentDigests(database).mark_changed();
      make_index(database);
      transaction.commit();
    }
    database.exec("PRAGMA foreign_keys = ON");
  });
}

}  // namespace attache
