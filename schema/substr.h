// SPDX-License-Identifier: MIT
#pragma once

namespace SQLite {
class Database;
}

namespace attache {

/// Puts a faster substr() in place of SQLite's: views cut words by characters, which SQLite counts
/// one by one from the beginning of the text, for each row. Gives the same for all values; of a
/// text that is not UTF-8, and so not ours, the characters may be counted differently. Throws
/// SQLite::Exception.
void register_substr(SQLite::Database& database);

}  // namespace attache
