// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using test::names;
using test::Names;
using test::office;

TEST_CASE("a surname joined to somebody with a title names a person") {
  CHECK(names("Trenholm and Prime Minister Ana Ruiz held a meeting in Madrid.") ==
        Names{"Trenholm", "Ana Ruiz"});
  CHECK(names("In Zorinburg and President Ana Ruiz they trust.") == Names{"Ana Ruiz"});
}

TEST_CASE("a pronoun that goes back to a surname tells that it is a person's") {
  CHECK(names("McNamara, in his speech at Ann Arbor, called for a new doctrine.") ==
        Names{"McNamara"});
  CHECK(names("Zorinburg fell when the general left his post.").empty());
}

TEST_CASE("an office between commas and its verb show a surname") {
  CHECK(names("Vice Foreign Minister, Zhaodan, referred to the deaths.") == Names{"Zhaodan"});
}

TEST_CASE("a plural office names several persons or none") {
  CHECK(names("He thanked the generations of Kings Rangers.").empty());
  CHECK(names("Presidents Okonkwor and Lindqvist met.") == Names{"Okonkwor", "Lindqvist"});
}

TEST_CASE("an office that only owns what follows is nobody's") {
  CHECK(office("Contact Mr. Nil Petrow (Ambassador's Office).", "Nil Petrow").empty());
}

TEST_CASE("words before a hyphen that no name has") {
  CHECK(names("Colombia is a Major Non-NATO Ally.").empty());
}

TEST_CASE("an abbreviation in brackets behind an office is no officer") {
  CHECK(names("It was replaced by the House of Representatives (HoR) in 2014.").empty());
}

TEST_CASE("the state of a person may stand between the name and the office") {
  CHECK(office("We met Ion Stanciu (Romania), Minister of Trade.", "Ion Stanciu") ==
        "Minister of Trade");
}

TEST_CASE("a signature's first initial is no title") {
  CHECK(office("M. BROWNE Minister of Foreign Affairs of Kenya  T. GREENE Minister of Foreign "
                  "Affairs of Malawi",
                  "M. BROWNE") == "Minister of Foreign Affairs of Kenya");
  CHECK(office("(Signed) Jonas Varga Ambassador", "Jonas Varga") == "Ambassador");
}

TEST_CASE("who moderates or manages is no leader") {
  CHECK(names("Anna Voss (moderator): Thank you all for coming.").empty());
  CHECK(names("Rita Olsen, chief executive of Norsk Kraft, praised the accord.").empty());
  CHECK(office("The Managing Director of the International Monetary Fund, Mr. Ole Hansen, spoke.",
                  "Ole Hansen") == "Managing Director of the International Monetary Fund");
}
