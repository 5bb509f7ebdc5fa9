// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::has_norm;
using test::rows_of;

namespace {

/// Wordings of the aims, joined by " | ".
std::string aims(std::string_view text) {
  std::string all;
  for (const auto& row : rows_of(text).priorities) all += (all.empty() ? "" : " | ") + row.wording;
  return all;
}

}  // namespace

TEST_CASE("a norm that policy is built on is upheld, once, with every place") {
  const std::string text =
      "Our policy is based on respect for sovereignty and territorial integrity. We defend the "
      "principle of sovereignty.";
  const auto rows = rows_of(text);
  CHECK(has_norm(rows, "sovereignty"));
  CHECK(has_norm(rows, "territorial-integrity"));
  for (const auto& row : rows.principles) {
    if (row.norm == "sovereignty") CHECK(row.citations.size() >= 2);
  }
}

TEST_CASE("wordings of a norm that make up one phrase are cited once, whole") {
  const auto cited = [](std::string_view text, std::string_view norm) {
    std::string all;
    for (const auto& row : rows_of(text).principles) {
      for (const auto& citation : row.citations)
        if (row.norm == norm)
          all += (all.empty() ? "" : " | ") + std::string(test::quote(text, citation));
    }
    return all;
  };
  CHECK(cited("We reaffirm our belief in nonintervention into the internal affairs of States.",
              "non-intervention") == "nonintervention into the internal affairs");
  CHECK(cited("We are for respect for sovereignty and territorial integrity.", "sovereignty") ==
        "respect for sovereignty and territorial integrity");
  CHECK(cited("We defend the sovereign equality of all States.", "sovereign-equality") ==
        "sovereign equality of all States");
  CHECK(cited("We demand the eradication of colonialism and the granting of independence to "
              "colonial countries and peoples.",
              "decolonization") ==
        "eradication of colonialism | granting of independence to colonial countries and peoples");
}

TEST_CASE("less usual wordings of a norm are known") {
  CHECK(has_norm(rows_of("The territorial wholeness of Ethiopia must be respected."),
                 "territorial-integrity"));
  CHECK(has_norm(rows_of("Those who committed war crimes must be tried."), "accountability"));
  CHECK(
      has_norm(rows_of("We condemn their defiance of the agreements they signed."), "good-faith"));
  CHECK(has_norm(rows_of("We support the indivisible peace of all."), "collective-security"));
}

TEST_CASE("condemning a breach upholds the norm") {
  CHECK(has_norm(rows_of("We condemn apartheid and all forms of racial discrimination."),
                 "non-discrimination"));
}

TEST_CASE("wide wordings are norms where the sentence upholds them, and else are not") {
  CHECK(has_norm(rows_of("Human rights belong to all."), "human-rights"));
  CHECK(has_norm(rows_of("We condemn the occupation of Kuwait by Iraq."), "non-use-of-force"));
  CHECK_FALSE(has_norm(rows_of("His occupation was that of a farmer."), "non-use-of-force"));
  CHECK_FALSE(has_norm(rows_of("Both halves of the sum are equal."), "sovereign-equality"));
}

TEST_CASE("a norm in a list of questions is not upheld") {
  CHECK_FALSE(has_norm(
      rows_of("The agenda lists questions of decolonization, human rights and disarmament."),
      "human-rights"));
}

TEST_CASE("an everyday word is a norm only where a cue makes it one") {
  CHECK_FALSE(
      has_norm(rows_of("We support the cooperation in the fisheries project."), "cooperation"));
  CHECK(has_norm(rows_of("Our policy is guided by friendship and cooperation."), "cooperation"));
}

TEST_CASE("words of a norm in a title, a body's name or another charter uphold nothing") {
  CHECK_FALSE(has_norm(rows_of("We support the Human Rights Council."), "human-rights"));
  CHECK_FALSE(has_norm(rows_of("They stand for the Conference on Disarmament."), "disarmament"));
  CHECK_FALSE(
      has_norm(rows_of("It is contrary to the Charter of the Organization of American States."),
               "un-charter"));
  CHECK(has_norm(rows_of("It is contrary to the Charter of the United Nations."), "un-charter"));
}

TEST_CASE("items of a list under a heading of principles are upheld") {
  CHECK(has_norm(rows_of("Our principles:\n\n- cooperation\n- democracy\n"), "democracy"));
}

TEST_CASE("a breach that is only told is no norm, one that is condemned is") {
  CHECK_FALSE(has_norm(rows_of("The French secured colonial rule in the nineteenth century."),
                       "decolonization"));
  CHECK(has_norm(rows_of("We call for an end to colonial rule."), "decolonization"));
}

TEST_CASE("an aim is what follows its cue, split where each part stands alone") {
  CHECK(aims("Our priority is the eradication of poverty.") == "the eradication of poverty");
  CHECK(aims("The objectives of our policy are the prevention of conflict and the promotion of "
             "trade.") == "the prevention of conflict | the promotion of trade");
  CHECK(aims("Our main goal is the maintenance of peace and security.") ==
        "the maintenance of peace and security");
}

TEST_CASE("what merely happened or must be done is no aim") {
  CHECK(aims("The ministers met in Baku and signed a treaty.").empty());
  CHECK(aims("The report was published on Monday.").empty());
}
