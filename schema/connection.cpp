// SPDX-License-Identifier: MIT
#include "schema/connection.h"

#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "schema/copies.h"
#include "schema/errors.h"
#include "schema/failed_reads.h"
#include "schema/fold.h"
#include "schema/folding_tokenizer.h"
#include "schema/hardening.h"
#include "schema/location.h"
#include "schema/migrate.h"
#include "schema/raw_file.h"
#include "schema/room.h"
#include "schema/stray_log.h"
#include "schema/substr.h"
#include "system/retried.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Kind = KnowledgeBaseError::Kind;

/// A connection is used by one thread at a time, so SQLite need not lock it at each call. The path
/// has no symbolic link any more: one that was put there since is not followed.
constexpr int open_flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;

KnowledgeBaseError missing(const fs::path& file) {
  return {Kind::missing,
          "no knowledge base at " + file.string() + ": run 'attache seed' to make one"};
}

/// A file: URI; immutable=1 promises SQLite that nobody writes, so that it needs no lock and no
/// file beside it.
std::string immutable_uri(const fs::path& file) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::string_view("?#%").find(c) == std::string_view::npos && byte > 0x20) uri += c;
    else (uri += '%', uri += digits[byte >> 4]) += digits[byte & 15];
  }
  return uri + "?immutable=1";
}

bool stands(const fs::path& file) {
  std::error_code error;
  return fs::exists(fs::symlink_status(file, error));
}

/// On a file system that is mounted read-only nobody writes; a file in WAL mode would still want a
/// log made beside it. With a log there, somebody did write: then SQLite's locks decide.
bool nobody_can_write(const fs::path& path) {
  return on_read_only_medium(path) && !stands(beside(path, "-wal")) &&
         !stands(beside(path, "-shm"));
}

std::unique_ptr<SQLite::Database> open_unlocked(const fs::path& path, BusyWait& wait) {
  if (nobody_can_write(path) && read_header(path).write_ahead)
    return std::make_unique<SQLite::Database>(immutable_uri(path),
                                              SQLite::OPEN_READONLY | SQLITE_OPEN_URI | open_flags);
  const int access = can_be_written(path) ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
  auto database = std::make_unique<SQLite::Database>(path.string(), access | open_flags);
  wait.attend(*database);
  return database;
}

/// A log that was there before stays there: the file's bytes change for a writer only.
void leave_log(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

/// Where file or folder can't be written, SQLite can neither undo what a killed run left nor share
/// a log with others.
[[noreturn]] void explain_unwritable(const fs::path& file, const fs::path& path) {
  const std::string what = stands(beside(path, "-journal")) || has_log(path)
                               ? "seeding was cut off and can't be tidied up here"
                               : "was left ready for a writer and can't be read here";
  throw KnowledgeBaseError(Kind::read_only,
                           file.string() + ": " + what + "; as a user who can write " +
                               path.parent_path().string() + ", run 'attache seed --refresh --db " +
                               path.string() + "'");
}

std::unique_ptr<SQLite::Database> open_reading(const fs::path& file, const fs::path& path,
                                               BusyWait& wait) {
  const bool writable = can_be_written(path);
  const bool log = has_log(path);
  watch_reads();
  auto database = guarded(file, [&] { return open_unlocked(path, wait); });
  if (log) leave_log(*database);
  try {
    guarded(file, *database, [&] {
      harden(*database);
      limit_time(*database, query_seconds);
      // Before any transaction: what a check keeps beside goes to no file.
      database->exec("PRAGMA temp_store = MEMORY; PRAGMA query_only = ON");
      database->execAndGet("SELECT count(*) FROM sqlite_schema");  // opening alone reads nothing
    });
  } catch (const KnowledgeBaseError& error) {
    const bool needs_writing = error.kind() == Kind::read_only || error.kind() == Kind::missing;
    if (needs_writing && !writable) explain_unwritable(file, path);
    throw;
  }
  return database;
}

/// What was read without SQLite may be older than a log, or be undone by a journal.
void require_current(SQLite::Database& database, const fs::path& file) {
  if (database.execAndGet("PRAGMA page_count").getInt() == 0) throw missing(file);
  FileHeader header;
  header.owner = database.execAndGet("PRAGMA application_id").getInt() == knowledge_base_id
                     ? FileHeader::Owner::attache
                     : FileHeader::Owner::others;
  header.version = database.execAndGet("PRAGMA user_version").getInt();
  require_ours(file, header);
  if (header.version >= newest_version()) return;
  require_marked(database, file);
  throw KnowledgeBaseError(
      Kind::older,
      file.string() + ": was made by an older attache; run 'attache seed' to bring it up to date");
}

KnowledgeBaseError not_made(const fs::path& file, int code) {
  return {Kind::read_only, file.string() + ": can't be made (" +
                               std::generic_category().message(code) +
                               "); check the path and the rights of its folder"};
}

/// Makes an empty file, unless another process was first; SQLite fills it in its place. It is not
/// taken away again where that fails: another process may have opened it meanwhile.
void make_empty(const fs::path& file, const fs::path& path) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) throw not_made(file, error.value());
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  const int descriptor = retried([&] { return ::open(path.c_str(), flags, 0666); });
  if (descriptor < 0 && errno != EEXIST) throw not_made(file, errno);
  if (descriptor >= 0) ::close(descriptor);
}

/// Sets the journal's mode, which needs the file for oneself; where others use it, the mode that is
/// there serves as well.
void set_journal(SQLite::Database& database, const char* mode, BusyWait& wait) {
  const WithoutWaiting alone(database, wait);
  try {
    database.execAndGet(std::string("PRAGMA journal_mode = ") + mode);
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_BUSY && error.getErrorCode() != SQLITE_LOCKED) throw;
  }
}

/// Nobody asks an empty knowledge base, so it is filled under a rollback journal, which writes each
/// page once; one that is in use gets a write-ahead log, so that queries run beside the seeding.
void choose_journal(SQLite::Database& database, BusyWait& wait) {
  // One without that table is to be repaired, and may hold all the rest.
  const bool filled = !database.tableExists("documents") ||
                      database.execAndGet("SELECT EXISTS (SELECT 1 FROM documents)").getInt() != 0;
  set_journal(database, filled ? "WAL" : "DELETE", wait);
  copy_where_room(database);
  database.exec("PRAGMA synchronous = NORMAL");
  database.exec("PRAGMA cache_size = -65536");
  // What undoes a document that fails is kept beside each page it touches; in a file that is most
  // of what is written.
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec("PRAGMA secure_delete = OFF");  // Debian's SQLite overwrites what is deleted, with
                                                // each merge of the index
}

}  // namespace

std::unique_ptr<SQLite::Database> connect_for_reading(const fs::path& file, BusyWait& wait) {
  const fs::path path = locate(file);
  const FileHeader header = read_header(path);
  if (header.owner != FileHeader::Owner::nobody) require_ours(file, header);
  require_own_logs(path);  // of a file that is gone, too: it is not to be made anew beside one
  if (header.owner == FileHeader::Owner::nobody) throw missing(file);
  auto database = open_reading(file, path, wait);
  guarded(file, *database, [&] {
    require_current(*database, file);
    register_fold(*database);
    register_folding_tokenizer(*database);
    register_substr(*database);
  });
  return database;
}

std::unique_ptr<SQLite::Database> connect_for_writing(const fs::path& file, BusyWait& wait) {
  const fs::path path = locate(file);
  const FileHeader header = read_header(path);
  if (header.owner != FileHeader::Owner::nobody) require_ours(file, header);
  require_own_logs(path);
  if (header.owner == FileHeader::Owner::nobody) make_empty(file, path);
  watch_reads();
  auto database = guarded(file, [&] {
    return std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE | open_flags);
  });
  wait.attend(*database);
  guarded(file, *database, [&] {
    harden(*database);
    database->exec("PRAGMA foreign_keys = ON");
    register_folding_tokenizer(*database);  // a migration may write the index anew
    migrate(*database, file);
    choose_journal(*database, wait);
    register_fold(*database);
  });
  return database;
}

}  // namespace attache
