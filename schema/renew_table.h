// SPDX-License-Identifier: MIT
#pragma once

namespace SQLite {
class Database;
}

namespace attache {

struct Deviation;

/// Makes a missing or altered table as the migrations make it. The rows of an altered one are kept
/// where their columns of the same names can be. Gives false, with the table empty, where they
/// can't, or where it was missing. Opens no transaction; foreign keys must be off, and views and
/// triggers of others gone. Throws SQLite::Exception.
bool renew_table(SQLite::Database& database, const Deviation& deviation);

/// Whether the rows of `documents` can be made anew from the copies beside the digests.
bool copies_give_documents_back(SQLite::Database& database);

}  // namespace attache
