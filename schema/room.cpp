// SPDX-License-Identifier: MIT
#include "schema/room.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace attache {
namespace {

constexpr int pages_between = 1000;  // as SQLite has it

/// 0 where SQLite can't say.
sqlite3_int64 number(sqlite3* database, const char* pragma) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_int64 value = 0;
  if (sqlite3_prepare_v2(database, pragma, -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}

bool make_room(sqlite3* database) {
  const sqlite3_int64 page_bytes = number(database, "PRAGMA page_size");
  sqlite3_int64 bytes = number(database, "PRAGMA page_count") * page_bytes;
  // SQLite takes room of its own accord for files that grow in chunks.
  int chunk = static_cast<int>(page_bytes);
  sqlite3_file_control(database, "main", SQLITE_FCNTL_CHUNK_SIZE, &chunk);
  const bool room =
      sqlite3_file_control(database, "main", SQLITE_FCNTL_SIZE_HINT, &bytes) == SQLITE_OK;
  chunk = 0;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_CHUNK_SIZE, &chunk);
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, room ? 0 : 1, nullptr);
  return room;
}

/// A copy that fails is tried again when the log has grown, and when it is closed.
int copied(void*, sqlite3* database, const char* name, int pages) {
  if (pages >= pages_between && make_room(database))
    sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return SQLITE_OK;
}

}  // namespace

bool make_room(SQLite::Database& database) { return make_room(database.getHandle()); }

void copy_where_room(SQLite::Database& database) {
  sqlite3_wal_hook(database.getHandle(), &copied, nullptr);
}

}  // namespace attache
