// SPDX-License-Identifier: MIT
#include "schema/check.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "schema/definitions.h"
#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using Lines = std::vector<std::string>;

namespace {

Lines problems(const KnowledgeBase& base) {
  Lines lines;
  const auto found = check(
      base, [&](const Problem& problem) { lines.push_back(problem.where + ": " + problem.what); });
  REQUIRE(found == lines.size());
  return lines;
}

}  // namespace

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
      {"INSERT INTO sentences VALUES (500, 1, 9, 0, 0, 1)",
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
