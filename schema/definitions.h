// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace attache {

/// A row of sqlite_schema: what a file says of one of its tables, views, indexes or triggers.
struct Definition {
  std::string type, name, table, sql;
  bool operator==(const Definition&) const = default;
};

/// Where a file differs from what the migrations make.
struct Deviation {
  enum class Kind { missing, altered, foreign };
  Kind kind;
  Definition ours;    ///< empty where foreign
  Definition theirs;  ///< empty where missing
};

/// An empty knowledge base in memory, as the migrations make it.
std::unique_ptr<SQLite::Database> made_anew();

/// What the migrations make, by type and name.
std::vector<Definition> expected_definitions();

/// What the database defines, by type and name; without the statistics of ANALYZE. Throws
/// SQLite::Exception.
std::vector<Definition> stored_definitions(SQLite::Database& database);

/// Every difference between the two. A table that SQLite keeps for the full-text index is compared
/// by its name alone: its text is the SQLite version's. Throws SQLite::Exception.
std::vector<Deviation> deviations(SQLite::Database& database);

/// One line of what deviates.
std::string words_of(const Deviation& deviation);

/// Throws KnowledgeBaseError (damaged) where a query of ours would read through a table, view or
/// index that is not ours. What others have put beside them, and what only makes queries slower, is
/// left to check(). Costs some tens of microseconds where nothing deviates.
void require_own_definitions(SQLite::Database& database, const std::filesystem::path& file);

/// fingerprint_of(expected_definitions()): to run the migrations for every query would cost
/// milliseconds. A test keeps it in step; where it does not fit, as another version of SQLite may
/// have it, the definitions are compared one by one.
inline constexpr std::string_view known_fingerprint =
    "ed0a2347cc25229e041e9d7e2b5f5f817e029a69dfb1a9fe2653ab2a338fe71b";

/// The digest of stored_definitions() that the newest migration gives.
std::string fingerprint_of(const std::vector<Definition>& definitions);

}  // namespace attache
