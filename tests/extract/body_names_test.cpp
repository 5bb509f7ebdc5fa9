// SPDX-License-Identifier: MIT
// Where the names of bodies begin and end, and what only looks like one.
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::body_row;
using test::role;
using test::rows_of;

TEST_CASE("an acronym in an address, a postcode or a page's number is no body") {
  CHECK(rows_of("Write to Room 4, ARLINGTON 22202-3100 EU B7.").organizations.empty());
  CHECK(rows_of("The drums are marked AU 4410 and go by sea.").organizations.empty());
  CHECK(rows_of("See 12 WHO pp. 3-5.").organizations.empty());
  CHECK(rows_of("The EU 2020 strategy was adopted.").organizations.size() == 1);
}

TEST_CASE("a body's name neither begins within another nor runs on into it") {
  const auto names = [](std::string_view text) {
    std::vector<std::string> out;
    for (const auto& row : rows_of(text).organizations) out.push_back(row.name);
    return out;
  };
  CHECK(names("The approval by our Assembly of the International Protocols was slow.").empty());
  CHECK(
      names("We thank the Bureau for Coastal Waters and the Law of the Delta Trust Fund.").empty());
  CHECK(names("The Committee for Justice and the International Organization of Weavers met.") ==
        std::vector<std::string>{"International Organization of Weavers"});
}

TEST_CASE("what a body is called since some year is its name in a text without a date, too") {
  CHECK(body_row(rows_of("Kazakhstan is a member of the CIS.", {"KAZ", ""}), "cis") != nullptr);
  CHECK(body_row(rows_of("Kazakhstan is a member of the CIS.", {"KAZ", "1985"}), "cis") == nullptr);
}

TEST_CASE("a list of bodies ends where the next one is opened") {
  const auto rows =
      rows_of("Kenya is a member of:\n1. NATO\n2. Chad is a member of:\n1. OPEC\n2. COMESA\n");
  CHECK(role(rows, "nato") == "member");
  for (const auto& row : rows.organizations)
    if (row.body == "opec") CHECK(row.country == "TCD");
}
