// SPDX-License-Identifier: MIT
#include "schema/check.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "schema/definitions.h"
#include "schema/repair.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;
using attache::test::damage;
using attache::test::Lines;
using attache::test::problems;

TEST_CASE("Nothing is wrong with a sound knowledge base, open for queries or for writing") {
  test::TemporaryFolder folder;
  { REQUIRE(problems(test::filled(folder / "kb.db")).empty()); }
  REQUIRE(problems(KnowledgeBase::open_for_writing(folder / "kb.db")).empty());
}

TEST_CASE("Each kind of damage is found") {
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  const std::pair<const char*, const char*> cases[] = {
      {"UPDATE document_texts SET text = replace(text, 'pipelines', 'pipelinez')",
       "sentences_fts: the full-text index does not agree with the text"},
      {"UPDATE document_texts SET text = substr(text, 1, 150) WHERE document_id = 1",
       "aze-2005: sentence 4 does not lie in the text"},
      {"DELETE FROM document_texts WHERE document_id = 1", "aze-2005: has no text"},
      {"DELETE FROM sentences WHERE sentence_id = 2",
       "aze-2005: has 5 sentences where 6 are expected"},
      {"UPDATE citations SET start_byte = 0 WHERE citation_id = 2",
       "aze-2005: citation 2 does not begin in its sentence, or ends outside the text"},
      {"UPDATE citations SET end_byte = 100000 WHERE citation_id = 2",
       "aze-2005: citation 2 does not begin in its sentence, or ends outside the text"},
      {"UPDATE citations SET leader_id = 2 WHERE leader_id = 1",
       "aze-2005: citation 7 supports a row of another document"},
      {"UPDATE citations SET rule_id = 999 WHERE citation_id = 3",
       "citations 3: names a row of rules that is not there"},
      {"INSERT INTO sentences VALUES (500, 1, 9, 0, 0, 1, 0, 1)",
       "sentences_fts: sentence 500 is missing in the full-text index"},
      {"INSERT INTO sentences_fts(rowid, text) VALUES (501, 'stray')",
       "sentences_fts: the full-text index holds 501, which is no sentence"},
  };
  base.connection().exec("PRAGMA foreign_keys = OFF");
  for (const auto& [damage, expected] : cases) {
    INFO(damage);
    base.connection().exec("BEGIN");
    base.connection().exec(damage);
    const Lines found = problems(base);
    base.connection().exec("ROLLBACK");
    INFO((found.empty() ? "nothing" : found.front()));
    REQUIRE(std::find(found.begin(), found.end(), expected) != found.end());
  }
  REQUIRE(problems(base).empty());
}

TEST_CASE("The index is made anew from the text") {
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  base.connection().exec("INSERT INTO sentences_fts(sentences_fts) VALUES ('delete-all')");
  REQUIRE_FALSE(problems(base).empty());
  base.rebuild_index();
  REQUIRE(problems(base).empty());
  REQUIRE(test::rows(base, "documents", test::by("match", {"pipelines"})) == Lines{"aze-2005"});
}

TEST_CASE("The fingerprint that queries compare with is that of the migrations") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const auto stored = stored_definitions(base.connection());
  REQUIRE(stored == expected_definitions());
  REQUIRE(fingerprint_of(stored) == known_fingerprint);
}

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("A check leaves the file and its folder as they are") {
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  for (const char* sql : {"", "DROP INDEX documents_date", "DELETE FROM document_texts"}) {
    damage(folder / "kb.db", sql);
    const std::string before = bytes_of(folder / "kb.db");
    { problems(KnowledgeBase::open_as_it_is(folder / "kb.db")); }
    REQUIRE(bytes_of(folder / "kb.db") == before);
    REQUIRE(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("Definitions that are not ours are found, not read through, and restored") {
  const std::tuple<const char*, const char*, bool> cases[] = {
      {"DROP INDEX documents_date", "the index documents_date is missing", true},
      {"DROP INDEX documents_date; CREATE INDEX documents_date ON documents(date) WHERE date > ''",
       "the index documents_date is not defined as attache defines it", false},
      {"DROP VIEW leaders_listing", "the view leaders_listing is missing", false},
      {"DROP VIEW problems; CREATE VIEW problems(place, problem) AS SELECT 1, 2 WHERE 0",
       "the view problems is not defined as attache defines it", false},
      {"CREATE TRIGGER theirs AFTER INSERT ON documents BEGIN DELETE FROM leaders; END",
       "the trigger theirs is not one of attache's", true},
      {"CREATE INDEX theirs ON documents(title)", "the index theirs is not one of attache's",
       false},
      {"CREATE VIEW theirs AS SELECT 1", "the view theirs is not one of attache's", true},
      {"DROP TABLE leaders", "the table leaders is missing", false},
      {"DROP TABLE roles; CREATE VIEW roles AS SELECT 1 AS slug, 2 AS definition",
       "the view roles is not defined as attache defines it", false},
      {"DROP TABLE sentences_fts", "the table sentences_fts is missing", false},
  };
  for (const auto& [sql, expected, readable] : cases) {
    INFO(sql);
    test::TemporaryFolder folder;
    const auto file = folder / "kb.db";
    { const auto base = test::filled(file); }
    damage(file, sql);
    const Lines found = problems(KnowledgeBase::open_as_it_is(file));
    REQUIRE(std::find(found.begin(), found.end(), "definitions: " + std::string(expected)) !=
            found.end());
    if (readable) REQUIRE_NOTHROW(KnowledgeBase::open(file));
    else REQUIRE_THROWS_AS(KnowledgeBase::open(file), KnowledgeBaseError);
    restore_definitions(file);
    REQUIRE_NOTHROW(KnowledgeBase::open(file));
    SQLite::Database restored(file.string());
    REQUIRE(deviations(restored).empty());
  }
}

TEST_CASE("What was changed behind the digests is found") {
  const std::pair<const char*, const char*> cases[] = {
      {"UPDATE citations SET start_byte = start_byte + 1 WHERE citation_id = 3",
       "aze-2005: has not the sentences, rows and citations that were extracted"},
      {"UPDATE leaders SET name = 'Nobody' WHERE leader_id = 1",
       "aze-2005: has not the sentences, rows and citations that were extracted"},
      {"UPDATE document_texts SET text = replace(text, 'NATO', 'CSTO') WHERE document_id = 1",
       "aze-2005: has not the text that was seeded"},
      {"UPDATE sentences_fts_config SET v = 4 WHERE k = 'automerge'",
       "sentences_fts: the full-text index is not configured as attache configures it"},
      {"UPDATE sentences_fts_docsize SET sz = x'07' WHERE id = 2",
       "sentences_fts: the full-text index does not agree with the length of the sentences"},
      {"UPDATE sentences SET start_byte = start_byte - 3 WHERE sentence_id = 6",
       "aze-2005: sentence 5 does not follow the one before it"},
  };
  for (const auto& [sql, expected] : cases) {
    INFO(sql);
    test::TemporaryFolder folder;
    { const auto base = test::filled(folder / "kb.db"); }
    damage(folder / "kb.db", sql);
    const Lines found = problems(KnowledgeBase::open_as_it_is(folder / "kb.db"));
    INFO((found.empty() ? "nothing" : found.front()));
    REQUIRE(std::find(found.begin(), found.end(), expected) != found.end());
  }
}

TEST_CASE(
    "A changed text is not put in place of the one that was seeded, nor forgotten by halves") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  damage(file, "UPDATE document_texts SET text = replace(text, 'NATO', 'CSTO')");
  REQUIRE_THROWS_AS(KnowledgeBase::open_for_writing(file).put(test::baku(), true),
                    KnowledgeBaseError);
  auto base = KnowledgeBase::open_for_writing(file);
  forget_extracted(base);
  base.put(test::baku(), true);
  base.put(test::abidjan(), true);
  REQUIRE(problems(base).empty());
}

TEST_CASE("A copy that lost its marks is told with the pragmas that mend it") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  damage(file, "PRAGMA application_id = 0; PRAGMA user_version = 0");
  try {
    KnowledgeBase::open(file);
    FAIL("opened");
  } catch (const KnowledgeBaseError& error) {
    const std::string words = error.what();
    const auto pragmas = words.find("PRAGMA application_id");
    REQUIRE(pragmas != std::string::npos);
    damage(file, words.substr(pragmas, words.rfind('\'') - pragmas));
  }
  REQUIRE(problems(KnowledgeBase::open(file)).empty());
}

TEST_CASE("A file that says an older version than its tables have is told with the pragma") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  for (const char* version : {"0", "-3", "3", "7", "8", "9", "12", "13"}) {
    damage(file, std::string("PRAGMA user_version = ") + version);
    for (const bool writing : {false, true}) {
      INFO(version << " " << writing);
      try {
        if (writing) KnowledgeBase::open_for_writing(file);
        else KnowledgeBase::open(file);
        FAIL("opened");
      } catch (const KnowledgeBaseError& error) {
        const std::string words = error.what();
        const auto pragma = words.find("PRAGMA user_version");
        REQUIRE(pragma != std::string::npos);
        if (writing) damage(file, words.substr(pragma, words.rfind('\'') - pragma));
      }
    }
    REQUIRE(problems(KnowledgeBase::open(file)).empty());
  }
}

TEST_CASE("Rows about documents that are not there go with a repair") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  damage(file,
         "PRAGMA foreign_keys = OFF;"
         "INSERT INTO document_metadata VALUES (99, 0, 'speaker', 'nobody');"
         "INSERT INTO document_digests(document_id, text, rows) VALUES (98, 'x', 'y');"
         "INSERT INTO document_texts VALUES (97, 'x')");
  auto base = KnowledgeBase::open_for_writing(file);
  REQUIRE(problems(base).size() >= 3);
  forget_extracted(base);
  base.put(test::baku(), true);
  base.put(test::abidjan(), true);
  REQUIRE(problems(base).empty());
}
