// SPDX-License-Identifier: MIT
#include "schema/hardening.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <cstdint>
#include <ctime>
#include <utility>

namespace attache {
namespace {

/// Steps of SQLite's machine between two looks at the clock: well below a millisecond.
constexpr int steps_between = 20'000;

constexpr std::pair<int, int> limits[] = {
    {SQLITE_LIMIT_LENGTH, 1 << 30},      // one text, in bytes; documents are smaller
    {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},  // statements with many filters
    {SQLITE_LIMIT_COLUMN, 256},          //
    {SQLITE_LIMIT_COMPOUND_SELECT, 64},  // parts joined by UNION
    {SQLITE_LIMIT_VDBE_OP, 1 << 20},     // a compiled statement
    {SQLITE_LIMIT_ATTACHED, 0},          //
    {SQLITE_LIMIT_TRIGGER_DEPTH, 8},     // references that delete what refers to a row
    {SQLITE_LIMIT_WORKER_THREADS, 0},    //
};

std::uintptr_t processor_seconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<std::uintptr_t>(used.tv_sec);
}

/// The argument is the time itself, not a place that holds it: it needs no owner.
int is_over(void* until) { return processor_seconds() >= reinterpret_cast<std::uintptr_t>(until); }

void set(SQLite::Database& database, int option, int value) {
  database.check(sqlite3_db_config(database.getHandle(), option, value, nullptr));
}

}  // namespace

void harden(SQLite::Database& database) {
  set(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  set(database, SQLITE_DBCONFIG_DEFENSIVE, 1);
  set(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  set(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  for (const auto& [limit, value] : limits) sqlite3_limit(database.getHandle(), limit, value);
  // No mapping: a file that another program shortens would end this one.
  database.exec("PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON");
}

OpenDefinitions::OpenDefinitions(SQLite::Database& database) : database_(database) {
  database.check(
      sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &defended_));
  set(database, SQLITE_DBCONFIG_DEFENSIVE, 0);
}

OpenDefinitions::~OpenDefinitions() {
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, defended_, nullptr);
}

void limit_time(SQLite::Database& database, unsigned seconds) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  sqlite3_progress_handler(database.getHandle(), steps_between, &is_over,
                           reinterpret_cast<void*>(processor_seconds() + seconds));
}

}  // namespace attache
