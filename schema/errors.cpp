// SPDX-License-Identifier: MIT
#include "schema/errors.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

KnowledgeBaseError make(Kind kind, const std::filesystem::path& file, const std::string& what) {
  return {kind, file.string() + ": " + what};
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

/// What the system said last of the database's file, its journal or its log; 0 where it said
/// nothing. `what` is the file: SQLITE_FCNTL_FILE_POINTER or SQLITE_FCNTL_JOURNAL_POINTER.
int last_errno(sqlite3* handle, int what) {
  sqlite3_file* opened = nullptr;
  int code = 0;
  if (sqlite3_file_control(handle, "main", what, &opened) == SQLITE_OK && opened != nullptr &&
      opened->pMethods != nullptr)
    opened->pMethods->xFileControl(opened, SQLITE_FCNTL_LAST_ERRNO, &code);
  return code;
}

/// The system's reason for a failed read, which SQLite may call damage: it can't tell a bad disk
/// from a bad file. 0 where no read failed.
int failed_read(sqlite3* handle) {
  for (const int what : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    const int code = last_errno(handle, what);
    if (code == EIO || code == ENXIO || code == ERANGE) return code;
  }
  return 0;
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
      return make(
          Kind::read_only, file,
          "the knowledge base can't be written here; check the rights of the file and its folder");
    case SQLITE_FULL:
      return make(Kind::full, file,
                  "no space left for the knowledge base; nothing of the unfinished work was kept");
    case SQLITE_IOERR:
      if (is_reading(code))
        return make(
            Kind::unreadable, file,
            "can't be read (" + detail + "); nothing was changed, check the disk and try again");
      return make(Kind::full, file,
                  "can't be written (" + detail + "); the unfinished work was not kept");
    case SQLITE_CORRUPT:
      return make(Kind::damaged, file,
                  "the knowledge base is damaged (" + detail +
                      "); 'attache check' tells what can be repaired");
    case SQLITE_INTERRUPT:
      return make(Kind::damaged, file,
                  "a query took longer than any that attache asks of a sound knowledge base; "
                  "'attache check' tells what is wrong");
    case SQLITE_NOTADB:
      return make(Kind::foreign, file,
                  "is not a knowledge base of attache; name another file with --db");
    case SQLITE_CANTOPEN:
      return make(Kind::missing, file,
                  "can't be opened; check the path and the rights of its folder");
    default: return make(Kind::other, file, "the knowledge base can't be used: " + detail);
  }
}

KnowledgeBaseError error_of(const std::filesystem::path& file, const SQLite::Exception& error) {
  return error_of(file, code_of(error), error.what());
}

KnowledgeBaseError error_of(const std::filesystem::path& file, const SQLite::Exception& error,
                            const SQLite::Database& database) {
  const int code = code_of(error);
  const int primary = code & 0xff;
  const int read = failed_read(database.getHandle());
  if (read != 0 && (primary == SQLITE_CORRUPT || code == SQLITE_IOERR))
    return error_of(file, SQLITE_IOERR_READ, std::generic_category().message(read));
  const int system = read != 0 ? read : sqlite3_system_errno(database.getHandle());
  const bool told = primary == SQLITE_IOERR && system != 0;
  return error_of(file, code, told ? std::generic_category().message(system) : error.what());
}

}  // namespace attache
