// SPDX-License-Identifier: MIT
#include "schema/errors.h"

#include <sqlite3.h>

#include <string_view>
#include <system_error>

#include "schema/failed_reads.h"

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

/// What the messages send to the check with.
constexpr std::string_view check_advice = "; 'attache check' tells";

/// What FTS5 says where it does not know the version of an index.
constexpr std::string_view unknown_index_form = "invalid fts5 file format";

KnowledgeBaseError make(Kind kind, const std::filesystem::path& file, const std::string& what) {
  return {kind, file.string() + ": " + what};
}

KnowledgeBaseError unreadable_for(const std::filesystem::path& file, const std::string& reason) {
  return make(Kind::unreadable, file,
              "can't be read (" + reason + "); nothing was changed, check the disk and try again");
}

/// Of the ways in which the disk fails, those in which nothing was to be written.
bool is_reading(int extended_code) {
  switch (extended_code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_ACCESS:
    case SQLITE_IOERR_SEEK:
    case SQLITE_IOERR_MMAP:
    case SQLITE_IOERR_SHMMAP:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_RDLOCK: return true;
    default: return false;
  }
}

/// Those of the locks, and of the file by which the users of a log know of each other.
bool is_sharing(int extended_code) {
  switch (extended_code) {
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_BLOCKED:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMLOCK: return true;
    default: return false;
  }
}

/// SQLite forgets what the system said where a file can't be brought to the disk; a full one says
/// it only then on some file systems (NFS, quotas).
std::string reason_of(int extended_code, const std::string& detail) {
  const bool syncing =
      extended_code == SQLITE_IOERR_FSYNC || extended_code == SQLITE_IOERR_DIR_FSYNC;
  return syncing && detail == sqlite3_errstr(SQLITE_IOERR) ? "no space left, or the disk fails"
                                                           : detail;
}

int code_of(const SQLite::Exception& error) {
  return error.getExtendedErrorCode() > 0 ? error.getExtendedErrorCode() : error.getErrorCode();
}

}  // namespace

KnowledgeBaseError error_of(const std::filesystem::path& file, int code,
                            const std::string& detail) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return make(Kind::busy, file,
                  "another program is writing to the knowledge base; try again when it is done");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      if (code == SQLITE_READONLY_DBMOVED)
        return make(Kind::missing, file,
                    "another program replaced, moved or removed the knowledge base while it was "
                    "written; what this run stored is not in the file that stands there now: run "
                    "it again");
      return make(
          Kind::read_only, file,
          "the knowledge base can't be written here; check the rights of the file and its folder");
    case SQLITE_FULL:
      return make(Kind::full, file,
                  "no space left for the knowledge base; nothing of the unfinished work was kept");
    case SQLITE_IOERR:
      if (is_reading(code)) return unreadable_for(file, detail);
      if (is_sharing(code))
        return make(Kind::unreadable, file,
                    "can't be shared with other programs (" + detail +
                        "); make room, or check the disk, and try again");
      return make(
          Kind::full, file,
          "can't be written (" + reason_of(code, detail) + "); the unfinished work was not kept");
    case SQLITE_CORRUPT:
      return make(Kind::damaged, file,
                  "the knowledge base is damaged (" + detail + ")" + std::string(check_advice) +
                      " what can be repaired");
    case SQLITE_CONSTRAINT:
      return make(Kind::damaged, file,
                  "what is stored contradicts what is to be added (" + detail + ")" +
                      std::string(check_advice) + " what is wrong");
    case SQLITE_INTERRUPT:
      return make(Kind::damaged, file,
                  "a query took longer than any that attache asks of a sound knowledge base" +
                      std::string(check_advice) + " what is wrong");
    case SQLITE_NOTADB:
      return make(Kind::foreign, file,
                  "is not a knowledge base of attache; name another file with --db");
    case server_failure: return {Kind::other, detail};
    case SQLITE_CANTOPEN:
      return make(Kind::missing, file,
                  "can't be opened; check the path and the rights of its folder");
    default:
      // The index says of itself in what form it is; SQLite's advice asks for an index that opens.
      if (detail.starts_with(unknown_index_form))
        return make(Kind::damaged, file,
                    "the full-text index is in a form that is not attache's" +
                        std::string(check_advice) + " what can be repaired");
      return make(Kind::other, file, "the knowledge base can't be used: " + detail);
  }
}

KnowledgeBaseError beyond_check(const KnowledgeBaseError& error) {
  const std::string words = error.what();
  const std::size_t advice = words.rfind(check_advice);
  if (error.kind() != Kind::damaged || advice == std::string::npos) return error;
  return {Kind::damaged, words.substr(0, advice) +
                             ", which can't be repaired from within; seed the documents into a new "
                             "one, or rescue what sqlite3's .recover gives"};
}

bool is_damage(const SQLite::Exception& error) {
  if (failed_read() != 0) return false;
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_READONLY:
    case SQLITE_INTERRUPT:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL: return false;
    default: return true;
  }
}

KnowledgeBaseError error_of(const std::filesystem::path& file, const SQLite::Exception& error) {
  const int code = code_of(error);
  const int read = failed_read();
  switch (code & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      if (read != 0) return unreadable_for(file, std::generic_category().message(read));
      break;
    case SQLITE_IOERR:
      if (read != 0 && (code == SQLITE_IOERR || is_reading(code)))
        return unreadable_for(file, std::generic_category().message(read));
      break;
    default: break;
  }
  return error_of(file, code, error.what());
}

KnowledgeBaseError error_of(const std::filesystem::path& file, const SQLite::Exception& error,
                            const SQLite::Database& database) {
  const int code = code_of(error);
  const int system = sqlite3_system_errno(database.getHandle());
  if ((code & 0xff) != SQLITE_IOERR || failed_read() != 0 || system == 0)
    return error_of(file, error);
  return error_of(file, code, std::generic_category().message(system));
}

}  // namespace attache
