// SPDX-License-Identifier: MIT
#include "seed/memberships.h"

#include "tests/catch.h"

using namespace attache;

namespace {

std::string verdict(const std::string& country, const std::string& role, const std::string& body,
                    const std::string& date) {
  static const Memberships facts = Memberships::load({});
  return std::string(name_of(facts.compare({body, country, role, date}).verdict));
}

}  // namespace

TEST_CASE("Stated roles against known memberships, by the document's date") {
  CHECK(verdict("AZE", "member", "united-nations", "1995-10") == "agrees");
  CHECK(verdict("AZE", "member", "united-nations", "1992") == "agrees");
  CHECK(verdict("AZE", "member", "united-nations", "1990") == "contradicts");
  CHECK(verdict("AZE", "member", "nato", "2005") == "contradicts");
  CHECK(verdict("AZE", "member", "nato", "") == "contradicts");
  CHECK(verdict("AZE", "member", "united-nations", "") == "unknown");
  CHECK(verdict("GBR", "member", "european-union", "2019") == "agrees");
  CHECK(verdict("GBR", "member", "european-union", "2021") == "contradicts");
  CHECK(verdict("GRC", "member", "council-of-europe", "1972") == "contradicts");
  CHECK(verdict("GRC", "member", "council-of-europe", "1980") == "agrees");
  CHECK(verdict("AZE", "member", "rotary", "2005") == "unknown");
  CHECK(verdict("CHN", "member", "united-nations", "1980") == "agrees");
  CHECK(verdict("CHN", "founder", "united-nations", "1980") == "agrees");
}

TEST_CASE("Founders, candidates, observers and those who left") {
  CHECK(verdict("UZB", "founder", "guam", "2000") == "contradicts");
  CHECK(verdict("AZE", "founder", "guam", "2000") == "agrees");
  CHECK(verdict("AZE", "founder", "united-nations", "2000") == "contradicts");
  CHECK(verdict("POL", "candidate", "european-union", "1999") == "agrees");
  CHECK(verdict("POL", "candidate", "european-union", "2005") == "contradicts");
  CHECK(verdict("TUR", "candidate", "european-union", "2005") == "agrees");
  CHECK(verdict("NOR", "candidate", "european-union", "1993") == "unknown");
  CHECK(verdict("CHE", "observer", "united-nations", "1990") == "agrees");
  CHECK(verdict("CHE", "observer", "united-nations", "2010") == "contradicts");
  CHECK(verdict("GEO", "former-member", "cis", "2010") == "agrees");
  CHECK(verdict("GEO", "former-member", "cis", "2000") == "contradicts");
  CHECK(verdict("USA", "chair", "cis", "2000") == "contradicts");
  CHECK(verdict("RUS", "chair", "cis", "2000") == "unknown");
  CHECK(verdict("AZE", "partner", "nato", "2000") == "unknown");
}

TEST_CASE("What is found says what it rests on") {
  const Memberships facts = Memberships::load({});
  const MembershipFinding finding = facts.compare({"council-of-europe", "GRC", "member", "1972"});
  CHECK(finding.fact == "member from 1949 to 1969, member since 1974");
  CHECK(finding.source == "Council of Europe, member states with dates of accession");
  CHECK(facts.names("SUN"));
  CHECK_FALSE(facts.names("BUR"));
}
