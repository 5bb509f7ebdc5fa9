// SPDX-License-Identifier: MIT
#include "schema/merge_source.h"

#include <SQLiteCpp/Database.h>

#include "schema/errors.h"

namespace attache {

Prepared MergeSource::rows(const std::string& sql) const {
  return guarded(file(), database(), [&] { return prepare(database(), sql); });
}

bool MergeSource::next(const Prepared& rows) const {
  const int code = sqlite3_step(rows.get());
  if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
  throw error_of(file(), SQLite::Exception(database().getHandle(), code), database());
}

void MergeSource::damaged(const std::string& what) const {
  throw KnowledgeBaseError(
      KnowledgeBaseError::Kind::damaged,
      file().string() + ": " + what + "; 'attache check --db " + file().string() + "' tells more");
}

}  // namespace attache
