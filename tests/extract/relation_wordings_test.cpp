// SPDX-License-Identifier: MIT
#include <fstream>
#include <set>
#include <sstream>

#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using attache::test::rows_of;
using attache::test::told;

namespace {

using Roles = std::set<std::string>;

/// "body=role:state" of each row that states a role.
Roles roles_in(std::string_view text, const DocumentContext& context) {
  Roles found;
  for (const auto& row : rows_of(text, context).organizations) {
    const auto& body = row.body.empty() ? row.name : row.body;
    if (row.role != "mention") found.insert(body + "=" + row.role + ":" + row.country);
  }
  return found;
}

Roles listed(const std::string& column) {
  Roles out;
  std::istringstream in(column);
  for (std::string one; std::getline(in, one, ',');) {
    if (one != "-") out.insert(one);
  }
  return out;
}

}  // namespace

TEST_CASE("sentences as diplomats and ministries say them give the roles that they state") {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/golden/roles.tsv");
  REQUIRE(file);
  std::size_t sentences = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream in(line);
    std::string country, year, roles, text;
    std::getline(in, country, '\t');
    std::getline(in, year, '\t');
    std::getline(in, roles, '\t');
    std::getline(in, text);
    CAPTURE(text);
    CHECK(roles_in(text, {country, year}) == listed(roles));
    ++sentences;
  }
  CHECK(sentences >= 500);
}

TEST_CASE("a polite wish is done as it is said") {
  CHECK(told("I should like to welcome Kenya as the newest Member of the African Union.",
             "african-union") == "member");
  CHECK(told("We also wish to welcome Chad to the African Union.", "african-union") == "member");
  CHECK(told("We wish to be admitted to the African Union.", "african-union") == "candidate");
}

TEST_CASE("a capacity, a candidacy and another's request are told as what they are") {
  CHECK(told("Chad was granted candidate status for OECD membership.", "oecd") == "candidate");
  CHECK(told("We support Chad's request for full membership in the OECD.", "oecd") == "candidate");
  CHECK(told("That is why we call for the admission of Chad as a member of the OECD.", "oecd") ==
        "candidate");
}

TEST_CASE("other Members of a body lead on to no body, nor do plural places") {
  CHECK(told("Kenya is one of the larger trading partners of other Members of the United Nations.",
             "united-nations") == "mention");
  CHECK(told("My country places great hope in the United Nations.", "united-nations") == "mention");
}

TEST_CASE("a presidency without a body of its own is that of the clause's subject") {
  CHECK(told("Under the Kenyan presidency, the African Union met.", "african-union") == "chair");
  CHECK(told("Under the Kenyan presidency of NATO, the African Union met.", "african-union") ==
        "mention");
}

TEST_CASE("she stands for a state where one is the subject, and for no person's") {
  CHECK(told("Since her admission to the United Nations, Chad has worked for peace.",
             "united-nations") == "member");
  CHECK(told("Chad thanked Mrs. Smith, who told of her admission to the United Nations.",
             "united-nations") == "mention");
}
