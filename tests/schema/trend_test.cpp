// SPDX-License-Identifier: MIT
#include "schema/trend.h"

#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using namespace attache::test;

namespace {

TrendQuestion norms_of(const std::vector<std::string>& countries) {
  TrendQuestion question;
  question.table = "principles";
  question.said = {{"norm", {"sovereignty"}}};
  if (!countries.empty()) question.base = {{"country", countries}};
  return question;
}

}  // namespace

TEST_CASE("a trend counts the documents that say it over those that could, year by year") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const Trend found = trend(base, norms_of({}));
  REQUIRE(found.series.size() == 1);
  const auto& points = found.series[0].points;
  REQUIRE(points.size() == 12);  // 1994 to 2005
  CHECK(found.base == 2);
  CHECK(points.front().year == 1994);
  CHECK(points.front().base == 1);
  CHECK(points.front().documents == 1);
  CHECK(points.front().rows == 1);
  CHECK(points.front().citations == 1);
  CHECK(points[1].base == 0);
  CHECK(points.back().year == 2005);
  CHECK(points.back().base == 1);
  CHECK(points.back().documents == 0);
}

TEST_CASE("countries are series of their own, in the order in which they are named") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  TrendQuestion question = norms_of({"Côte d'Ivoire", "AZE"});
  question.by_country = true;
  question.decades = true;
  const Trend found = trend(base, question);
  REQUIRE(found.series.size() == 2);
  CHECK(found.series[0].country == "CIV");
  CHECK(found.series[0].name == "Côte d'Ivoire");
  REQUIRE(found.series[0].points.size() == 2);
  CHECK(found.series[0].points[0].year == 1990);
  CHECK(found.series[0].points[0].documents == 1);
  CHECK(found.series[0].points[1].base == 0);
  CHECK(found.series[1].points[0].base == 0);
  CHECK(found.series[1].points[1].base == 1);
}

TEST_CASE("a document without a date is counted apart") {
  const TemporaryFolder folder;
  const auto file = folder / "kb.db";
  {
    KnowledgeBase base = KnowledgeBase::open_for_writing(file);
    base.put_vocabulary(vocabulary(), "first");
    DocumentRecord undated = abidjan();
    undated.date.clear();
    base.put(undated);
  }
  const Trend found = trend(KnowledgeBase::open(file), norms_of({}));
  CHECK(found.undated == 1);
  CHECK(found.base == 0);
  CHECK(found.series[0].points.empty());
}

TEST_CASE("words alone are looked for in all sentences") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  TrendQuestion question;
  question.table = sentences_table;
  question.said = {{"match", {"nato"}}};
  const Trend found = trend(base, question);
  CHECK(found.series[0].points.front().documents == 1);
  CHECK(found.series[0].points.back().documents == 1);
  CHECK(found.series[0].points.back().rows == 1);
}
