// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

namespace attache {

/// What to say of a file without our application_id: a copy by `.dump` or `.clone` of sqlite3 loses
/// it, and is told with the pragmas that mend it; another file is none of ours. One line, without
/// the file's name. Only reads.
std::string words_of_unmarked(const std::filesystem::path& file);

/// Throws KnowledgeBaseError (damaged), with the pragma that mends it, where the file says that it
/// is of an older version than the one whose tables it has: no migration could run then.
void require_marked(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace attache
