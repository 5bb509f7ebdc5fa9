// SPDX-License-Identifier: MIT
#include "schema/renew_table.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Statement.h>

#include <string>

#include "schema/definitions.h"
#include "schema/errors.h"
#include "schema/identifier.h"

namespace attache {
namespace {

const std::string set_aside = "attache_set_aside";

/// The columns that both have, with commas between.
std::string common_columns(SQLite::Database& database, const std::string& table) {
  SQLite::Statement rows(database,
                         "SELECT n.name FROM pragma_table_info(?) AS n "
                         "JOIN pragma_table_xinfo(?) AS o ON o.name = n.name ORDER BY n.cid");
  rows.bind(1, table);
  rows.bind(2, set_aside);
  std::string names;
  while (rows.executeStep())
    names += (names.empty() ? "" : ", ") + identifier(rows.getColumn(0).getString());
  return names;
}

void move_rows(SQLite::Database& database, const Definition& ours) {
  // What refers to the table shall go on with the one that takes its place.
  database.exec("PRAGMA legacy_alter_table = ON");
  database.exec("ALTER TABLE main." + identifier(ours.name) + " RENAME TO " + set_aside);
  database.exec("PRAGMA legacy_alter_table = OFF");
  database.exec(ours.sql);
  const std::string columns = common_columns(database, ours.name);
  database.exec("INSERT INTO main." + identifier(ours.name) + "(" + columns + ") SELECT " +
                columns + " FROM main." + set_aside);
  database.exec("DROP TABLE main." + set_aside);
}

bool rows_were_moved(SQLite::Database& database, const Definition& ours) {
  try {
    SQLite::Savepoint scope(database, "renewal");
    move_rows(database, ours);
    scope.release();
    return true;
  } catch (const SQLite::Exception& error) {
    database.exec("PRAGMA legacy_alter_table = OFF");
    if (!is_damage(error)) throw;
    return false;
  }
}

}  // namespace

bool renew_table(SQLite::Database& database, const Deviation& deviation) {
  const Definition& theirs = deviation.theirs;
  if (theirs.type == "table" && rows_were_moved(database, deviation.ours)) return true;
  if (deviation.kind == Deviation::Kind::altered)
    database.exec("DROP " + theirs.type + " IF EXISTS main." + identifier(theirs.name));
  database.exec(deviation.ours.sql);
  return false;
}

bool copies_give_documents_back(SQLite::Database& database) {
  try {
    return database
               .execAndGet(
                   "SELECT count(*) FROM document_texts WHERE document_id NOT IN (SELECT "
                   "document_id FROM document_digests WHERE json_valid(description))")
               .getInt() == 0;
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    return false;
  }
}

}  // namespace attache
