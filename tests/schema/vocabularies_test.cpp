// SPDX-License-Identifier: MIT
// What filters take, what is said of a word that they don't, and questions in SQL.
#include "schema/vocabularies.h"

#include "schema/hints.h"
#include "schema/sql_query.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using test::by;
using Lines = std::vector<std::string>;

namespace {

Lines listed(const KnowledgeBase& base, const TableInfo& table, const Lines& columns) {
  Selection selection;
  selection.columns = columns;
  Lines lines;
  select(base, table, selection, [&](std::span<const Cell> cells) {
    std::string line;
    for (const Cell& cell : cells) line += (line.empty() ? "" : "|") + test::text_of(cell);
    lines.push_back(line);
    return true;
  });
  return lines;
}

Lines asked(const KnowledgeBase& base, const std::string& sql) {
  Lines lines;
  ask(
      base, sql, 30,
      [&](std::span<const ColumnInfo> columns) {
        for (const ColumnInfo& column : columns) lines.push_back(column.name);
      },
      [&](std::span<const Cell> cells) {
        for (const Cell& cell : cells) lines.push_back(test::text_of(cell));
        return true;
      });
  return lines;
}

}  // namespace

TEST_CASE("Every vocabulary answers on an empty knowledge base, by every column") {
  test::TemporaryFolder folder;
  const auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  for (const VocabularyInfo& vocabulary : vocabularies()) {
    INFO(vocabulary.table.name);
    Selection selection;
    selection.columns = {"all"};
    selection.text = "x";
    for (const ColumnInfo& column : vocabulary.table.columns) {
      selection.sort = column.name;
      REQUIRE_NOTHROW(count(base, vocabulary.table, selection));
      REQUIRE_NOTHROW(
          select(base, vocabulary.table, selection, [](std::span<const Cell>) { return true; }));
    }
  }
}

TEST_CASE("A vocabulary tells how many rows and documents have each value") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  CHECK(listed(base, find_vocabulary("bodies")->table, {"slug", "rows", "documents"}) ==
        Lines{"council-of-europe|1|1", "nato|2|2"});
  CHECK(listed(base, find_vocabulary("instruments")->table, {"slug", "year", "rows"}) ==
        Lines{"bandung|1955|2", "un-charter|1945|1"});
  CHECK(listed(base, find_vocabulary("offices")->table, {"slug", "rows", "phrases"}) ==
        Lines{R"(foreign-minister|0|["foreign minister"])", R"(head-of-government|1|["premier"])",
              R"(head-of-state|1|["president"])", R"(presiding-officer|0|["president"])"});
  CHECK(listed(base, find_vocabulary("countries")->table, {"slug", "documents"}) ==
        Lines{"AZE|1", "CIV|1"});
}

TEST_CASE("The list of vocabularies has the number of entries of each") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  Lines expected;
  for (const VocabularyInfo& vocabulary : vocabularies())
    expected.push_back(std::string(vocabulary.table.name) + "|" +
                       std::to_string(count(base, vocabulary.table, {})));
  CHECK(listed(base, list_of_vocabularies(), {"vocabulary", "entries"}) == expected);
}

TEST_CASE("A name that no row has is told with the nearest, and one that has rows is not") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const auto hints = [&](const std::string& table, const std::string& flag, const Lines& values) {
    return hints_of(base, *find_table(table), by(flag, values), 0);
  };
  CHECK(hints("organizations", "name", {"NATTO"}) ==
        Lines{"no name 'NATTO' in organizations; did you mean NATO?"});
  CHECK(hints("organizations", "name", {"nato"}).empty());
  CHECK(hints("leaders", "name", {"Aliev"}).size() == 1);
  CHECK(hints("leaders", "office", {"zzzzzzzzz"}) == Lines{"no office 'zzzzzzzzz' in leaders"});
  CHECK(hints("documents", "title", {"speech"}).empty());
  CHECK(hints("organizations", "role", {"host"}).empty());
}

TEST_CASE("SQL only reads, one statement at a time") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  CHECK(asked(base, "SELECT 1 AS n, 'x' AS n, x'0aff' AS b -- and no more") ==
        Lines{"n", "n_2", "b", "1", "x", "0AFF"});
  CHECK(asked(base, "SELECT count(*) AS n FROM sentences_fts WHERE sentences_fts MATCH 'nato'") ==
        Lines{"n", "2"});
  for (const char* sql : {"", " ; ", "SELECT 1; SELECT 2", "SELECT 1; x", "SELECT ?",
                          "INSERT INTO roles(slug) VALUES ('x')", "DROP VIEW leaders_listing",
                          "PRAGMA user_version = 3", "PRAGMA wal_checkpoint", "SAVEPOINT x",
                          "DETACH main", "EXPLAIN DELETE FROM roles"}) {
    INFO(sql);
    CHECK_THROWS_AS(asked(base, sql), SelectionError);
  }
  // What was refused leaves nothing behind that would hinder other questions.
  CHECK(count(base, *find_table("documents"), {}) == 2);
}
