// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "schema/check.h"

namespace SQLite {
class Database;
}

namespace attache {

/// Reads each document once: its text is UTF-8, its sentences follow each other in it, sentences
/// and citations begin and end between characters, and the full-text index holds the words that
/// stand there. Gives each problem to `report`. Throws SQLite::Exception.
void check_texts(SQLite::Database& database, const std::function<void(const Problem&)>& report);

}  // namespace attache
