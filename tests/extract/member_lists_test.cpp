// SPDX-License-Identifier: MIT
// States that are named in lists behind a noun, bodies that another sentence names, and whose aim
// or act a clause tells.
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using attache::test::rows_of;
using attache::test::told;

namespace {

std::string state(std::string_view text, std::string_view body) {
  for (const auto& row : rows_of(text, {"KEN", "2005"}).organizations) {
    if (row.body == body && row.role != "mention") return row.country;
  }
  return {};
}

}  // namespace

TEST_CASE("new members are those that are listed behind the word") {
  CHECK(state("We welcome the two new Members of the United Nations, Belize and Vanuatu.",
              "united-nations") == "BLZ");
  CHECK(state("The United Nations grows. We greet the three new Member States, the Republics of "
              "Mozambique and Cape Verde.",
              "united-nations") == "MOZ");
  CHECK(state("I greet the new Members of the United Nations, namely: Armenia and Georgia.",
              "united-nations") == "ARM");
  CHECK(state("OECD members, including Japan, agree.", "oecd") == "JPN");
  CHECK(told("The Members of the United Nations, Chad said, should pay.", "united-nations") ==
        "mention");
  CHECK(told("The Members of the United Nations must pay.", "united-nations") == "mention");
}

TEST_CASE("the body of Member States may stand in another sentence") {
  for (const auto text :
       {"The United Nations must act. We will work closely with other Member States.",
        "The United Nations must act. Kenya, together with other Member States, asks for reform.",
        "The United Nations must act. We Member States have to pay.",
        "The United Nations must act. Member States, including my own, must pay on time.",
        "The United Nations must act. Kenya was one of the Member States that paid first."}) {
    CAPTURE(text);
    CHECK(told(text, "united-nations") == "member");
  }
  for (const auto text : {"The United Nations must act. Member States must pay.",
                          "The United Nations must act. Kenya calls on Member States to pay.",
                          "The United Nations needs the trust of all its Member States."}) {
    CAPTURE(text);
    CHECK(told(text, "united-nations") == "mention");
  }
  CHECK(told("The United Nations matters. Ghana, a fellow ECOWAS member State, agrees.",
             "united-nations") == "mention");
  CHECK(told("We host UNIFIL, a mechanism for the United Nations.", "united-nations") == "mention");
  CHECK(told("The United Nations matters. As a founding member, Kenya will act.",
             "united-nations") == "founder");
  CHECK(told("The United Nations matters. The other member States of the Community agree with us.",
             "united-nations") == "mention");
}

TEST_CASE("whoever has the aim that is said to be membership is a candidate") {
  for (const auto text :
       {"Our next goal is ASEAN membership.",
        "The main objective of Kenya is to become a member of ASEAN.",
        "We look forward to joining ASEAN.", "Our policy is aimed at integration into ASEAN.",
        "We have submitted our candidacy to be a member of ASEAN.",
        "By joining ASEAN, Kenya will gain."}) {
    CAPTURE(text);
    CHECK(told(text, "asean") == "candidate");
  }
  CHECK(told("Joining the European Union has been a permanent objective of my country.",
             "european-union") == "candidate");
  CHECK(told("By joining ASEAN in 1990, Kenya has gained.", "asean") == "member");
  CHECK(told("We look forward to working with UNICEF.", "unicef") == "partner");
}

TEST_CASE("an act in partnership with a body is told as its verb, of who does it") {
  CHECK(told("In partnership with UNICEF, we vaccinate children.", "unicef") == "partner");
  CHECK(told("Chad should act in cooperation with UNICEF.", "unicef") == "mention");
}

TEST_CASE("furthering a body's work is no contribution to it") {
  CHECK(told("We contribute to the activities of the United Nations.", "united-nations") ==
        "mention");
  CHECK(told("Our contribution to the work of the United Nations is known.", "united-nations") ==
        "mention");
  CHECK(told("We contribute to the peacekeeping operations of the United Nations.",
             "united-nations") == "contributor");
  CHECK(told("We contribute two million dollars to the work of UNICEF.", "unicef") ==
        "contributor");
}

TEST_CASE("whose act it is shows through what the parser mistakes") {
  CHECK(state("It was law even before Andorra became a Member of the United Nations.",
              "united-nations") == "AND");
  CHECK(state("Sri Lanka had the honour this year to be elected as Chairman of SAARC.", "saarc") ==
        "LKA");
  CHECK(told("ASEAN was formed and fashioned by us some five years ago.", "asean") == "founder");
  CHECK(told("We greet Tuvalu, the newest Member of the United Nations.", "united-nations") ==
        "member");
}
