// SPDX-License-Identifier: MIT
// Whom a relation is wished, when it is told, and of whom it is told in passing.
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using attache::test::rows_of;
using attache::test::told;

namespace {

struct Said {
  std::string role, country;
  friend bool operator==(const Said&, const Said&) = default;
};

std::ostream& operator<<(std::ostream& out, const Said& said) {
  return out << said.role << ' ' << said.country;
}

/// What the text, Kenya's, says of the body.
Said said(std::string_view text, std::string_view body) {
  const auto rows = rows_of(text, {"KEN", "2005"});
  const auto* row = test::body_row(rows, body);
  return row == nullptr ? Said{} : Said{row->role, row->country};
}

}  // namespace

TEST_CASE("a clause behind \"for\" and a state is that state's, and wished of it") {
  CHECK(said("Kenya repeats its support for India, a great democracy, obtaining a seat in the "
             "Security Council.",
             "security-council") == Said{"candidate", "IND"});
  CHECK(said("It is high time for Chad to be given back its place in the African Union.",
             "african-union") == Said{"candidate", "TCD"});
  CHECK(said("The Government expresses its support for Chad to be an integral part of the African "
             "Union.",
             "african-union") == Said{"candidate", "TCD"});
}

TEST_CASE("when something happened is told as so, whatever the clause around it wishes") {
  CHECK(told("Kenya, since joining the United Nations in 1963, has advocated peace.",
             "united-nations") == "member");
  CHECK(told("Two years after joining the OECD, Kenya has grown.", "oecd") == "member");
  CHECK(told("Before joining the OECD, Kenya should grow.", "oecd") == "member");
}

TEST_CASE("what is announced is told as its own clause tells it, what goes on is so already") {
  CHECK(told("The minister announced that Kenya had joined the OECD.", "oecd") == "member");
  CHECK(told("The minister announced that Kenya will join the OECD.", "oecd") == "candidate");
  CHECK(told("Kenya would continue to remain a member of the Commonwealth of Nations.",
             "commonwealth") == "member");
  CHECK(told("Reports that Kenya had acceded to the OECD are unfounded.", "oecd") == "mention");
  CHECK(told("Kenya has withdrawn its application to join the OECD.", "oecd") == "mention");
  CHECK(told("We welcome the forthcoming accession of Kenya to the OECD.", "oecd") == "candidate");
}

TEST_CASE("a name right before \"as a new Member\" is whom it is said of") {
  CHECK(said("We add our own words of welcome to the people of South Sudan as a new Member of the "
             "United Nations.",
             "united-nations") == Said{"member", "SSD"});
  CHECK(told("Norms were bequeathed to us by the founders of the United Nations.",
             "united-nations") == "mention");
}

TEST_CASE("a part of a body, a second noun, a title before the noun") {
  CHECK(told("Kenya, as part of the African Union, condemns racism.", "african-union") == "member");
  CHECK(told("Kenya is not a member of the Arab League but an observer.",
             "league-of-arab-states") == "observer");
  CHECK(told("In 1963 Kenya signed the United Nations Charter.", "united-nations") == "founder");
  CHECK(told("We are committed to a new partnership between Kenya and the countries of the "
             "African Union.",
             "african-union") == "partner");
}

TEST_CASE("what others do is theirs, though no state is found") {
  CHECK(told("We appeal to the armed groups to cooperate with UNICEF.", "unicef") == "mention");
  CHECK(told("The countries of NATO have welcomed the initiative of Kenya.", "nato") == "mention");
  CHECK(told("The delegation will make its contribution to the work of the General Assembly.",
             "general-assembly") == "mention");
}

TEST_CASE("a list that a sentence opens is its subject's, not the document's") {
  CHECK(said("Ghana is a member of the following bodies: (a) the African Union; (b) the OECD.",
             "oecd") == Said{"member", "GHA"});
}
