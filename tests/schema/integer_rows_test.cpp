// SPDX-License-Identifier: MIT
#include "schema/integer_rows.h"

#include <SQLiteCpp/Database.h>

#include "tests/catch.h"

namespace {

SQLite::Database numbers() {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "CREATE TABLE numbers(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER CHECK (b < 1000))");
  return database;
}

int asked(SQLite::Database& database, const char* sql) { return database.execAndGet(sql).getInt(); }

}  // namespace

TEST_CASE("rows are stored in their order, with NULL where there is no number") {
  auto database = numbers();
  attache::IntegerRows rows(database, "numbers", "a, b");
  for (int i = 0; i < 100; ++i)
    rows.add({i, i % 3 == 0 ? attache::IntegerRows::Value() : attache::IntegerRows::Value(i)});
  rows.flush();
  rows.flush();
  CHECK(asked(database, "SELECT count(*) FROM numbers WHERE a = id - 1") == 100);
  CHECK(asked(database, "SELECT count(*) FROM numbers WHERE b IS NULL AND a % 3 = 0") == 34);
  CHECK(asked(database, "SELECT count(*) FROM numbers WHERE b = a AND a % 3 <> 0") == 66);
}

TEST_CASE("rows that were cleared are not stored") {
  auto database = numbers();
  attache::IntegerRows rows(database, "numbers", "a, b");
  rows.add({1, 1});
  rows.clear();
  rows.add({2, 2});
  rows.flush();
  CHECK(asked(database, "SELECT group_concat(a) FROM numbers") == 2);
}

TEST_CASE("a row that the table refuses is an error, and the next rows are stored") {
  auto database = numbers();
  attache::IntegerRows rows(database, "numbers", "a, b");
  rows.add({1, 5000});
  CHECK_THROWS_AS(rows.flush(), SQLite::Exception);
  rows.clear();
  for (int i = 0; i < 40; ++i) rows.add({i, i});
  rows.flush();
  CHECK(asked(database, "SELECT count(*) FROM numbers") == 40);
}
