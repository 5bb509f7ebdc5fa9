// SPDX-License-Identifier: MIT
// What no text can tell: the columns of documents, the vocabulary, what documents share.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <set>
#include <string>
#include <vector>

#include "schema/check.h"
#include "schema/copy_check.h"
#include "schema/description_copies.h"
#include "schema/repair.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;
using attache::test::damage;
using attache::test::Lines;
using attache::test::problems;

namespace {

/// Documents with metadata, so that there is something to change.
void fill(const std::filesystem::path& file) {
  KnowledgeBase base = KnowledgeBase::open_for_writing(file);
  base.put_vocabulary(test::vocabulary(), "first");
  DocumentRecord first = test::baku();
  first.metadata = {{"speaker", "A \"quoted\" one\nof two lines"}, {"tags", ""}, {"tags", "é"}};
  first.source = "a source";
  first.title_from = "metadata";
  base.put(first);
  base.put(test::abidjan());
}

std::string dump(const std::filesystem::path& file) {
  SQLite::Database database(file.string());
  std::string all;
  for (const char* query : {"SELECT * FROM documents", "SELECT * FROM document_metadata"}) {
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
      for (int i = 0; i < rows.getColumnCount(); ++i)
        all += std::to_string(rows.getColumn(i).getType()) + rows.getColumn(i).getString() + '|';
      all += '\n';
    }
  }
  return all;
}

}  // namespace

TEST_CASE("Every column of documents but the key is copied") {
  test::TemporaryFolder folder;
  fill(folder / "kb.db");
  SQLite::Database database((folder / "kb.db").string());
  SQLite::Statement rows(database, "SELECT name FROM pragma_table_info('documents')");
  std::set<std::string> columns{"document_id"};
  columns.insert(copied_columns().begin(), copied_columns().end());
  std::set<std::string> stored;
  while (rows.executeStep()) stored.insert(rows.getColumn(0).getString());
  REQUIRE(columns == stored);
}

TEST_CASE("What is said of a document is found where it was changed, and given back") {
  const std::pair<const char*, const char*> cases[] = {
      {"UPDATE documents SET title = 'Other' WHERE document_id = 1",
       "aze-2005: has not the title that was stored"},
      {"UPDATE documents SET date = 'never', country = NULL WHERE document_id = 1",
       "aze-2005: has not the country and date that were stored"},
      {"UPDATE documents SET path = NULL", "civ-1994: has not the path that was stored"},
      {"UPDATE documents SET bytes = -1, sha256 = '', source = 'x' WHERE document_id = 1",
       "aze-2005: has not the source, sha256 and bytes that were stored"},
      {"UPDATE documents SET engine_version = '2' WHERE document_id = 2",
       "civ-1994: has not the engine_version that was stored"},
      {"UPDATE documents SET slug = 'x' WHERE document_id = 1;"
       "UPDATE documents SET slug = 'aze-2005' WHERE document_id = 2;"
       "UPDATE documents SET slug = 'civ-1994' WHERE document_id = 1",
       "aze-2005: has not the slug that was stored"},
      {"UPDATE document_metadata SET value = 'nobody' WHERE ordinal = 0",
       "aze-2005: has not the metadata that was stored"},
      {"DELETE FROM document_metadata", "aze-2005: has not the metadata that was stored"},
      {"INSERT INTO document_metadata VALUES (2, 0, 'k', 'v')",
       "civ-1994: has not the metadata that was stored"},
      {"UPDATE document_digests SET description = '{}'",
       "aze-2005: has no sound copy of its title, date and other columns"},
      {"UPDATE document_digests SET description = NULL, description_digest = NULL",
       "civ-1994: has no sound copy of its title, date and other columns"},
      {"DELETE FROM documents WHERE document_id = 1",
       "document_texts 1: names a row of documents that is not there"},
  };
  for (const auto& [sql, expected] : cases) {
    INFO(sql);
    test::TemporaryFolder folder;
    const auto file = folder / "kb.db";
    fill(file);
    const std::string before = dump(file);
    damage(file, sql);
    const Lines found = problems(KnowledgeBase::open_as_it_is(file));
    INFO((found.empty() ? "nothing" : found.front()));
    REQUIRE(std::find(found.begin(), found.end(), expected) != found.end());
    {
      auto base = KnowledgeBase::open_for_writing(file);
      restore_descriptions(base);
      REQUIRE(problems(base).empty());
    }
    REQUIRE(dump(file) == before);
  }
}

TEST_CASE("A document that another hand added gives way to the one whose name it took") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  fill(file);
  damage(file,
         "UPDATE documents SET slug = 'z', path = 'z' WHERE document_id = 1;"
         "INSERT INTO documents(slug, title, path, sha256, bytes, seeded_at) "
         "VALUES ('aze-2005', 'x', 'aze-2005.txt', '', 0, '')");
  auto base = KnowledgeBase::open_for_writing(file);
  restore_descriptions(base);
  const auto documents = base.documents();
  REQUIRE(documents.at(0).slug == "aze-2005");
  REQUIRE(documents.at(0).path == "aze-2005.txt");
  REQUIRE(documents.at(2).slug == "aze-2005-3");
}

TEST_CASE("A changed title is not taken for the stored one when rows are extracted anew") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  fill(file);
  damage(file, "UPDATE documents SET title = 'Other' WHERE document_id = 1");
  auto base = KnowledgeBase::open_for_writing(file);
  DocumentRecord again = test::baku();
  again.title = "Other";
  again.text_is_stored = true;
  REQUIRE_THROWS_AS(base.put(again, true), KnowledgeBaseError);
  REQUIRE_FALSE(problems(base).empty());
  // Read from its source it is what counts.
  base.put(test::baku(), true);
  REQUIRE(problems(base).empty());
}

TEST_CASE("A changed vocabulary is found and filled anew") {
  const std::pair<const char*, const char*> cases[] = {
      {"UPDATE norms SET name = 'x'", "norms"},
      {"UPDATE themes SET scope = ''", "themes"},
      {"DELETE FROM countries WHERE iso3 = 'CIV'", "countries"},
      {"INSERT INTO countries(iso3, name) VALUES ('ZZZ', 'Zed')", "countries"},
      {"UPDATE instruments SET year = year + 1", "instruments"},
      {"UPDATE norm_instruments SET article = '1'", "norm_instruments"},
      {"UPDATE bodies SET acronym = 'X' WHERE slug = 'nato'", "bodies"},
      {"UPDATE body_forms SET slug = 'nato'", "body_forms"},
      {"DELETE FROM body_aliases", "body_aliases"},
      {"UPDATE roles SET definition = NULL", "roles"},
      {"DELETE FROM roles", "roles"},
      {"UPDATE vocabulary_version SET version = 'second'", "vocabulary_version"},
      {"DELETE FROM row_sums WHERE name = 'norms'", "norms"},
  };
  for (const auto& [sql, table] : cases) {
    INFO(sql);
    test::TemporaryFolder folder;
    const auto file = folder / "kb.db";
    fill(file);
    damage(file, sql);
    auto base = KnowledgeBase::open_for_writing(file);
    REQUIRE(problems(base) == Lines{std::string(table) + ": has not the rows that were stored"});
    forget_vocabulary(base);
    base.put_vocabulary(test::vocabulary(), "first");
    REQUIRE(problems(base).empty());
  }
}

TEST_CASE("A vocabulary that was changed together with its sum is found by the lexicon") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  fill(file);
  auto tables = test::vocabulary();
  tables[4].rows[0][1] = "x";
  {
    auto base = KnowledgeBase::open_for_writing(file);
    base.put_vocabulary(tables, "second");
  }
  const auto base = KnowledgeBase::open(file);
  REQUIRE(problems(base).empty());
  Lines told;
  const auto tell = [&](const Problem& problem) {
    told.push_back(problem.where + ": " + problem.what);
  };
  REQUIRE(check_vocabulary(base, tables, "second", tell) == 0);
  REQUIRE(check_vocabulary(base, test::vocabulary(), "third", tell) == 0);
  REQUIRE(check_vocabulary(base, test::vocabulary(), "second", tell) == 1);
  REQUIRE(told == Lines{"norms: has not the rows of the lexicon"});
}

TEST_CASE("Rules and forms of names that were changed are found, and made with the rows") {
  const std::pair<const char*, const char*> cases[] = {
      {"UPDATE rules SET rule = rule || 'x'", "rules"},
      {"INSERT INTO rules(rule) VALUES ('x')", "rules"},
      {"INSERT INTO name_forms VALUES ('nato', 'Ilham Aliyev')", "name_forms"},
      {"DELETE FROM name_forms WHERE folded = 'cnp'", "name_forms"},
  };
  for (const auto& [sql, table] : cases) {
    INFO(sql);
    test::TemporaryFolder folder;
    const auto file = folder / "kb.db";
    fill(file);
    damage(file, sql);
    auto base = KnowledgeBase::open_for_writing(file);
    REQUIRE(problems(base) == Lines{std::string(table) + ": has not the rows that were stored"});
    forget_extracted(base);
    for (DocumentRecord document : {test::baku(), test::abidjan()}) {
      document.text_is_stored = true;
      base.put(document, true);
    }
    REQUIRE(problems(base).empty());
  }
}

TEST_CASE("A document that fails leaves the sums as they were") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  auto base = KnowledgeBase::open_for_writing(file);
  base.begin_batch();
  base.put(test::baku());
  DocumentRecord bad = test::abidjan();
  bad.leaders.front().name.clear();  // refused when rules and names of the other rows are written
  REQUIRE_THROWS_AS(base.put(bad), KnowledgeBaseError);
  base.put(test::abidjan());
  base.end_batch();
  REQUIRE(problems(base).empty());
}
