// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <filesystem>

#include "schema/knowledge_base.h"

namespace attache {

/// The result code by which a failure of a server comes through SQLite, which never gives it on
/// systems of today; its words are the whole line.
inline constexpr int server_failure = SQLITE_NOLFS;

/// The KnowledgeBaseError of an SQLite result code: one line that names the file and says what to
/// do. `code` is a primary or extended result code; `detail` is SQLite's own message, or what the
/// system says.
KnowledgeBaseError error_of(const std::filesystem::path& file, int code, const std::string& detail);

/// The KnowledgeBaseError of an exception of SQLite's.
KnowledgeBaseError error_of(const std::filesystem::path& file, const SQLite::Exception& error);
/// The same with what the system said to the connection, where it was the system that failed.
KnowledgeBaseError error_of(const std::filesystem::path& file, const SQLite::Exception& error,
                            const SQLite::Database& database);

/// What a check says instead of an error that sends its reader to the check: that damage keeps the
/// check itself from its work, and what is left to do. Other errors stay as they are.
KnowledgeBaseError beyond_check(const KnowledgeBaseError& error);

/// Whether it is the file that is at fault, as far as can be told: not the system, another program,
/// or a limit of ours.
bool is_damage(const SQLite::Exception& error);

/// Runs `work` and turns SQLite's exceptions into KnowledgeBaseError.
template <typename Work>
auto guarded(const std::filesystem::path& file, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw error_of(file, error);
  }
}

/// The same for work on an open connection, whose errors say more.
template <typename Work>
auto guarded(const std::filesystem::path& file, const SQLite::Database& database, Work&& work)
    -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw error_of(file, error, database);
  }
}

}  // namespace attache
