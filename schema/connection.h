// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

namespace attache {

/// A connection that reads `file` and never writes. Throws KnowledgeBaseError.
std::unique_ptr<SQLite::Database> connect_for_reading(const std::filesystem::path& file);

/// A connection that writes `file`, made and migrated where needed. Throws KnowledgeBaseError.
std::unique_ptr<SQLite::Database> connect_for_writing(const std::filesystem::path& file);

}  // namespace attache
