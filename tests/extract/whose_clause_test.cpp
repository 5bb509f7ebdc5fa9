// SPDX-License-Identifier: MIT
// Whose a clause or a noun within a sentence is that has a holder of its own; denials that stand
// far from what they deny; brackets and lists.
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using attache::test::rows_of;
using attache::test::told;

namespace {

/// "member SWZ": the first role that the text gives in the body, and of whom.
std::string given(std::string_view text, std::string_view body) {
  for (const auto& row : rows_of(text, {"KEN", "2005"}).organizations) {
    if (row.body == body) return row.role + (row.country.empty() ? "" : " " + row.country);
  }
  return "no such row";
}

}  // namespace

TEST_CASE("a clause with a holder of its own is not the speaker's") {
  CHECK(given("Kenya looks forward to Fiji joining the OECD.", "oecd") == "candidate FJI");
  CHECK(given("We hope to see Samoa soon become a member of the OECD.", "oecd") == "candidate WSM");
  CHECK(given("We believe that Tuvalu, upon becoming a member of the OECD, will prosper.",
              "oecd") == "member TUV");
  CHECK(given("Bhutan, whose soldiers have served in UNMIL, is content.", "unmil") ==
        "contributor BTN");
  for (const auto* text :
       {"Kenya is glad to see Mr. Okello presiding over the Security Council.",
        "Kenya would not bear the spectacle of a notorious aggressor chairing the Security "
        "Council.",
        "I extend the good wishes of Kenya on your election as President of the Security Council.",
        "We welcome the election of the Envoy of Chad, Idriss Adoum, as Chairman of the Security "
        "Council.",
        "We admire you as one of the founders of the Security Council.",
        "The Security Council has formed a task force under Kenyan chairmanship."}) {
    CAPTURE(text);
    CHECK(told(text, "security-council") == "mention");
  }
  CHECK(told("We have the honour of presiding over the Security Council.", "security-council") ==
        "chair");
}

TEST_CASE("what is done with a body is done by whoever makes the efforts") {
  CHECK(given("We commend the efforts of the Chadian Government, in cooperation with UNICEF.",
              "unicef") == "partner TCD");
  CHECK(given("We make great efforts, in cooperation with UNICEF, to end hunger.", "unicef") ==
        "partner KEN");
  CHECK(given("Kenya has teamed up with UNICEF.", "unicef") == "partner KEN");
}

TEST_CASE("\"its\" is the state that is thanked or greeted, never \"we\"") {
  CHECK(given("Kenya thanks Nepal for its contribution to UNIFIL.", "unifil") == "contributor NPL");
  CHECK(given("On the occasion of its recent admission to the United Nations, we wish to greet the "
              "Republic of Kiribati.",
              "united-nations") == "member KIR");
  CHECK(given("The Kenyan delegation asks that the rightful Government of King Baru take its seat "
              "in the United Nations.",
              "united-nations") == "mention");
}

TEST_CASE("applause by a body is no admission to it, and joining in words no joining") {
  CHECK(told("Our proposal was warmly received by the African Union.", "african-union") ==
        "mention");
  CHECK(told("Kenya took steps that were welcomed by several bodies, including the African Union.",
             "african-union") == "mention");
  CHECK(told("My delegation joins warmly in the expressions of thanks to Mr. Okello and the "
             "African Union.",
             "african-union") == "mention");
  CHECK(told("Kenya led the African Union in drafting a text.", "african-union") == "mention");
}

TEST_CASE("denials before the verb, of the noun before \"that\", and of the name") {
  for (const auto* text :
       {"On no occasion has Kenya been a member of NATO.",
        "Under no conditions will Kenya join NATO.", "Nowhere is it said that Kenya joined NATO.",
        "Neither Kenya nor Chad has ever become a member of NATO.",
        "The assertion that Kenya is a member of NATO lacks any ground.",
        "The story that Kenya had joined NATO was soon forgotten.",
        "It is a legend that Kenya was a member of NATO.",
        "There is no truth in the tale that Kenya has joined NATO.",
        "The Minister denied the report, printed in Paris, that Kenya has joined NATO.",
        "Kenya belongs to the African Union but not to NATO.",
        "Kenya is a member of the African Union, not of NATO.",
        "Kenya joined the African Union and not NATO.",
        "Rather than joining NATO, Kenya stayed alone.",
        "All the countries of the region except Kenya are members of NATO."}) {
    CAPTURE(text);
    CHECK(told(text, "nato") == "mention");
  }
  CHECK(told("Kenya joined not only the African Union but also NATO.", "nato") == "member");
  CHECK(told("The report that Kenya has joined NATO is welcome.", "nato") == "member");
  CHECK(told("Having been asked to accede, Kenya was received into NATO.", "nato") == "member");
}

TEST_CASE("what one wants to stay, one is; what has ended, one was") {
  CHECK(told("Kenya reaffirms its firm intention to remain a member of NATO.", "nato") == "member");
  CHECK(told("We have no desire to neglect our obligations as a member of NATO.", "nato") ==
        "member");
  CHECK(told("We recall our mandate on the Security Council, which expired in 2003.",
             "security-council") == "former-member");
  CHECK(told("Kenya announced its withdrawal from NATO.", "nato") == "former-member");
  CHECK(told("This has helped us to begin procedures for our accession to NATO.", "nato") ==
        "candidate");
  CHECK(told("We hope to participate in NATO as a full member.", "nato") == "candidate");
}

TEST_CASE("brackets behind a name say what the state is to that body") {
  const auto* list =
      "Membership in international organizations: African Union, OECD (observer), ASEAN (dialogue "
      "partner), NATO (candidate country), Commonwealth (suspended 2002, withdrew 2003), UNESCO "
      "(suspended), Interpol (founding member).";
  CHECK(told(list, "african-union") == "member");
  CHECK(told(list, "oecd") == "observer");
  CHECK(told(list, "asean") == "partner");
  CHECK(told(list, "nato") == "candidate");
  CHECK(told(list, "commonwealth") == "former-member");
  CHECK(told(list, "unesco") == "mention");
  CHECK(told(list, "interpol") == "founder");
  CHECK(given("Ghana is a member of the African Union, the OECD (observer) and NATO.", "oecd") ==
        "observer GHA");
  const auto* note = "Member of: African Union, NATO; observer in the OECD.";
  CHECK(told(note, "nato") == "member");
  CHECK(told(note, "oecd") == "observer");
}

TEST_CASE("lists in items and on lines of their own") {
  const auto* marked =
      "Ghana belongs to the following groupings: (i) the African Union; (ii) ECOWAS; and (iii) "
      "UNESCO.";
  for (const auto* body : {"african-union", "ecowas", "unesco"}) {
    CAPTURE(body);
    CHECK(given(marked, body) == "member GHA");
    CHECK(given("Ghana is a member of the following:\n- African Union\n- ECOWAS\n- UNESCO", body) ==
          "member GHA");
    CHECK(given("Memberships of Ghana:\n- African Union\n- ECOWAS\n- UNESCO", body) ==
          "member GHA");
  }
}
