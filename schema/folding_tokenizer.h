// SPDX-License-Identifier: MIT
#pragma once

namespace SQLite {
class Database;
}

namespace attache {

/// Has the connection's full-text index see through ligatures, soft hyphens, characters without
/// width, hyphens at line ends, marks of notes, stops in acronyms ("U.N.") and marks of thousands
/// ("1,000"), as extraction does. The tokenizer stands under
/// the name of SQLite's own (unicode61), and gives all of its words in their places; what it sees
/// besides ("pacific" for "paci\uFB01c", "cooperation" for "coop-\neration") it adds in the same
/// places. So every other program can search, mark and change the index too, and an index that was
/// written without the additions stays right. Throws SQLite::Exception.
void register_folding_tokenizer(SQLite::Database& database);

}  // namespace attache
