// SPDX-License-Identifier: MIT
// What older programs stored is there after an upgrade, row for row, under definitions of now.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/knowledge_base.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"
#include "tests/schema/older.h"

using namespace attache;
using attache::test::Lines;

namespace {

/// The digests of rows as programs before schema 10 wrote them of the documents in fixture.h.
constexpr const char* digests_before_10 =
    "UPDATE document_digests SET rows = "
    "'8e6c7a5aea19c70b2dd9f6b304f3abf870dd4f587ef891586906e947afd3b390' WHERE document_id = 1;"
    "UPDATE document_digests SET rows = "
    "'701ef789fd4f5defd925760ed70f234eb5149c5f1a618a564375973040df5d40' WHERE document_id = 2";

/// All rows of a table, of the columns that `main` has.
Lines rows_of(SQLite::Database& database, const std::string& schema, const std::string& table,
              const std::string& columns) {
  SQLite::Statement rows(database, "SELECT " + columns + " FROM " + schema + "." + table);
  Lines lines;
  while (rows.executeStep()) {
    std::string line;
    for (int i = 0; i < rows.getColumnCount(); ++i)
      line += rows.getColumn(i).isNull() ? "NULL|" : rows.getColumn(i).getString() + "|";
    lines.push_back(std::move(line));
  }
  return lines;
}

/// What the upgrade makes anew: the vocabulary's version, by which it is filled again.
bool is_made_anew(const std::string& table) {
  return table == "vocabulary_version" || table == "row_sums" || table == "document_digests";
}

void compare(const std::filesystem::path& old, const std::filesystem::path& upgraded) {
  SQLite::Database database(old.string());
  database.exec("ATTACH '" + upgraded.string() + "' AS now");
  for (const std::string& table : test::tables_of(database, "main")) {
    if (is_made_anew(table)) continue;
    INFO(table);
    const std::string columns =
        test::listed(database, "SELECT name FROM pragma_table_info('" + table + "', 'main')");
    CHECK(rows_of(database, "main", table, columns) == rows_of(database, "now", table, columns));
  }
}

}  // namespace

TEST_CASE("A filled knowledge base of each older schema is brought up to date without loss") {
  for (std::size_t version = 3; version < embedded_migrations().size(); ++version) {
    INFO("schema " << version);
    test::TemporaryFolder folder;
    const auto now = folder / "now.db", old = folder / "old.db", upgraded = folder / "upgraded.db";
    { const auto base = test::filled(now); }
    test::make_older(now, old, version);
    if (version >= 6 && version < 10) test::damage(old, digests_before_10);
    std::filesystem::copy_file(old, upgraded);
    { const auto base = KnowledgeBase::open_for_writing(upgraded); }
    CHECK(test::problems(KnowledgeBase::open(upgraded)).empty());
    compare(old, upgraded);
    SQLite::Database database(upgraded.string());
    CHECK(database
              .execAndGet("SELECT count(*) FROM citations AS c JOIN sentence_texts AS s USING "
                          "(sentence_id) JOIN document_texts AS t USING (document_id) WHERE "
                          "CAST(substr(CAST(t.text AS BLOB), c.start_byte + 1, c.end_byte - "
                          "c.start_byte) AS TEXT) = substr(t.text, c.start_char + 1, c.end_char - "
                          "c.start_char) AND instr(s.text, substr(t.text, c.start_char + 1, 1))")
              .getInt() == database.execAndGet("SELECT count(*) FROM citations").getInt());
    CHECK(
        database.execAndGet("SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'naive'")
            .getInt() == 1);
  }
}

TEST_CASE("Every reference names the column that it means") {
  test::TemporaryFolder folder;
  const auto now = folder / "now.db", old = folder / "old.db";
  { const auto base = test::filled(now); }
  test::make_older(now, old, 12);
  { const auto base = KnowledgeBase::open_for_writing(old); }
  for (const auto& file : {now, old}) {
    SQLite::Database database(file.string());
    SQLite::Statement rows(database,
                           "SELECT s.name, f.\"table\", f.\"from\", f.\"to\" FROM sqlite_schema AS "
                           "s JOIN pragma_foreign_key_list(s.name) AS f WHERE s.type = 'table'");
    std::size_t references = 0;
    for (; rows.executeStep(); ++references) {
      INFO(rows.getColumn(0).getString() << "." << rows.getColumn(2).getString());
      CHECK_FALSE(rows.getColumn(3).getString().empty());
      // The column is the key of the table that is meant.
      CHECK(database
                .execAndGet("SELECT pk FROM pragma_table_info('" + rows.getColumn(1).getString() +
                            "') WHERE name = '" + rows.getColumn(3).getString() + "'")
                .getInt() == 1);
    }
    CHECK(references >= 15);
  }
}

TEST_CASE("References go on holding after the upgrade") {
  test::TemporaryFolder folder;
  const auto now = folder / "now.db", old = folder / "old.db";
  { const auto base = test::filled(now); }
  test::make_older(now, old, 12);
  auto base = KnowledgeBase::open_for_writing(old);
  CHECK_THROWS(base.connection().exec("UPDATE citations SET rule_id = 999 WHERE citation_id = 3"));
  CHECK_THROWS(base.connection().exec("DELETE FROM documents WHERE document_id = 1"));
  // And SQLite's own tables are closed again.
  base.connection().exec("PRAGMA writable_schema = ON");
  CHECK_THROWS(base.connection().exec("UPDATE sqlite_schema SET sql = '' WHERE name = 'leaders'"));
}

TEST_CASE("An upgrade that is cut off leaves the file as it was") {
  test::TemporaryFolder folder;
  const auto now = folder / "now.db", old = folder / "old.db";
  { const auto base = test::filled(now); }
  test::make_older(now, old, 12);
  // Another hand's column is in the way of the last step.
  test::damage(old, "ALTER TABLE citations ADD COLUMN end_char INTEGER");
  CHECK_THROWS_AS(KnowledgeBase::open_for_writing(old), KnowledgeBaseError);
  SQLite::Database database(old.string());
  CHECK(database.execAndGet("PRAGMA user_version").getInt() == 12);
  CHECK(database
            .execAndGet("SELECT count(*) FROM pragma_foreign_key_list('citations') "
                        "WHERE \"to\" IS NULL")
            .getInt() == 6);
}
