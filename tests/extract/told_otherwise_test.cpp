// SPDX-License-Identifier: MIT
// What is told of another, not yet, no more or not at all, in other words than the plainest.
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using attache::test::has_norm;
using attache::test::names;
using attache::test::office;
using attache::test::rows_of;
using attache::test::told;

namespace {

std::string actor_in(std::string_view text) {
  const auto rows = rows_of(text, {"KEN", "2005"}).priorities;
  return rows.size() == 1 ? rows.front().actor : "not one aim";
}

bool no_aim(std::string_view text) { return rows_of(text).priorities.empty(); }
bool no_norm(std::string_view text) { return rows_of(text).principles.empty(); }

std::string first_aim(std::string_view text) {
  const auto rows = rows_of(text).priorities;
  return rows.empty() ? std::string() : rows.front().wording;
}

}  // namespace

TEST_CASE("what is not done yet makes no member") {
  for (const auto* text :
       {"Kenya has yet to join NATO.", "Kenya is yet to become a member of NATO.",
        "Kenya has still to be admitted to NATO.", "Kenya is about to join NATO.",
        "Kenya remains to be admitted to NATO.", "Kenya is on the brink of joining NATO."}) {
    CAPTURE(text);
    CHECK(told(text, "nato") == "candidate");
  }
  CHECK(told("Kenya still has a seat in the Security Council.", "security-council") == "member");
}

TEST_CASE("what was turned down makes no candidate, and who is suspended has not left") {
  for (const auto* text :
       {"Kenya's request to join NATO was turned down.", "Kenya's bid to join NATO fell through.",
        "Kenya's application for membership of NATO was voted down.",
        "NATO turned down Kenya's application for membership.",
        "The accession of Kenya to NATO was suspended.", "Kenya was suspended from NATO.",
        "Kenya suspended its membership of NATO.", "NATO suspended Kenya in 1999.",
        "Chad backs Kenya's expulsion from NATO."}) {
    CAPTURE(text);
    CHECK(told(text, "nato") == "mention");
  }
  CHECK(told("Kenya was expelled from NATO.", "nato") == "former-member");
}

TEST_CASE("who is accused or thanked does what the accuser tells") {
  CHECK(actor_in("Ghana accuses Togo of seeking to close the port.") == "TGO");
  CHECK(actor_in("Ghana blames Togo for attempting to close the port.") == "TGO");
  CHECK(actor_in("We condemn Togo for planning to close the port.") == "TGO");
  CHECK(actor_in("Ghana commended Togo for its efforts to protect the river.") == "TGO");
  CHECK(actor_in("Ghana hosts Togo and seeks to open the port.") == "GHA");
  CHECK(actor_in("Ghana condemns terrorism and seeks to open the port.") == "GHA");
  CHECK(actor_in("The Danish envoy said that his country was determined to defend the isles.") ==
        "DNK");
  CHECK(actor_in("The President of Chad said that his Government intends to open the port.") ==
        "TCD");
}

TEST_CASE("an aim that is called a mistake to believe in is none") {
  for (const auto* text : {"It would be wrong to say that Chad seeks to rule the region.",
                           "It would be a mistake to think that Chad intends to leave the bloc.",
                           "It is misleading to claim that Chad plans to close the port.",
                           "It is a misconception that Chad seeks to rule the region.",
                           "The idea that Chad seeks to rule the region is a myth.",
                           "The emphasis on sanctions has not worked.",
                           "The priority given to sanctions was a mistake.",
                           "The importance attached to prestige was misguided.",
                           "A transfer counts as a supply for the purposes of the tax.",
                           "The commission determined that the vote had been fair."}) {
    CAPTURE(text);
    CHECK(no_aim(text));
  }
  CHECK(first_aim("The emphasis on prevention has paid off.") == "prevention");
  CHECK(first_aim("It would be wrong to abandon our efforts to restore peace.") == "restore peace");
  CHECK(first_aim("We continue our efforts to ensure our people are protected from fever.") ==
        "ensure our people are protected from fever");
}

TEST_CASE("topics, threats and what is deterred name no norm") {
  for (const auto* text :
       {"The agenda listed human rights, decolonization, the rule of law and budget matters.",
        "The report discusses democracy, human rights and the weather.",
        "The purpose of the alliance is to deter aggression.",
        "The main threats are:\n- a large-scale invasion;\n- sabotage;\n- famine.\n",
        "The commission on transitional justice met."}) {
    CAPTURE(text);
    CHECK(no_norm(text));
  }
  CHECK(has_norm(rows_of("We condemn the aggression against Kuwait."), "non-use-of-force"));
  CHECK_FALSE(
      has_norm(rows_of("Luxembourg upholds the sovereign equality of all States."), "sovereignty"));
  CHECK_FALSE(has_norm(rows_of("Trade is the cornerstone of Singapore's diplomacy."),
                       "peaceful-settlement"));
}

TEST_CASE("persons who held an office, sign below their state or bear a word as a name") {
  CHECK(office("A letter came from ex-Prime Minister Gordon Brown.", "Gordon Brown") ==
        "ex-Prime Minister");
  CHECK(office("The ex-Foreign Minister of Peru, Rafael Roncagliolo, died.",
               "Rafael Roncagliolo") == "ex-Foreign Minister of Peru");
  CHECK(names("Colonel Edward M. House conferred with them.").contains("Edward M. House"));
  const auto signed_by = names(
      "For the Republic of Belarus\nS. SHUSHKEVICH\nB. KEBICH\n\n"
      "For the RSFSR\nB. YELTSIN\nG. BURBULIS\n");
  CHECK(signed_by.contains("S. SHUSHKEVICH"));
  CHECK(signed_by.contains("B. KEBICH"));
  CHECK(signed_by.contains("B. YELTSIN"));
  CHECK(signed_by.contains("G. BURBULIS"));
  CHECK(names("Rt. Hon\xE2\x80\x99"
              "ble Prime Minister paid a visit to China.")
            .empty());
}
