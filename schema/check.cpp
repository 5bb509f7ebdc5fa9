// SPDX-License-Identifier: MIT
#include "schema/check.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

constexpr std::uint64_t reported_of_a_kind = 100;

/// Queries whose rows (where, what) are problems. What SQLite does not know to check is the view
/// `problems`.
constexpr const char* queries[] = {
    "SELECT 'file', integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    "SELECT \"table\" || ' ' || ifnull(rowid, ''), 'names a row of ' || \"parent\" || ' that is "
    "not there' "
    "FROM pragma_foreign_key_check",
    "SELECT place, problem FROM problems",
};

std::uint64_t run(SQLite::Database& database, const char* query,
                  const std::function<void(const Problem&)>& report) {
  SQLite::Statement rows(database, query);
  std::uint64_t found = 0;
  while (found < reported_of_a_kind && rows.executeStep()) {
    ++found;
    report({rows.getColumn(0).getString(), rows.getColumn(1).getString()});
  }
  return found;
}

/// SQLite compares the index with the text only in answer to an INSERT.
std::uint64_t check_index(SQLite::Database& database,
                          const std::function<void(const Problem&)>& report) {
  try {
    database.exec("INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('integrity-check', 1)");
    return 0;
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if (code == SQLITE_READONLY) return 0;
    if (code != SQLITE_CORRUPT) throw;
    report({"sentences_fts", "the full-text index does not agree with the text"});
    return 1;
  }
}

}  // namespace

std::uint64_t check(const KnowledgeBase& base, const std::function<void(const Problem&)>& report) {
  return guarded(base.file(), base.connection(), [&] {
    std::uint64_t found = 0;
    for (const char* query : queries) found += run(base.connection(), query, report);
    return found + check_index(base.connection(), report);
  });
}

Extent extent(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement row(
        base.connection(),
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM sentences), "
        "(SELECT count(*) FROM citations)");
    row.executeStep();
    const auto number = [&](int column) {
      return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
    };
    return Extent{number(0), number(1), number(2)};
  });
}

}  // namespace attache
