// SPDX-License-Identifier: MIT
#include "schema/fts_query.h"

#include "schema/select.h"

#include "tests/catch.h"

using attache::fts_query;

TEST_CASE("Words become an FTS5 expression that can't be a syntax error") {
  const std::pair<const char*, const char*> cases[] = {
      {"peace", R"x("peace")x"},
      {"peace security", R"x(("peace" AND "security"))x"},
      {"\"peace and security\"",
       R"x(("peace and security" OR "peace peace and security" OR "peace and security security"))x"},
      {"peace OR war", R"x(("peace" OR "war"))x"},
      {"treaty peace OR war", R"x(("treaty" AND ("peace" OR "war")))x"},
      {"peace -war", R"x("peace" NOT "war")x"},
      // A word that the text breaks takes two places, and stands whole in each.
      {"\"cold wars\"", R"x("cold wars")x"},
      {"\"no élite's\"", R"x(("no élite's" OR "no élite élite's"))x"},
      {"-war peace -\"cold war\"", R"x("peace" NOT ("war" OR "cold war"))x"},
      {"secur*", R"x("secur"*)x"},
      {"\"peace and secur\"*", R"x(("peace and secur"* OR "peace peace and secur"*))x"},
      {"peace-keeping", R"x(("peace-keeping" OR "peacekeeping"))x"},
      {"-peace-keeping war", R"x("war" NOT ("peace-keeping" OR "peacekeeping"))x"},
      {"\"peace-keeping\" -",
       R"x(("peace-keeping" OR "peace peace-keeping" OR "peace-keeping keeping"))x"},
      {"Côte d'Ivoire", R"x(("Côte" AND "d'Ivoire"))x"},
      {"\"AND\" \"NOT\" NEAR and", R"x(("AND" AND "NOT" AND "NEAR" AND "and"))x"},
      {"peace AND war", R"x(("peace" AND "war"))x"},
      {"peace AND war OR trade", R"x((("peace" AND "war") OR "trade"))x"},
      {"trade OR peace AND war", R"x(("trade" OR ("peace" AND "war")))x"},
      {"peace AND (war OR trade)", R"x(("peace" AND ("war" OR "trade")))x"},
      {"(peace OR war) (trade OR aid)", R"x((("peace" OR "war") AND ("trade" OR "aid")))x"},
      {"peace NOT war", R"x("peace" NOT "war")x"},
      {"peace AND NOT war", R"x("peace" NOT "war")x"},
      {"NOT war peace", R"x("peace" NOT "war")x"},
      {"peace NOT (war OR trade)", R"x("peace" NOT ("war" OR "trade"))x"},
      {"peace -(war trade)", R"x("peace" NOT ("war" AND "trade"))x"},
      {"peace NOT (war NOT trade)", R"x("peace" NOT ("war" NOT "trade"))x"},
      {"(peace NOT war) OR trade", R"x((("peace" NOT "war") OR "trade"))x"},
      {"trade OR peace NOT war", R"x(("trade" OR ("peace" NOT "war")))x"},
      {"trade OR peace -war", R"x(("trade" OR "peace") NOT "war")x"},
      {"NOT NOT peace", R"x("peace")x"},
      {"AND peace AND OR war", R"x(("peace" AND "war"))x"},
      {"peace AND", R"x("peace")x"},
      {"(peace (war", R"x(("peace" AND "war"))x"},
      {"peace) war))", R"x(("peace)" AND "war))"))x"},
      {"()peace", R"x("peace")x"},
      {"NOT(war)peace", R"x("peace" NOT "war")x"},
      {"OR peace OR", R"x("peace")x"},
      {"col:umn (x) ^y {z} + &", R"x(("col:umn" AND "x" AND "^y" AND "{z}"))x"},
      {"\"un closed", R"x(("un closed" OR "un closed closed"))x"},
      {"peace\"war\"", R"x(("peace" AND "war"))x"},
      {"or", R"x("or")x"},
      {"\u201Cno aid\u201D \u201Ewar\u201C", R"x(("no aid" AND "war"))x"},
      {"\u00ABno aid\u00BB*", R"x("no aid"*)x"},
      {"peace || war && trade", R"x(("peace" OR ("war" AND "trade")))x"},
      {"peace !war ! -trade !", R"x("peace" NOT ("war" OR "trade"))x"},
      {"2(4)", R"x("2(4)")x"},
  };
  for (const auto& [words, expression] : cases) {
    INFO(words);
    REQUIRE(fts_query(words).value_or("nothing") == expression);
  }
}

TEST_CASE("Words that ask for nothing give no expression") {
  for (const char* words :
       {"", "   ", "&", "-", "*", "\"\"", "OR", "()", "AND NOT", "— …", "\xff"}) {
    INFO(words);
    REQUIRE_FALSE(fts_query(words).has_value());
  }
}

TEST_CASE("What must not occur is told to need what must") {
  for (const char* words : {"-war", "!war", "NOT war", "NOT (war OR trade)",
                            "NOT war AND NOT trade", "-war -trade", "(-war)"}) {
    INFO(words);
    REQUIRE_THROWS_AS(fts_query(words), attache::SelectionError);
  }
}

TEST_CASE("What must not occur is no alternative") {
  for (const char* words : {"peace OR NOT war", "NOT war OR peace", "(peace OR -war) trade"}) {
    INFO(words);
    REQUIRE_THROWS_AS(fts_query(words), attache::SelectionError);
  }
}

TEST_CASE("Parentheses of any depth are no syntax error") {
  const std::string open(100'000, '(');
  CHECK(fts_query(open + "peace").has_value());
  CHECK_FALSE(fts_query(open).has_value());
}
