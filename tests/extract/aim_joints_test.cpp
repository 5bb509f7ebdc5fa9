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

}  // namespace

TEST_CASE("what hangs on a word inside of an aim is no aim of its own") {
  CHECK(aims("Our objective is to prevent smugglers from buying or selling stolen arms.") ==
        Aims{"prevent smugglers from buying or selling stolen arms"});
  CHECK(aims("We seek to stop companies from polluting rivers and from cutting forests.").size() <=
        1);
  CHECK(aims("We are working to enable refugees to find work and rent a flat.") ==
        Aims{"enable refugees to find work and rent a flat"});
  CHECK(aims("The Government seeks to help farmers to sell their crops and repay their loans.") ==
        Aims{"help farmers to sell their crops and repay their loans"});
  CHECK(aims("They stressed the importance of forming a common view on supporting an elected "
             "assembly and stability in Mali.") ==
        Aims{"forming a common view on supporting an elected assembly and stability in Mali"});
  CHECK(aims("We seek to promote trade and protect our citizens.") ==
        Aims{"promote trade", "protect our citizens"});
}

TEST_CASE("adjectives and subjects that share what stands behind them are not cut") {
  CHECK(aims("They are striving to end the arms race and achieve general and complete "
             "disarmament.") ==
        Aims{"end the arms race", "achieve general and complete disarmament"});
  CHECK(aims("The envoy came with the aim of finding a fair, mutually accepted solution to the "
             "conflict.") == Aims{"finding a fair, mutually accepted solution to the conflict"});
  CHECK(aims("The objective is to ensure that both Chad and Niger are able to live in peace.") ==
        Aims{"ensure that both Chad and Niger are able to live in peace"});
  CHECK(aims("We want to make sure that Kenya and Uganda can trade freely.").size() <= 1);
  CHECK(aims("Our policy is geared to show the country as a dynamic and moderate society.") ==
        Aims{"show the country as a dynamic and moderate society"});
  CHECK(aims("The parties undertake to unite their forces to contain and overcome the epidemic.") ==
        Aims{"unite their forces to contain and overcome the epidemic"});
  CHECK(aims("We seek to protect our borders, including the islands.").size() == 1);
}

TEST_CASE("what is asked or only supposed is no aim") {
  CHECK(aims("Or will it continue to enlarge its army beyond its needs?") == Aims{});
  CHECK(aims("How will they seek to reduce poverty?") == Aims{});
  CHECK(aims("Do they intend to close the port?") == Aims{});
  CHECK(aims("An attempt by any foreign power to seize the canal will be resisted.") == Aims{});
  CHECK(aims("We would not stand aside should any attempt be made to close the strait.") == Aims{});
  CHECK(aims("Should the Government attempt to close the port, trade will suffer.") == Aims{});
  CHECK(aims("Were they to seek to raise taxes, we would leave.") == Aims{});
  CHECK(aims("We will resist every attempt to divide us.") == Aims{});
  CHECK(aims("We must seek to widen our markets, if we are not to be left behind by others.") ==
        Aims{"widen our markets"});
  CHECK(aims("They might seek to delay the vote.") == Aims{});
  CHECK(aims("We shall be poor if we are not to lose our markets.") == Aims{});
  CHECK(aims("Will we reach it? We will continue to reduce poverty.") == Aims{"reduce poverty"});
}

TEST_CASE("words that point to an aim name none") {
  CHECK(aims("We continue to pursue these specific goals: first, peace.")
            .count("pursue these specific goals") == 0);
  CHECK(aims("We renew our commitment to our common goal, which is well known.") == Aims{});
  CHECK(aims("The most important objective of this defence strategy is to keep the peace.") ==
        Aims{"keep the peace"});
  CHECK(aims("They are committed to those shared objectives.") == Aims{});
  CHECK(aims("They are committed to the goal of ending hunger.").size() == 1);
}

TEST_CASE("what is averted keeps its verb") {
  CHECK(aims("They underscored the need to further deter the interference of others, their "
             "support for armed groups, and their efforts to spread fear.")
            .count("their support for armed groups") == 0);
  CHECK(aims("We seek to prevent the spread of weapons and the development of missiles.").size() ==
        1);
}

TEST_CASE("an aside between a verb and its object cuts no aim") {
  CHECK(aims("Our objective is to ensure, in close cooperation with our partners, the security of "
             "the region.") ==
        Aims{"ensure, in close cooperation with our partners, the security of the region"});
  CHECK(aims("Chad is determined to fight, with all means, terrorism in all its forms.") ==
        Aims{"fight, with all means, terrorism in all its forms"});
  CHECK(aims("The Council works to defend, at home and abroad, the dignity of workers.") ==
        Aims{"defend, at home and abroad, the dignity of workers"});
  CHECK(aims("Our goal is to succeed, in time, without help.") == Aims{});
}

TEST_CASE("verbs in a row share the object behind the last") {
  CHECK(aims("The Union seeks to promote, protect and defend the rights of children.") ==
        Aims{"promote, protect and defend the rights of children"});
  CHECK(aims("We intend to find, arrest or expel the smugglers.") ==
        Aims{"find, arrest or expel the smugglers"});
}

TEST_CASE("infinitives behind semicolons go on over a remark") {
  const auto found = aims(
      "Our priorities are to build schools for all, though not yet in every town; to increase "
      "cooperation with our neighbours, but not at any price; and to protect the forests.");
  CHECK(found.contains("increase cooperation with our neighbours"));
  CHECK(found.contains("protect the forests"));
}

TEST_CASE("what an actor should work for is an aim, what it should try is none") {
  CHECK(aims("We should work to strengthen the alliance.") == Aims{"strengthen the alliance"});
  CHECK(aims("We should try to be patient.") == Aims{});
}

TEST_CASE("cooperation is no cue of its own for what it is to bring") {
  CHECK(aims("The two Presidents commit to increase cooperation with Chad to promote trade.") ==
        Aims{"increase cooperation with Chad to promote trade"});
}
