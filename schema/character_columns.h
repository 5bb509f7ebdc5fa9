// SPDX-License-Identifier: MIT
#pragma once

namespace SQLite {
class Database;
}

namespace attache {

/// Counts the places of all stored sentences and citations in characters, each text once. Places
/// that don't lie in their text, or in a character, are left as they are. Opens no transaction.
/// Throws SQLite::Exception.
void fill_character_columns(SQLite::Database& database);

}  // namespace attache
