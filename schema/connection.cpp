// SPDX-License-Identifier: MIT
#include "schema/connection.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <unistd.h>

#include <string>

#include "schema/errors.h"
#include "schema/fold.h"
#include "schema/migrate.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Kind = KnowledgeBaseError::Kind;

constexpr int busy_timeout_ms = 10'000;

/// A connection is used by one thread at a time, so SQLite need not lock it at each call.
constexpr int one_thread = SQLITE_OPEN_NOMUTEX;

/// A file: URI; immutable=1 promises SQLite that nobody writes, so that it needs no lock and no
/// file beside it.
std::string uri_of(const fs::path& file, bool immutable) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : fs::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::string_view("?#%").find(c) == std::string_view::npos && byte > 0x20) uri += c;
    else (uri += '%', uri += digits[byte >> 4]) += digits[byte & 15];
  }
  return uri + (immutable ? "?immutable=1" : "");
}

std::unique_ptr<SQLite::Database> read_only(const fs::path& file, bool immutable) {
  auto database = std::make_unique<SQLite::Database>(
      uri_of(file, immutable), SQLite::OPEN_READONLY | SQLite::OPEN_URI | one_thread,
      busy_timeout_ms);
  database->execAndGet("SELECT count(*) FROM sqlite_schema");  // opening alone reads nothing
  return database;
}

bool has_bytes(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return !error && size > 0;
}

/// Without a log to read, a file in WAL mode is whole in itself, and an unwritable folder is no
/// obstacle.
std::unique_ptr<SQLite::Database> open_reading(const fs::path& file, const FileHeader& header) {
  const bool log = has_bytes(file.string() + "-wal");
  if (header.write_ahead && !log) return read_only(file, true);
  try {
    return read_only(file, false);
  } catch (const SQLite::Exception&) {
    if (log || has_bytes(file.string() + "-journal"))
      throw KnowledgeBaseError(Kind::read_only,
                               file.string() +
                                   ": seeding was cut off and can't be tidied up here; "
                                   "run any 'attache seed' where the folder can be written");
    throw;
  }
}

/// A fresh file gets its tables under another name first, so that a cut-off start leaves nothing
/// half-made.
void create(const fs::path& file) {
  if (file.has_parent_path()) fs::create_directories(file.parent_path());
  const fs::path draft = file.string() + "." + std::to_string(::getpid()) + ".new";
  fs::remove(draft);
  {
    SQLite::Database database(draft.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database);
  }
  fs::rename(draft, file);
}

/// Nobody asks an empty knowledge base, so it is filled under a rollback journal, which writes each
/// page once; one that is in use gets a write-ahead log, so that queries run beside the seeding.
void choose_journal(SQLite::Database& database) {
  const bool filled = database.execAndGet("SELECT EXISTS (SELECT 1 FROM documents)").getInt() != 0;
  database.execAndGet(filled ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
  database.exec("PRAGMA synchronous = NORMAL");
  database.exec("PRAGMA cache_size = -65536");
  // What undoes a document that fails is kept beside each page it touches; in a file that is most
  // of what is written.
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec("PRAGMA secure_delete = OFF");  // Debian's SQLite overwrites what is deleted, with
                                                // each merge of the index
}

}  // namespace

std::unique_ptr<SQLite::Database> connect_for_reading(const fs::path& file) {
  const FileHeader header = read_header(file);
  if (header.owner == FileHeader::Owner::nobody)
    throw KnowledgeBaseError(Kind::missing, "no knowledge base at " + file.string() +
                                                ": run 'attache seed' to make one");
  require_ours(file, header);
  return guarded(file, [&] {
    auto database = open_reading(file, header);
    // The header in the file may be older than a log beside it, so the version is asked again.
    if (database->execAndGet("PRAGMA user_version").getInt() < newest_version())
      throw KnowledgeBaseError(
          Kind::older,
          file.string() +
              ": was made by an older attache; run 'attache seed' to bring it up to date");
    register_fold(*database);
    return database;
  });
}

std::unique_ptr<SQLite::Database> connect_for_writing(const fs::path& file) {
  const FileHeader header = read_header(file);
  if (header.owner != FileHeader::Owner::nobody) require_ours(file, header);
  try {
    return guarded(file, [&] {
      if (header.owner == FileHeader::Owner::nobody) create(file);
      auto database = std::make_unique<SQLite::Database>(
          file.string(), SQLite::OPEN_READWRITE | one_thread, busy_timeout_ms);
      database->exec("PRAGMA foreign_keys = ON");
      migrate(*database);
      choose_journal(*database);
      register_fold(*database);
      return database;
    });
  } catch (const fs::filesystem_error& error) {
    throw KnowledgeBaseError(Kind::read_only, file.string() + ": can't be made (" +
                                                  error.code().message() +
                                                  "); check the path and the rights of its folder");
  }
}

}  // namespace attache
