// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

#include "schema/busy_wait.h"

namespace attache {

/// A connection for queries, which waits for writers as `wait` says; `wait` must outlive it. It
/// changes no row. What a killed run left half-done is played back where file and folder can be
/// written. Throws KnowledgeBaseError.
std::unique_ptr<SQLite::Database> connect_for_reading(const std::filesystem::path& file,
                                                      BusyWait& wait);

/// A connection that writes `file`, made and migrated where needed. Only a file that is absent or
/// has no bytes is made, in its place and under SQLite's lock: nothing is ever replaced, and of
/// several processes one makes it. Throws KnowledgeBaseError.
std::unique_ptr<SQLite::Database> connect_for_writing(const std::filesystem::path& file,
                                                      BusyWait& wait);

}  // namespace attache
