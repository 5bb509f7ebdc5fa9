// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace SQLite {
class Database;
}

namespace attache {

/// Whether it is the full-text index, or one of the tables that SQLite keeps for it.
bool is_of_index(std::string_view name);

/// Makes the full-text index anew, with our configuration and without entries, whatever is left of
/// it. Opens no transaction. Throws SQLite::Exception.
void make_index(SQLite::Database& database);

}  // namespace attache
