// SPDX-License-Identifier: MIT
#include "schema/bulk_rows.h"

#include <SQLiteCpp/Database.h>

#include "tests/catch.h"

using namespace attache;

namespace {

/// Whole numbers, texts, bytes and nothing.
CopiedRows rows_read(SQLite::Database& database, int count) {
  CopiedRows rows("kept", {"id", "words", "missing"});
  const Prepared made = prepare(
      database, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                    std::to_string(count) +
                    ") SELECT i, CASE i % 3 WHEN 0 THEN '' ELSE 'word ' || i END, "
                    "NULL FROM n");
  while (step(database, made)) REQUIRE(rows.add(made));
  return rows;
}

}  // namespace

TEST_CASE("Rows that are stored together are those that were given") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  database.exec(
      "CREATE TABLE kept(id INTEGER PRIMARY KEY, words TEXT NOT NULL, missing ANY) STRICT");
  const CopiedRows rows = rows_read(database, 1000);
  {
    BulkRows bulk(database, rows);
    for (std::size_t row = 0; row < rows.size(); ++row) bulk.add(rows, row);
    bulk.flush();
    bulk.flush();
  }
  CHECK(database
            .execAndGet("SELECT count(*) FROM kept WHERE missing IS NULL AND words = "
                        "CASE id % 3 WHEN 0 THEN '' ELSE 'word ' || id END")
            .getInt() == 1000);
  // The rows are no table any more.
  CHECK_THROWS_AS(database.exec("SELECT * FROM given_kept"), SQLite::Exception);
}

TEST_CASE("Bytes are stored as bytes") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  database.exec("CREATE TABLE kept(id INTEGER PRIMARY KEY, bytes BLOB) STRICT");
  CopiedRows rows("kept", {"id", "bytes"});
  rows.add_number(7);
  rows.add_bytes(std::string_view("a\0b", 3));
  BulkRows bulk(database, rows);
  bulk.add(rows, 0);
  bulk.flush();
  CHECK(database.execAndGet("SELECT hex(bytes) FROM kept WHERE id = 7").getString() == "610062");
}

TEST_CASE("A row that can't be stored is told") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  database.exec(
      "CREATE TABLE kept(id INTEGER PRIMARY KEY, words TEXT NOT NULL, missing ANY) STRICT");
  const CopiedRows rows = rows_read(database, 3);
  BulkRows bulk(database, rows);
  for (const std::size_t row : {0U, 1U, 1U, 2U}) bulk.add(rows, row);
  CHECK_THROWS_AS(bulk.flush(), SQLite::Exception);
}
