// SPDX-License-Identifier: MIT
#include "seed/read/name_pattern.h"

#include "tests/catch.h"

using namespace attache;

namespace {

std::string error_of(const std::string& pattern) {
  try {
    NamePattern::parse(pattern);
  } catch (const ReadError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a name pattern reads the fields of a file's stem") {
  const NamePattern pattern = NamePattern::parse("{country}_{}_{date}");
  const auto fields = pattern.match("corpus/60/AZE_60_2005.txt");
  REQUIRE(fields.has_value());
  CHECK(fields->metadata.country == "AZE");
  CHECK(fields->metadata.date == "2005");
  CHECK(pattern.match("a.tar.xz!x/AZE_60_2005.v2.txt")->metadata.date == "2005.v2");
  CHECK_FALSE(pattern.match("AZE-60-2005.txt").has_value());
  CHECK_FALSE(pattern.match("AZE_60_.txt").has_value());
}

TEST_CASE("fields take as little as will do, and literals and braces stand for themselves") {
  CHECK(NamePattern::parse("{slug}-{title}").match("a-b-c.md")->metadata.title == "b-c");
  CHECK(NamePattern::parse("{slug}-{title}").match("a-b-c.md")->slug == "a");
  CHECK(NamePattern::parse("{{{source}}} {language}").match("{x} en")->metadata.source == "x");
  CHECK(NamePattern::parse("{title} (final)").match("A (b) (final).txt")->metadata.title ==
        "A (b)");
}

TEST_CASE("a wrong pattern is told with its place") {
  CHECK(error_of("{land}_{date}") ==
        "name pattern '{land}_{date}', character 1: no field 'land': say country, date, title, "
        "source, language, slug or nothing");
  CHECK(error_of("{date}_{date}") ==
        "name pattern '{date}_{date}', character 8: 'date' stands twice");
  CHECK(error_of("{date}{title}") ==
        "name pattern '{date}{title}', character 7: two fields with nothing between them");
  CHECK(error_of("a{date") == "name pattern 'a{date', character 2: '{' without '}' after it");
  CHECK(error_of("a}b{date}") ==
        "name pattern 'a}b{date}', character 2: '}' without '{' before it; '}}' stands for the "
        "character itself");
  CHECK(error_of("{}_x") ==
        "name pattern '{}_x', character 1: no field in it: '{country}_{date}' has two");
}
