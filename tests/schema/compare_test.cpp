// SPDX-License-Identifier: MIT
#include "schema/compare.h"

#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using namespace attache::test;

namespace {

std::string words_of(const ComparedSide& side) {
  std::string out;
  for (const FilterValues& filter : side.filters)
    out += (out.empty() ? "" : " ") + filter.filter + "=" + filter.values.at(0);
  return out;
}

struct Compared {
  std::int64_t documents_a = 0, documents_b = 0;
  std::vector<ComparedRow> rows;
};

Compared compared(const KnowledgeBase& base, const std::string& table, const std::string& a,
                  const std::string& b) {
  Compared all;
  const Comparison counted = compare(base, {table, side_of(base, a), side_of(base, b), {}, {}},
                                     [&](const ComparedRow& row, const Comparison&) {
                                       all.rows.push_back(row);
                                       return true;
                                     });
  all.documents_a = counted.documents_a;
  all.documents_b = counted.documents_b;
  CHECK(counted.both + counted.only_a + counted.only_b ==
        static_cast<std::int64_t>(all.rows.size()));
  return all;
}

}  // namespace

TEST_CASE("a side is a period, a country, a document, or a country in a period") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"2005", "since=2005 until=2005"},
      {"1990s", "since=1990 until=1999"},
      {"1990..1999", "since=1990 until=1999"},
      {"1970s..1980s", "since=1970 until=1989"},
      {"2005-06..2006", "since=2005-06 until=2006"},
      {"1990..", "since=1990"},
      {"..1989", "until=1989"},
      {"AZE", "country=AZE"},
      {"cote d'ivoire", "country=cote d'ivoire"},
      {"aze-2005", "document=aze-2005"},
      {"aze-2005.txt", "document=aze-2005.txt"},
      {"CI:1990s", "country=CI since=1990 until=1999"},
      {"document:aze-2005", "document=aze-2005"},
      {"period:2005", "since=2005 until=2005"},
  };
  for (const auto& [text, words] : cases) {
    INFO(text);
    CHECK(words_of(side_of(base, text)) == words);
  }
}

TEST_CASE("what is no side is refused, and the nearest named") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const auto refused = [&](const std::string& text) -> std::string {
    try {
      side_of(base, text);
    } catch (const SelectionError& error) {
      return error.what();
    }
    return "";
  };
  CHECK(refused("Azerbajan") ==
        "'Azerbajan' is no period, country, region or document; did you mean Azerbaijan?");
  CHECK(refused("azerbajan:1990s").find("did you mean Azerbaijan") != std::string::npos);
  CHECK(refused("1999..1990") == "the period '1999..1990' ends before it begins");
  CHECK(refused("2005-13").find("is not a date") != std::string::npos);
  CHECK_FALSE(refused("").empty());
  CHECK_FALSE(refused("..").empty());
  CHECK_FALSE(refused("1991s").empty());
  CHECK_FALSE(refused("period:AZE").empty());
  CHECK_FALSE(refused("country:aze-2005").empty());
}

TEST_CASE(
    "a comparison says what both say and what one alone does, with counts and the first ref") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const Compared norms = compared(base, "principles", "AZE", "CIV");
  CHECK(norms.documents_a == 1);
  CHECK(norms.documents_b == 1);
  REQUIRE(norms.rows.size() == 2);
  CHECK(norms.rows[0].key == std::vector<std::string>{"territorial-integrity"});
  CHECK(norms.rows[0].a.ref == "aze-2005/principles/territorial-integrity");
  CHECK(norms.rows[0].b.documents == 0);
  CHECK(norms.rows[1].key == std::vector<std::string>{"sovereignty"});
  CHECK(norms.rows[1].b.citations == 1);
  const Compared same = compared(base, "principles", "AZE", "2005");
  REQUIRE(same.rows.size() == 1);
  CHECK(same.rows[0].a.documents == 1);
  CHECK(same.rows[0].b.documents == 1);
}

TEST_CASE("organizations are the same by body and role, leaders by name and type of office") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const Compared roles = compared(base, "organizations", "AZE", "CIV");
  CHECK(roles.rows.size() == 4);  // a partner of NATO and a mention of it are two things
  const Compared leaders = compared(base, "leaders", "AZE", "AZE");
  REQUIRE(leaders.rows.size() == 1);
  CHECK(leaders.rows[0].key == std::vector<std::string>{"Ilham Aliyev", "head-of-state"});
  CHECK_THROWS_AS(compared(base, "documents", "AZE", "CIV"), SelectionError);
}
