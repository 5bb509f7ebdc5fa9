// SPDX-License-Identifier: MIT
#include "schema/copies.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <string_view>

#include "schema/hardening.h"
#include "schema/knowledge_base.h"
#include "schema/migrate.h"

namespace attache {
namespace {

/// Immutable, so that SQLite makes no file beside one that may not be ours.
std::string uri_of(const std::filesystem::path& file) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::string_view("?#%").find(c) == std::string_view::npos) uri += c;
    else (uri += '%', uri += digits[byte >> 4]) += digits[byte & 15];
  }
  return uri + "?immutable=1";
}

/// Whether references name the column that they mean.
bool names_columns(SQLite::Database& database) {
  return database
             .execAndGet(
                 "SELECT count(*) FROM pragma_foreign_key_list('citations') WHERE \"to\" IS NULL")
             .getInt() == 0;
}

/// The version whose tables and views are there; 0 where they are not ours.
int version_of(SQLite::Database& database) {
  const auto has = [&](const std::string& name) {
    return database.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name IN (" + name + ")")
        .getInt();
  };
  if (has("'documents', 'document_texts', 'sentences', 'citations', 'vocabulary_version'") != 5)
    return 0;
  const auto has_column = [&](const std::string& table, const std::string& column) {
    return database
               .execAndGet("SELECT count(*) FROM pragma_table_info('" + table +
                           "') WHERE name = '" + column + "'")
               .getInt() == 1;
  };
  if (has_column("documents", "version_of")) return 16;
  if (has("'identifiers'") == 1) return 15;
  if (has_column("citations", "start_char")) return 14;
  if (has_column("citations", "confidence")) return names_columns(database) ? 13 : 12;
  if (has("'reviews'") == 1) return 11;
  if (has("'office_types'") == 1) return 10;
  if (has("'row_sums'") == 1) return 9;
  if (has_column("documents", "title_from")) return 8;
  if (has("'document_metadata'") == 1) return 7;
  if (has("'document_digests'") == 1) return 6;
  if (has("'problems'") == 1) return 5;
  return has("'principles_listing'") == 1 ? 4 : 3;
}

}  // namespace

std::string words_of_unmarked(const std::filesystem::path& file) {
  const std::string foreign = "is not a knowledge base of attache; name another file with --db";
  try {
    SQLite::Database database(uri_of(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    harden(database);
    limit_time(database, query_seconds);
    const int version = version_of(database);
    if (version == 0 || database.execAndGet("PRAGMA application_id").getInt() != 0) return foreign;
    return "is a copy of a knowledge base that lost its marks, as by sqlite3's .dump or .clone; "
           "give them back with: sqlite3 FILE 'PRAGMA application_id = " +
           std::to_string(knowledge_base_id) +
           "; PRAGMA user_version = " + std::to_string(version) + "'";
  } catch (const SQLite::Exception&) {
    return foreign;
  }
}

void require_marked(SQLite::Database& database, const std::filesystem::path& file) {
  const int made = version_of(database);  // first: another program may bring the file up to date
  if (database.execAndGet("PRAGMA user_version").getInt() >= made) return;
  throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                           file.string() +
                               ": lost the mark of its version; give it back with: sqlite3 FILE "
                               "'PRAGMA user_version = " +
                               std::to_string(made) + "'");
}

}  // namespace attache
