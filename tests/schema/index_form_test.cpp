// SPDX-License-Identifier: MIT
// An index that a search can't use though its entries are there, and one that FTS5 does not open.
#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "schema/check.h"
#include "schema/repair.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;
using attache::test::damage;
using attache::test::Lines;

namespace {

Lines problems(const std::filesystem::path& file) {
  Lines lines;
  check(KnowledgeBase::open_as_it_is(file), [&](const Problem& problem) {
    REQUIRE(problem.kind == Problem::Kind::index);
    lines.push_back(problem.what);
  });
  return lines;
}

/// A document whose words fill many pages of the index.
DocumentRecord wordy() {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += "word" + std::to_string(i * 7919 % 100'003) + (i % 20 == 19 ? ". " : " ");
  return test::DocumentMaker("wordy", "", "", text + "end.").record;
}

/// What a check by a newer SQLite says besides.
constexpr std::string_view told_by_newer_sqlite =
    "malformed inverted index for FTS5 table main.sentences_fts";

}  // namespace

TEST_CASE("An index that searches can't use is found, and made anew on the file") {
  const std::pair<const char*, const char*> cases[] = {
      {"DELETE FROM sentences_fts_idx",
       "a search in the full-text index does not come to all of its words"},
      {"UPDATE sentences_fts_idx SET pgno = pgno + 2 WHERE term = (SELECT max(term) "
       "FROM sentences_fts_idx WHERE term < (SELECT max(term) FROM sentences_fts_idx))",
       "a search in the full-text index does not come to all of its words"},
      {"UPDATE sentences_fts_config SET v = 3 WHERE k = 'version'", nullptr},
      {"DELETE FROM sentences_fts_config", nullptr},
      {"DELETE FROM sentences_fts_data", nullptr},
      {"UPDATE sentences_fts_data SET block = x'00' WHERE id = 10", nullptr},
      {"INSERT INTO sentences_fts_config VALUES ('rank', 'bm25(9.0)')",
       "the full-text index is not configured as attache configures it"},
  };
  for (const auto& [sql, expected] : cases) {
    INFO(sql);
    test::TemporaryFolder folder;
    const auto file = folder / "kb.db";
    { KnowledgeBase::open_for_writing(file).put(wordy()); }
    REQUIRE(problems(file).empty());
    damage(file, sql);
    Lines found = problems(file);
    REQUIRE_FALSE(found.empty());
    if (expected != nullptr) {
      std::erase(found, told_by_newer_sqlite);
      REQUIRE(found == Lines{expected});
    }
    empty_index(file);
    KnowledgeBase::open_for_writing(file).rebuild_index();
    REQUIRE(problems(file).empty());
  }
}

TEST_CASE("A query tells an index that FTS5 does not open, with what mends it") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  { const auto base = test::filled(file); }
  damage(file, "UPDATE sentences_fts_config SET v = 3 WHERE k = 'version'");
  try {
    test::rows(KnowledgeBase::open(file), "documents", test::by("match", {"pipelines"}));
    FAIL("asked");
  } catch (const KnowledgeBaseError& error) {
    REQUIRE(error.kind() == KnowledgeBaseError::Kind::damaged);
    REQUIRE(std::string(error.what()).find("'attache check' tells what can be repaired") !=
            std::string::npos);
  }
}
