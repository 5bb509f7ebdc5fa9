// SPDX-License-Identifier: MIT
// What migration 10 added: normal forms of offices, who is speaking, whether a norm is upheld.
#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "schema/catalog.h"
#include "schema/check.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"
#include "tests/schema/older.h"

using namespace attache;
using attache::test::damage;
using attache::test::Lines;
using attache::test::problems;

namespace {

std::string refusal(const KnowledgeBase& base, const std::string& table, const std::string& filter,
                    const std::string& value) {
  try {
    test::rows(base, table, test::by(filter, {value}));
  } catch (const SelectionError& error) {
    return error.what();
  }
  return "taken";
}

/// A knowledge base as schema 9 stored it.
void make_version_9(const std::filesystem::path& file) {
  const std::filesystem::path now = file.string() + ".now";
  { const auto base = test::filled(now); }
  test::make_older(now, file, 9);
  // As the program of schema 9 wrote them of these rows.
  damage(file,
         "UPDATE document_digests SET rows = "
         "'8e6c7a5aea19c70b2dd9f6b304f3abf870dd4f587ef891586906e947afd3b390' WHERE document_id = 1;"
         "UPDATE document_digests SET rows = "
         "'701ef789fd4f5defd925760ed70f234eb5149c5f1a618a564375973040df5d40' WHERE document_id = "
         "2");
}

}  // namespace

TEST_CASE("Leaders are asked for by the normal form of their office, and whether they speak") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  const Lines aliyev{"aze-2005/leaders/ilham-aliyev"}, diaz{"civ-1994/leaders/jose-diaz"};
  CHECK(test::rows(base, "leaders", test::by("office-type", {"head-of-state"})) == aliyev);
  CHECK(test::rows(base, "leaders", test::by("office-type", {"Premier"})) == diaz);
  CHECK(test::rows(base, "leaders", test::by("office-type", {"foreign-minister"})).empty());
  CHECK(test::rows(base, "leaders", test::by("speaker", {"1"})) == aliyev);
  Selection both = test::by("office-type", {"head-of-state", "head-of-government"},
                            {"name", "office_type", "speaker"});
  CHECK(test::rows(base, "leaders", both) ==
        Lines{"Ilham Aliyev|head-of-state|1", "José Díaz|head-of-government|0"});
  both.evidence = true;
  both.columns = {"office_type", "speaker", "quote"};
  CHECK(test::rows(base, "leaders", both) ==
        Lines{"head-of-state|1|Ilham Aliyev", "head-of-government|0|José Díaz"});
}

TEST_CASE("Principles are asked for by whether they are upheld") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  CHECK(test::rows(base, "principles", test::by("polarity", {"upheld"}, {"norm", "polarity"})) ==
        Lines{"territorial-integrity|upheld"});
  Selection condemned = test::by("polarity", {"breach-condemned"}, {"norm", "polarity"});
  CHECK(test::rows(base, "principles", condemned) == Lines{"sovereignty|breach-condemned"});
  condemned.evidence = true;
  CHECK(test::rows(base, "principles", condemned) == Lines{"sovereignty|breach-condemned"});
}

TEST_CASE("A wrong office type or polarity is refused with the nearest, or with all") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  CHECK(refusal(base, "leaders", "office-type", "foreign-ministr") ==
        "no office-type 'foreign-ministr'; did you mean foreign-minister? There are "
        "foreign-minister, head-of-government, head-of-state, presiding-officer; see 'attache "
        "vocabulary offices'");
  // Of an organization's office too; what has no normal form can't be asked for.
  CHECK(refusal(base, "leaders", "office-type", "adviser") ==
        "no office-type 'adviser'; there are foreign-minister, head-of-government, head-of-state, "
        "presiding-officer; see 'attache vocabulary offices'");
  CHECK(refusal(base, "leaders", "office-type", "presiding-officer") == "taken");
  CHECK(refusal(base, "principles", "polarity", "x") ==
        "no polarity 'x'; there are upheld, breach-condemned");
}

TEST_CASE("The new columns are part of the rows' digest, their vocabulary of the sums") {
  for (const char* sql :
       {"UPDATE leaders SET speaker = 0 WHERE speaker = 1", "UPDATE leaders SET speaker = NULL",
        "UPDATE leaders SET office_type = 'judge'", "UPDATE principles SET polarity = NULL",
        "UPDATE principles SET polarity = 'breach-condemned'"}) {
    INFO(sql);
    test::TemporaryFolder folder;
    { const auto base = test::filled(folder / "kb.db"); }
    damage(folder / "kb.db", sql);
    const Lines found = problems(KnowledgeBase::open(folder / "kb.db"));
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() ==
          "aze-2005: has not the sentences, rows and citations that were extracted");
  }
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  damage(folder / "kb.db", "DELETE FROM office_types WHERE type IS NULL");
  CHECK(problems(KnowledgeBase::open(folder / "kb.db")) ==
        Lines{"office_types: has not the rows that were stored"});
}

TEST_CASE("An export knows which integers are booleans") {
  test::TemporaryFolder folder;
  const auto base = test::filled(folder / "kb.db");
  for (const StoredTable& table : stored_tables(base))
    for (const StoredColumn& column : table.columns)
      CHECK((column.type == ColumnType::boolean) ==
            (table.name == "leaders" && column.name == "speaker"));
}

TEST_CASE("Rows of schema 9 are kept with their digests, and know nothing of the new columns") {
  test::TemporaryFolder folder;
  const auto file = folder / "kb.db";
  make_version_9(file);
  SECTION("untouched") {
    { const auto base = KnowledgeBase::open_for_writing(file); }
    const auto base = KnowledgeBase::open(file);
    CHECK(problems(base).empty());
    Selection all;
    all.columns = {"name", "office", "office_type", "speaker"};
    CHECK(test::rows(base, "leaders", all) ==
          Lines{"Ilham Aliyev|President|-|-", "José Díaz|Prime Minister|-|-"});
    all.columns = {"norm", "polarity"};
    CHECK(test::rows(base, "principles", all) == Lines{"territorial-integrity|-", "sovereignty|-"});
    CHECK(test::rows(base, "leaders", test::by("speaker", {"1"})).empty());
  }
  SECTION("the vocabulary is written by the next seeding, rows by the next reading") {
    auto base = KnowledgeBase::open_for_writing(file);
    base.put_vocabulary(test::vocabulary(), "first");
    base.put(test::baku(), true);
    CHECK(
        test::rows(base, "leaders", test::by("office-type", {"president"}, {"name", "speaker"})) ==
        Lines{"Ilham Aliyev|1"});
    CHECK(problems(base).empty());
  }
  SECTION("what another hand changed before is found after") {
    damage(file, "UPDATE leaders SET office = 'King' WHERE leader_id = 1");
    damage(file, "UPDATE norms SET name = 'x'");
    { const auto base = KnowledgeBase::open_for_writing(file); }
    CHECK(problems(KnowledgeBase::open(file)) ==
          Lines{"norms: has not the rows that were stored",
                "aze-2005: has not the sentences, rows and citations that were extracted"});
  }
}
