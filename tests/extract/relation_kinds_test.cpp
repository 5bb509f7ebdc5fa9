// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using attache::test::rows_of;
using attache::test::told;

TEST_CASE("bodies joined to other partners are partners too") {
  for (const auto text :
       {"We will act in concert with other nations and UNICEF against hunger.",
        "We will work with other nations and international bodies, such as the Red Cross and "
        "UNICEF, in seeking peace.",
        "Kenya cooperates closely with its neighbours and UNICEF.", "UNICEF is our partner.",
        "Kenya and UNICEF launched a dialogue on schools.",
        "UNICEF and Kenya will establish a joint task force.",
        "We pay particular attention to cooperation with UNICEF."}) {
    CAPTURE(text);
    CHECK(told(text, "unicef") == "partner");
  }
}

TEST_CASE("what is hoped of another is not so, and what leaves no doubt is") {
  CHECK(told("It is our hope that Chad will cooperate with UNICEF.", "unicef") == "mention");
  CHECK(told("We hope that Chad cooperates with UNICEF.", "unicef") == "mention");
  CHECK(told("We hope to cooperate with UNICEF.", "unicef") == "partner");
  CHECK(told("There is no doubt that Kenya is a member of NATO.", "nato") == "member");
  CHECK(told("There is doubt that Kenya is a member of NATO.", "nato") == "mention");
  CHECK(told("Kenya's recognition and its admission to NATO have been prejudiced.", "nato") ==
        "mention");
  CHECK(told("We discussed the problem of the admission of Chad to NATO.", "nato") == "mention");
}

TEST_CASE("a fellow member is one, whatever the clause tells; other States are no members") {
  CHECK(told("The United Nations will last if it carries all our fellow Members with it.",
             "united-nations") == "member");
  CHECK(told("Kenya, together with other Member States, asked the United Nations to act.",
             "united-nations") == "member");
  CHECK(told("Chad and many other States adhere to the principles of the United Nations.",
             "united-nations") == "mention");
  CHECK(told("We joined the United Nations in their condemnation of the attack.",
             "united-nations") == "mention");
  CHECK(told("We reaffirm our support for the United Nations and our adherence to its Charter.",
             "united-nations") == "mention");
}

TEST_CASE("countries of a body are its members, and those named as examples") {
  CHECK(told("Japan is an OECD country.", "oecd") == "member");
  CHECK(told("OECD countries, including Japan, agree.", "oecd") == "member");
  CHECK(told("The OECD countries and others, including Chad, agree.", "oecd") == "mention");
  CHECK(told("Kenya was named among the members of the OECD.", "oecd") == "member");
  CHECK(told("Kenya was named among those members of the United Nations which accepted without "
             "reservation the jurisdiction of the International Court of Justice.",
             "united-nations") == "member");
  CHECK(told("Kenya accepted without reservation the jurisdiction of the International Court of "
             "Justice.",
             "international-court-of-justice") == "member");
}

TEST_CASE("the state may stand behind the body, or behind a welcome") {
  for (const auto text :
       {"We welcome the admission to the African Union of Chad.",
        "I extend a welcome to Chad, as the fiftieth Member of the African Union."}) {
    CAPTURE(text);
    const auto rows = rows_of(text, {"KEN", "2005"});
    const auto* row = test::body_row(rows, "african-union");
    REQUIRE(row != nullptr);
    CHECK(row->role == "member");
    CHECK(row->country == "TCD");
  }
}

TEST_CASE("a part in a founding is a founder's, a welcome for it is none") {
  CHECK(told("We contributed to the establishment of the African Union.", "african-union") ==
        "founder");
  CHECK(told("Kenya participated in the founding of the African Union.", "african-union") ==
        "founder");
  CHECK(told("We proposed the creation of a committee of the African Union.", "african-union") ==
        "mention");
  CHECK(told("We welcome the establishment of the African Union.", "african-union") == "mention");
}

TEST_CASE("what opens a sentence tells when and where, not to whom something is given") {
  CHECK(told("At the session of the General Assembly, Kenya made a contribution to the debate.",
             "general-assembly") == "mention");
  CHECK(told("We are committed to making our contribution to our goal and to strengthening the "
             "role of the United Nations.",
             "united-nations") == "mention");
  CHECK(told("To UNICEF we are among the largest contributors.", "unicef") == "contributor");
  CHECK(told("In UNIFIL we have 600 soldiers.", "unifil") == "contributor");
}

TEST_CASE("a name that is no state's owns what its clause calls \"its\"") {
  CHECK(told("We support reform. Africa has taken its seat in the Security Council.",
             "security-council") == "mention");
  CHECK(told("We support reform. Chad has taken its seat in the Security Council.",
             "security-council") != "mention");
}

TEST_CASE("a record in the third person speaks of the speaker's state as \"his country\"") {
  CHECK(told("His country would contribute 250,000 dollars to UNICEF.", "unicef") == "contributor");
  CHECK(told("We met. His country would contribute 250,000 dollars to UNICEF.", "unicef") ==
        "mention");
  CHECK(told("The Minister of Chad said his country would contribute 250,000 dollars to UNICEF.",
             "unicef") != "contributor");
}

TEST_CASE("a noun with a preposition that the sentence hangs on has no verb above it") {
  CHECK(told("Kenya has been in close co-operation with Malta both in Europe and in UNICEF.",
             "unicef") == "mention");
}
