// SPDX-License-Identifier: MIT
#include "schema/merge_source.h"

#include <SQLiteCpp/Database.h>

#include "schema/errors.h"
#include "schema/identifier.h"

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

std::vector<std::string> column_names(SQLite::Database& database, const std::string& table) {
  const Prepared names = prepare(database, "SELECT name FROM pragma_table_info(?)");
  sqlite3_bind_text(names.get(), 1, table.data(), static_cast<int>(table.size()), SQLITE_STATIC);
  std::vector<std::string> found;
  while (step(database, names))
    found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(names.get(), 0)));
  return found;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + identifier(name);
  return list;
}

std::string marks_for(std::size_t count) {
  std::string marks;
  for (std::size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
  return marks;
}

}  // namespace attache
