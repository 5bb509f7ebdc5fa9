// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace attache {

/// `text` in lower case without diacritics, as comparisons of names and words want it (Unicode case
/// folding, compatibility decomposition, marks dropped; "l" for "\u0142", "ae" for "\u00E6"). Bytes
/// that are not UTF-8 leave the text as it is.
std::string fold(std::string_view text);

/// Makes `fold(text)` known to the connection's SQL. The views of the schema don't use it, so that
/// other programs can read them.
void register_fold(SQLite::Database& database);

}  // namespace attache
