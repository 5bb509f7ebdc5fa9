// SPDX-License-Identifier: MIT
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::rows_of;

namespace {

using Names = std::set<std::string>;

Names named(std::string_view text) {
  Names found;
  for (const auto& row : rows_of(text).leaders) found.insert(row.name);
  return found;
}

std::string office_of(std::string_view text, std::string_view name) {
  const auto rows = rows_of(text);
  const auto* row = test::leader_row(rows, name);
  return row == nullptr ? "no such row" : row->office;
}

}  // namespace

TEST_CASE("a surname joined to somebody with a title names a person") {
  CHECK(named("Trenholm and Prime Minister Ana Ruiz held a meeting in Madrid.") ==
        Names{"Trenholm", "Ana Ruiz"});
  CHECK(named("In Zorinburg and President Ana Ruiz they trust.") == Names{"Ana Ruiz"});
}

TEST_CASE("a pronoun that goes back to a surname tells that it is a person's") {
  CHECK(named("McNamara, in his speech at Ann Arbor, called for a new doctrine.") ==
        Names{"McNamara"});
  CHECK(named("Zorinburg fell when the general left his post.").empty());
}

TEST_CASE("an office between commas and its verb show a surname") {
  CHECK(named("Vice Foreign Minister, Zhaodan, referred to the deaths.") == Names{"Zhaodan"});
}

TEST_CASE("a plural office names several persons or none") {
  CHECK(named("He thanked the generations of Kings Rangers.").empty());
  CHECK(named("Presidents Okonkwor and Lindqvist met.") == Names{"Okonkwor", "Lindqvist"});
}

TEST_CASE("an office that only owns what follows is nobody's") {
  CHECK(office_of("Contact Mr. Nil Petrow (Ambassador's Office).", "Nil Petrow").empty());
}

TEST_CASE("words before a hyphen that no name has") {
  CHECK(named("Colombia is a Major Non-NATO Ally.").empty());
}

TEST_CASE("an abbreviation in brackets behind an office is no officer") {
  CHECK(named("It was replaced by the House of Representatives (HoR) in 2014.").empty());
}

TEST_CASE("the state of a person may stand between the name and the office") {
  CHECK(office_of("We met Ion Stanciu (Romania), Minister of Trade.", "Ion Stanciu") ==
        "Minister of Trade");
}

TEST_CASE("a signature's first initial is no title") {
  CHECK(office_of("M. BROWNE Minister of Foreign Affairs of Kenya  T. GREENE Minister of Foreign "
                  "Affairs of Malawi",
                  "M. BROWNE") == "Minister of Foreign Affairs of Kenya");
  CHECK(office_of("(Signed) Jonas Varga Ambassador", "Jonas Varga") == "Ambassador");
}

TEST_CASE("who moderates or manages is no leader") {
  CHECK(named("Anna Voss (moderator): Thank you all for coming.").empty());
  CHECK(named("Rita Olsen, chief executive of Norsk Kraft, praised the accord.").empty());
  CHECK(office_of("The Managing Director of the International Monetary Fund, Mr. Ole Hansen, spoke.",
                  "Ole Hansen") == "Managing Director of the International Monetary Fund");
}
