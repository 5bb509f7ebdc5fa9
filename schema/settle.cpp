// SPDX-License-Identifier: MIT
#include "schema/settle.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <chrono>
#include <string>
#include <system_error>
#include <thread>

#include "schema/errors.h"
#include "schema/failed_reads.h"
#include "schema/knowledge_base.h"
#include "schema/room.h"

namespace attache {
namespace {

/// A query that is just ending is waited for; one that goes on is not.
constexpr std::chrono::milliseconds patience{500}, pause{20};

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

/// The log belongs to the file: some of its pages may be in it already, and others not.
KnowledgeBaseError left_in_log(const std::filesystem::path& file, const SQLite::Exception& error) {
  const bool full = (error.getErrorCode() & 0xff) == SQLITE_FULL;
  const std::string reason =
      failed_read() != 0 ? std::generic_category().message(failed_read()) : error.what();
  const std::string log = file.filename().string() + "-wal";
  return {full ? KnowledgeBaseError::Kind::full : KnowledgeBaseError::Kind::other,
          file.string() + ": " +
              (full ? "no space left to bring the new rows into the file"
                    : "the new rows can't be brought into the file (" + reason + ")") +
              "; they are kept in " + log + " beside it, and the file is whole only with that: " +
              (full ? "make room" : "check the disk") + ", then run any 'attache seed'"};
}

/// Nothing of the log was copied, so that the file is whole without it, too.
KnowledgeBaseError no_room(const std::filesystem::path& file) {
  return {KnowledgeBaseError::Kind::full,
          file.string() +
              ": no space left to bring the new rows into the file, which is as it was; "
              "they are kept in " +
              file.filename().string() + "-wal beside it: make room, then run any 'attache seed'"};
}

/// False where another connection reads from the log. The lock that a checkpoint wants first is not
/// waited for by SQLite, and a lock that the system refuses is to it one that others hold.
bool checkpoint(SQLite::Database& database) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

/// Another file stands where this one stood, or none: what was written has no name any more.
void require_in_place(const std::filesystem::path& file, SQLite::Database& database) {
  int moved = 0;
  sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0) throw error_of(file, SQLITE_READONLY_DBMOVED, {});
}

Settled settled(const std::filesystem::path& file, SQLite::Database& database) {
  try {
    database.setBusyTimeout(static_cast<int>(patience.count()));
    if (!has_log(database)) return Settled::whole;
    if (!make_room(database)) throw no_room(file);
    if (!checkpoint(database)) return Settled::log_in_use;
    leave_log_mode(database);
    return Settled::whole;
  } catch (const SQLite::Exception& error) {
    require_in_place(file, database);
    throw left_in_log(file, error);
  }
}

}  // namespace

Settled settle(const std::filesystem::path& file, SQLite::Database& database) {
  const Settled where = settled(file, database);
  require_in_place(file, database);
  return where;
}

}  // namespace attache
