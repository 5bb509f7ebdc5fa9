// SPDX-License-Identifier: MIT
// Who is speaking, in the ways that records of many speakers have.
#include <algorithm>
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

using Names = std::set<std::string>;

Names speakers_of(const std::string& text) {
  Names names;
  for (const LeaderRow& row :
       test::rows_of(text + "\n\nNorlandia joined NATO in 1999.\n", {}).leaders)
    if (row.speaker) names.insert(row.name);
  return names;
}

}  // namespace

TEST_CASE("a speaker without a title is told by a colon") {
  CHECK(speakers_of("Maria Silva (PSD): I rise.\n\nJohn Okafor (Green Party): I object.") ==
        Names{"Maria Silva", "John Okafor"});
  CHECK(speakers_of("Oana Lungescu: And now.\n\nMoira Novak: Thanks.\n\nOana Lungescu: Next.")
            .contains("Oana Lungescu"));
  for (const char* heading :
       {"Executive Summary: We act.\n\nForeign Policy: We act.", "Box Three: Trade with Kenya",
        "Addis Ababa: The summit opened.", "Agenda Item: Peace\n\nAgenda Item: Law"})
    CHECK(speakers_of(heading).empty());
}

TEST_CASE("a speaker with a title is told by a colon, a full stop, a dash or a line's end") {
  CHECK(speakers_of("H.E. Mr. Li Wei (China): We act.") == Names{"Li Wei"});
  CHECK(speakers_of("Mr. DULLES. I thank you.\n\nMr. DULLES. We act.") == Names{"DULLES"});
  CHECK(speakers_of("Mr. EVATT (Barton\u2014Attorney-General).\u2014I move it.") == Names{"EVATT"});
  CHECK(speakers_of("Dr. Jane Roe (Leeds West)\nI thank the Minister for what she has said.") ==
        Names{"Jane Roe"});
  CHECK(speakers_of("Mr. Smith (Kenya)\nMr. Jones (Fiji)\nMr. Brown (Peru)").empty());
  CHECK(speakers_of("We met Mr. Olsen. He agreed.").empty());
}

TEST_CASE("a title says whose speech it is") {
  CHECK(speakers_of("Keynote address by Prof. Anna Lee\n\nWe act.") == Names{"Anna Lee"});
  CHECK(speakers_of("Statement by the Minister of Foreign Affairs of Kenya, Mr. Raphael Tuju\n\nWe "
                    "act.") == Names{"Raphael Tuju"});
  CHECK(speakers_of("Opening remarks of Ambassador Susan Rice\n\nWe act.") == Names{"Susan Rice"});
  CHECK(speakers_of("Statement by the President on the death of Mr. Peter Olsen\n\nWe mourn.")
            .empty());
  CHECK(speakers_of("The talks were opened by Mr. Peter Olsen.\n\nWe act.").empty());
}

TEST_CASE("what an office is about is not whose it is") {
  const auto leader = [](const std::string& text) {
    const auto rows = test::rows_of(text, {});
    REQUIRE(rows.leaders.size() == 1);
    return rows.leaders.front();
  };
  CHECK(
      leader("The Minister for European Union Affairs of Fiji, Mr. Jan Berg, spoke.").body.empty());
  CHECK(leader("The Minister for European Union Affairs of Fiji, Mr. Jan Berg, spoke.").country ==
        "FJI");
  CHECK(leader(
            "The Secretary of State for Foreign and Commonwealth Affairs, Mr. David Owen, met him.")
            .body.empty());
}

TEST_CASE("the Commonwealth in the names of British offices is none") {
  const auto named = [](const std::string& text) {
    const auto rows = test::rows_of(text, {});
    return std::any_of(rows.organizations.begin(), rows.organizations.end(),
                       [](const auto& row) { return row.body == "commonwealth"; });
  };
  CHECK_FALSE(named("The Secretary of State for Foreign and Commonwealth Affairs met him."));
  CHECK_FALSE(named("The Foreign and Commonwealth Office wrote."));
  CHECK_FALSE(named("The Secretary for Commonwealth Relations wrote."));
  CHECK_FALSE(named("The Foreign, Commonwealth & Development Office wrote."));
  CHECK(named("Kenya is a member of the Commonwealth."));
}
