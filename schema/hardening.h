// SPDX-License-Identifier: MIT
#pragma once

namespace SQLite {
class Database;
}

namespace attache {

/// Takes from a connection what a file of a stranger could use against its reader: triggers,
/// functions with effects in its definitions, direct changes of SQLite's own tables, attached
/// files, and statements without measure. To be called as soon as the connection is open. Throws
/// SQLite::Exception.
void harden(SQLite::Database& database);

/// Seconds of processor time that one run's queries may take. Ours take a few at most; a file can
/// be made so that they take years.
inline constexpr unsigned query_seconds = 600;

/// The same for a check, which reads everything several times.
inline constexpr unsigned check_seconds = 36 * query_seconds;

/// Ends statements with SQLITE_INTERRUPT once this thread has used `seconds` of processor time
/// more. Time in which somebody reads the output does not count.
void limit_time(SQLite::Database& database, unsigned seconds);

/// Lets SQL edit SQLite's own tables for as long as it lives, which harden() forbids: for steps of
/// ours alone, within a transaction.
class OpenDefinitions {
 public:
  /// Throws SQLite::Exception.
  explicit OpenDefinitions(SQLite::Database& database);
  ~OpenDefinitions();
  OpenDefinitions(const OpenDefinitions&) = delete;
  OpenDefinitions& operator=(const OpenDefinitions&) = delete;

 private:
  SQLite::Database& database_;
  int defended_ = 0;  ///< as it was before
};

}  // namespace attache
