// SPDX-License-Identifier: MIT
#include "schema/errors.h"

#include <sqlite3.h>

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

KnowledgeBaseError make(Kind kind, const std::filesystem::path& file, const std::string& what) {
  return {kind, file.string() + ": " + what};
}

}  // namespace

KnowledgeBaseError error_of(const std::filesystem::path& file, int code,
                            const std::string& detail) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
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
      return make(
          Kind::full, file,
          "the disk can't be read or written (" + detail + "); the unfinished work was not kept");
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

}  // namespace attache
