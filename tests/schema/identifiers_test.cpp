// SPDX-License-Identifier: MIT
// Codes of others: tables and views of them, columns of the vocabulary, and bases made before.
#include "schema/check.h"
#include "schema/vocabularies.h"
#include "schema/vocabulary.h"
#include "tests/catch.h"
#include "tests/schema/damage.h"
#include "tests/schema/fixture.h"

using namespace attache;
using test::damage;
using Lines = std::vector<std::string>;

namespace {

std::vector<VocabularyTable> with_codes() {
  auto tables = test::vocabulary();
  tables.push_back({"identifier_schemes", {"scheme", "name", "form"}, {{"cow", "COW", "[0-9]+"}}});
  tables.push_back({"identifiers",
                    {"kind", "key", "scheme", "value", "note", "source"},
                    {{"country", "AZE", "cow", "373", "", "COW"},
                     {"country", "AZE", "m49", "031", "", "UN"},
                     {"body", "nato", "wikidata", "Q7184", "", "Wikidata"},
                     {"body", "nato", "wikidata", "Q1", "", "set anew"},
                     {"body", "no-longer-known", "wikidata", "Q2", "", "Wikidata"},
                     {"instrument", "un-charter", "wikidata", "Q171328", "", "Wikidata"}}});
  tables.push_back({"crosswalks",
                    {"kind", "key", "scheme", "value", "relation", "label", "note", "source"},
                    {{"theme", "security", "manifesto", "per105", "related", "", "", "MP"},
                     {"theme", "security", "manifesto", "per104", "close", "", "", "MP"},
                     {"norm", "sovereignty", "gdelt", "SOVEREIGNTY", "close", "", "", "GDELT"}}});
  return tables;
}

Lines listed(const KnowledgeBase& base, const std::string& vocabulary, const Lines& columns,
             const std::string& text = {}) {
  Selection selection;
  selection.columns = columns;
  if (!text.empty()) selection.text = text;
  Lines lines;
  select(base, find_vocabulary(vocabulary)->table, selection, [&](std::span<const Cell> cells) {
    std::string line;
    for (const Cell& cell : cells) line += (line.empty() ? "" : "|") + test::text_of(cell);
    lines.push_back(line);
    return true;
  });
  return lines;
}

}  // namespace

TEST_CASE("Vocabularies have the codes of others") {
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  base.put_vocabulary(with_codes(), "codes");
  CHECK(listed(base, "countries", {"slug", "cow", "m49", "wikidata"}) ==
        Lines{"AZE|373|031|-", "CIV|-|-|-"});
  CHECK(listed(base, "bodies", {"slug", "wikidata"}) == Lines{"council-of-europe|-", "nato|Q1"});
  CHECK(listed(base, "instruments", {"slug", "wikidata"}) ==
        Lines{"bandung|-", "un-charter|Q171328"});
  CHECK(listed(base, "themes", {"slug", "manifesto", "plover"}) ==
        Lines{"energy-and-resources|[]|[]", R"(security|["per104","per105"]|[])"});
  CHECK(listed(base, "norms", {"slug", "gdelt"}) ==
        Lines{R"(sovereignty|["SOVEREIGNTY"])", "territorial-integrity|[]"});
  CHECK(listed(base, "instruments", {"slug"}, "Q171328") == Lines{"un-charter"});
}

TEST_CASE("A changed code is found") {
  for (const char* sql : {"UPDATE identifiers SET value = '374' WHERE value = '373'",
                          "DELETE FROM identifiers", "UPDATE identifiers SET source = NULL"}) {
    INFO(sql);
    test::TemporaryFolder folder;
    { const auto base = test::filled(folder / "kb.db"); }
    {
      auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
      base.put_vocabulary(with_codes(), "codes");
    }
    damage(folder / "kb.db", sql);
    CHECK(test::problems(KnowledgeBase::open(folder / "kb.db")) ==
          Lines{"identifiers: has not the rows that were stored"});
  }
}

TEST_CASE("A base that was made before the codes gets their tables, and rows by the next seeding") {
  test::TemporaryFolder folder;
  { const auto base = test::filled(folder / "kb.db"); }
  damage(folder / "kb.db",
         "DROP VIEW country_codes; DROP VIEW theme_codes; DROP VIEW norm_codes;"
         "DROP TABLE identifiers; DROP TABLE crosswalks; DROP TABLE identifier_schemes;"
         "DELETE FROM row_sums WHERE name IN ('identifiers', 'crosswalks', 'identifier_schemes');"
         "DROP VIEW documents_listing;"
         "DROP INDEX documents_path; DROP INDEX documents_versions;"
         "DROP INDEX documents_version_of;"
         "ALTER TABLE documents DROP COLUMN path; ALTER TABLE documents DROP COLUMN version_of;"
         "ALTER TABLE documents DROP COLUMN language_from;"
         "ALTER TABLE documents DROP COLUMN source_from;"
         "ALTER TABLE documents DROP COLUMN states_named;"
         "ALTER TABLE documents RENAME COLUMN identity TO path;"
         "PRAGMA user_version = 14");
  auto base = KnowledgeBase::open_for_writing(folder / "kb.db");
  CHECK(test::problems(base).empty());
  CHECK(vocabulary_version(base.connection()).empty());
  CHECK(listed(base, "countries", {"slug", "cow"}) == Lines{"AZE|-", "CIV|-"});
  base.put_vocabulary(with_codes(), "codes");
  CHECK(listed(base, "countries", {"slug", "cow"}) == Lines{"AZE|373", "CIV|-"});
  CHECK(test::problems(base).empty());
}
