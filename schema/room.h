// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

namespace attache {

/// Takes the room on the disk that the file needs for all pages, those in the log included, so that
/// copying them there can't stop in the middle for want of it: a file of which a part is new is
/// whole with its log alone. False where there is not that much; the file's bytes are then as
/// they were, and stay so: `database` does not copy when it is closed either.
bool make_room(SQLite::Database& database);

/// From now on `database` copies its log into the file as it grows, as SQLite does by itself, but
/// only where there is room for all of it.
void copy_where_room(SQLite::Database& database);

}  // namespace attache
