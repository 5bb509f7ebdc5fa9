// SPDX-License-Identifier: MIT
#include "schema/settle.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <string>

#include "schema/errors.h"

namespace attache {
namespace {

/// A query that is just ending is waited for; one that goes on is not.
constexpr int patience_ms = 500;

bool has_log(SQLite::Database& database) {
  return database.execAndGet("PRAGMA journal_mode").getString() == "wal";
}

/// With the log empty the file is whole already; without it no folder need be writable to read it.
void leave_log_mode(SQLite::Database& database) {
  try {
    database.execAndGet("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception&) {
    // Another connection is open, or there is no room for a journal: the next writer tries again.
  }
}

KnowledgeBaseError left_in_log(const std::filesystem::path& file, const SQLite::Exception& error) {
  const bool full = (error.getErrorCode() & 0xff) == SQLITE_FULL;
  return {full ? KnowledgeBaseError::Kind::full : KnowledgeBaseError::Kind::other,
          file.string() + ": " +
              (full ? "no space left to bring" : std::string(error.what()) + "; could not bring") +
              " the new rows into the file; they are kept in " + file.filename().string() +
              "-wal beside it: make room, then run any 'attache seed'"};
}

}  // namespace

Settled settle(const std::filesystem::path& file, SQLite::Database& database) {
  try {
    database.setBusyTimeout(patience_ms);
    if (!has_log(database)) return Settled::whole;
    const bool in_use = database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
    if (in_use) return Settled::log_in_use;
    leave_log_mode(database);
    return Settled::whole;
  } catch (const SQLite::Exception& error) {
    throw left_in_log(file, error);
  }
}

}  // namespace attache
