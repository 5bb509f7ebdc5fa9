// SPDX-License-Identifier: MIT
#include "schema/repair.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>

#include "schema/busy_wait.h"
#include "schema/connection.h"
#include "schema/definitions.h"
#include "schema/description_copies.h"
#include "schema/document_digests.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/make_index.h"
#include "schema/renew_table.h"
#include "schema/row_sums.h"
#include "schema/settle.h"

namespace attache {
namespace {

using Kind = Deviation::Kind;

void drop(SQLite::Database& database, const Definition& definition) {
  database.exec("DROP " + definition.type + " IF EXISTS main." + identifier(definition.name));
}

/// The one table that the migrations fill.
void fill_roles(SQLite::Database& database) {
  const auto made = made_anew();
  SQLite::Statement rows(*made, "SELECT slug, definition FROM roles");
  database.exec("DELETE FROM roles");
  SQLite::Statement insert(database, "INSERT INTO roles(slug, definition) VALUES (?, ?)");
  while (rows.executeStep()) {
    insert.reset();
    insert.bind(1, rows.getColumn(0).getString());
    insert.bind(2, rows.getColumn(1).getString());
    insert.exec();
  }
}

/// What nothing in the file could give back is left alone.
void require_documents(SQLite::Database& database, const std::filesystem::path& file,
                       const Deviation& deviation, bool rows_were_kept) {
  const std::string& name = deviation.ours.name;
  if (rows_were_kept || (name != "document_texts" && name != "documents")) return;
  if (name == "documents" && copies_give_documents_back(database)) return;
  throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                           file.string() + ": " + words_of(deviation) +
                               ", which can't be repaired from within; seed the documents into "
                               "a new knowledge base");
}

void restore_tables(SQLite::Database& database, const std::filesystem::path& file,
                    const std::vector<Deviation>& found) {
  bool index = false, any = false;
  for (const Deviation& d : found) {
    index = index || is_of_index(d.ours.name);
    if (d.ours.type != "table" || is_of_index(d.ours.name)) continue;
    require_documents(database, file, d, renew_table(database, d));
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

/// Work on a knowledge base in one transaction, without a look at what its rows refer to.
template <typename Work>
void unreferenced(KnowledgeBase& base, Work&& work) {
  guarded(base.file(), [&] {
    SQLite::Database& database = base.connection();
    database.exec("PRAGMA foreign_keys = OFF");
    {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      work(database);
      transaction.commit();
    }
    database.exec("PRAGMA foreign_keys = ON");
  });
}

}  // namespace

void rebuild_indexes(const std::filesystem::path& file, Patience patience) {
  written(file, std::move(patience), [](SQLite::Database& database) { database.exec("REINDEX"); });
}

void restore_definitions(const std::filesystem::path& file, Patience patience) {
  written(file, std::move(patience), [&](SQLite::Database& database) {
    const auto found = deviations(database);
    // Triggers and views first: SQLite looks into them when a table goes.
    for (const Deviation& d : found)
      if (d.kind == Kind::foreign && (d.theirs.type == "view" || d.theirs.type == "trigger"))
        drop(database, d.theirs);
    restore_tables(database, file, found);
    restore_rest(database, deviations(database));
  });
}

void empty_index(const std::filesystem::path& file, Patience patience) {
  written(file, std::move(patience), [](SQLite::Database& database) { make_index(database); });
}

void restore_descriptions(KnowledgeBase& base) {
  unreferenced(base, [](SQLite::Database& database) { DescriptionCopies(database).restore(); });
}

void forget_vocabulary(KnowledgeBase& base) {
  unreferenced(base, [](SQLite::Database& database) {
    fill_roles(database);
    database.exec("DELETE FROM vocabulary_version");
  });
}

void forget_extracted(KnowledgeBase& base) {
  unreferenced(base, [](SQLite::Database& database) {
    DescriptionCopies copies(database);
    copies.restore();
    for (const char* table : {"citations", "principles", "priorities", "organizations", "leaders",
                              "sentences", "rules", "name_forms"})
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
    copies.write_all();
    RowSums sums(database);
    // Decisions are nobody's to remove: they stay as they are, and are applied to the new rows.
    for (const char* table :
         {"rules", "name_forms", "reviews", "review_samples", "review_sample_rows"})
      sums.write(table);
    make_index(database);
  });
}

}  // namespace attache
