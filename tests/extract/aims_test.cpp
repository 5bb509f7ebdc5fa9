// SPDX-License-Identifier: MIT
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::rows_of;

namespace {

using Aims = std::set<std::string>;

Aims aims(std::string_view text) {
  Aims found;
  for (const auto& row : rows_of(text).priorities) found.insert(row.wording);
  return found;
}

/// Of the only aim of a text.
std::string actor(std::string_view text) {
  const auto rows = rows_of(text).priorities;
  return rows.size() == 1 ? rows.front().actor : "not one aim";
}

}  // namespace

TEST_CASE("an aim is found however far its cue's word stands before it") {
  CHECK(aims("We welcome the efforts they have made to maintain calm.") == Aims{"maintain calm"});
  CHECK(aims("The attempts which had been made to influence the vote were idle.").size() == 1);
  CHECK(aims("The people are heroically struggling for the freedom of their land.") ==
        Aims{"the freedom of their land"});
  CHECK(aims("The Republic is committed, in spirit and in deed, to ending hunger.") ==
        Aims{"ending hunger"});
  CHECK(aims("The firm determination of the President and of the members of the Council to hold "
             "elections is known.") == Aims{"hold elections"});
  CHECK(aims("The parties undertake, as set forth in the Charter, to settle their disputes.") ==
        Aims{"settle their disputes"});
  CHECK(aims("The Assembly repeats its determination that the rights of peoples be respected.") ==
        Aims{"the rights of peoples be respected"});
  CHECK(aims("What we want is a fair system of trade.") == Aims{"a fair system of trade"});
  CHECK(aims("All we ask for is a fair hearing.") == Aims{"a fair hearing"});
}

TEST_CASE("importance and need that a speaker repeats are aims") {
  CHECK(aims("Reiterating the need to protect civilians, the Council adopted the text.") ==
        Aims{"protect civilians"});
  CHECK(aims("Recognizing the need to end hunger, we meet today.") == Aims{"end hunger"});
  CHECK(aims("The Assembly reaffirms the importance of free trade.") == Aims{"free trade"});
}

TEST_CASE("what is denied, supposed, refused or asked of others is no aim") {
  for (const auto* text :
       {"No people aspire to servitude.",
        "No country seeks to lose its independence.",
        "Nobody in the Government intends to close the port.",
        "We hardly intend to close the port.",
        "The Government no longer intends to close the port.",
        "We did not believe that the rebels would attempt to take the city.",
        "It is false that Kenya seeks to leave the Union.",
        "Kenya denied that it intended to leave the Union.",
        "Rumours that the Government intends to close the port are false.",
        "We cannot be the world's policeman with responsibility for solving every quarrel.",
        "If we attempt to close the port, trade will suffer.",
        "We urge all States to strive to reduce their armies.",
        "The focus on the use of force has failed.",
        "Had they sought to end the war, lives would have been saved.",
        "Far from seeking to end the war, they prolonged it.",
        "They abandoned the aim of joining the pact.",
        "They lack the determination to end the war.",
        "Without any intention to settle the dispute, they came.",
        "Rarely do they attempt to resolve disputes.",
        "Egypt called on Israel to work for peace.",
        "He doubted whether they would attempt to cross the river.",
        "Nothing suggests that Cuba plans to leave."}) {
    CAPTURE(text);
    CHECK(aims(text).empty());
  }
  CHECK(aims("We are determined not to allow impunity.") == Aims{"not to allow impunity"});
  CHECK(aims("We seek not only to end hunger.") == Aims{"end hunger"});
  CHECK(aims("We are not only committed to peace but also to justice.") ==
        Aims{"peace", "justice"});
  CHECK(aims("Every effort is made to end hunger.") == Aims{"end hunger"});
}

TEST_CASE("what was halted or given up is no aim, and what never will be is one") {
  for (const auto* text :
       {"Ukraine has stopped its efforts to join the union.",
        "Chad froze its plans to build a dam.", "Kenya suspended its efforts to join the bloc.",
        "The ministry shelved its plan to privatize the railways.",
        "Peru withdrew its bid to host the games."}) {
    INFO(text);
    CHECK(aims(text).empty());
  }
  CHECK(aims("Kenya will never abandon its efforts to reform the court.") ==
        Aims{"reform the court"});
  CHECK(aims("We shall not give up our struggle to free our land.") == Aims{"free our land"});
  CHECK(aims("We cannot fail to pursue the reduction of poverty.") ==
        Aims{"the reduction of poverty"});
}

TEST_CASE("slander that others are charged with is no aim, another campaign is one") {
  CHECK(aims("Russia runs a campaign to denigrate our armed forces.").empty());
  CHECK(aims("Their propaganda drive to tarnish our image goes on.").empty());
  CHECK(aims("Our campaign to end hunger goes on.") == Aims{"end hunger"});
}

TEST_CASE("who wants it has what is wanted") {
  CHECK(actor("What we want is a fair system of trade.") == "AZE");
  CHECK(actor("What India seeks is a permanent seat in the Council.") == "IND");
  CHECK(actor("What the African Union seeks is an end to the fighting.") == "african-union");
  CHECK(actor("What the people of Cyprus want is the reunification of the island.") == "CYP");
}

TEST_CASE("what stands in a name, and a matter handed to a committee, is no aim") {
  CHECK(aims("The International Campaign to Abolish Nuclear Weapons won the prize.").empty());
  CHECK(aims("We praise the Initiative to Promote Trade in the region.").empty());
  CHECK(aims("The Bill was committed to the Committee of the Whole House.").empty());
  CHECK(aims("She is committed to the Hon. Member for the City.").empty());
}

TEST_CASE("money keeps its sign") {
  CHECK(aims("The Government has made $10 million for schools a priority.") ==
        Aims{"$10 million for schools"});
}

TEST_CASE("parts that the tree joins inside an aim stay with it") {
  CHECK(aims("We shall seek to maintain relations with all States and the Organization of African "
             "Unity.") ==
        Aims{"maintain relations with all States and the Organization of African Unity"});
  CHECK(aims("We are determined to further promote our cooperation and work together with "
             "partners.") ==
        Aims{"further promote our cooperation", "work together with partners"});
}

TEST_CASE("a list of aims ends with its level") {
  CHECK(aims("Our priorities are the following:\n(a) strengthening the rule of law;\n"
             "(b) combating corruption.\n\n14. The Committee met in March.\n"
             "15. The Committee noted the report.\n") ==
        Aims{"strengthening the rule of law", "combating corruption"});
  CHECK(aims("12. The Conference set itself these objectives:\n\n13. Delegations exchanged views "
             "on the agenda.\n\n14. The next meeting was fixed for June.\n")
            .empty());
  CHECK(aims("Objectives\n\nThe Ministry was founded in 1992. It moved in 2001.\n").empty());
  CHECK(aims("We are determined to guard the nation against the gravest risks it faces:\n\n"
             "* A large cyber attack;\n* Famine.\n") ==
        Aims{"guard the nation against the gravest risks it faces"});
  CHECK(aims("Objectives: 1. To strengthen the alliance. 2. To expand the membership.") ==
        Aims{"strengthen the alliance", "expand the membership"});
}

TEST_CASE("who pursues an aim is the subject, and whoever has the noun") {
  CHECK(actor("Chad continues to shell the towns of Niger, waging war on the people of Niger in an "
              "attempt to empty the border zone.") == "TCD");
  CHECK(actor("Kenya's policy on Somalia is to promote dialogue.") == "KEN");
  CHECK(actor("The policy of Kenya is to promote dialogue with Somalia.") == "KEN");
  CHECK(actor("Supported by France, Mali intends to hold elections.") == "MLI");
  CHECK(actor("The United States and Kenya are committed to deepening their trade.") == "USA");
  CHECK(actor("NATO is determined to defend its members.") == "nato");
  CHECK(actor("The Government of Kenya seeks to end hunger.") == "KEN");
  CHECK(actor("The protection of refugees is a priority for the Government of Chad.") == "TCD");
  CHECK(actor("We are determined to end hunger.") == "AZE");
  CHECK(actor("The priorities of the foreign policy of Ghana are the promotion of trade.") ==
        "GHA");
}

TEST_CASE("who pursues an aim is left open where no name is the subject") {
  CHECK(actor("The rebels, armed by Chad, strive to topple the Government.").empty());
  CHECK(actor("According to Kenya, the rebels seek to divide the country.").empty());
  CHECK(actor("The war against Somalia is intended to weaken its economy.").empty());
  CHECK(actor("The enemies of Kenya seek to divide the country.").empty());
  CHECK(actor("They are accused of trying to overthrow the Government of Chad.").empty());
  CHECK(actor("The Council met, reiterating its determination to cut supplies to "
              "Al-Shabaab.")
            .empty());
}
