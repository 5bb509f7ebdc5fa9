// SPDX-License-Identifier: MIT
// Aims that are denied, told in part, or told around: what is aimed at, and by whom.
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

/// Of the aim with those words.
std::string actor(std::string_view text, std::string_view wording) {
  for (const auto& row : rows_of(text).priorities)
    if (row.wording == wording) return row.actor;
  return "no such aim";
}

}  // namespace

TEST_CASE("of two aims told one for the other only that which is meant is one") {
  CHECK(aims("Our goal is not to humiliate Chad but to restore the border.") ==
        Aims{"restore the border"});
  CHECK(aims("The plan is aimed not at closing the port but at modernizing its docks.") ==
        Aims{"modernizing its docks"});
  CHECK(aims("Our policy is not to yield to blackmail.") == Aims{"not to yield to blackmail"});
  CHECK(aims("We are determined not to abandon our farmers.") ==
        Aims{"not to abandon our farmers"});
}

TEST_CASE("what a denied or asked verb is not done for is no aim") {
  for (const auto* text :
       {"They have not sent troops with the intention of seizing the mines.",
        "We did not write this in an attempt to embarrass our hosts.",
        "Have they come with the aim of dividing the island?",
        "The company shows scant interest in rebuilding the harbour.",
        "He put off the decision on whether to extend the lease.",
        "There is no evidence that the militia is committed to disarming.",
        "Is there any sign that the junta is committed to leaving power?",
        "Two Norwegians were arrested and charged with smuggling diamonds.",
        "Clearly our mission will be a thankless one.", "Prices promise to become more volatile.",
        "The ports will continue to require our attention.",
        "Those ministers will continue to be our guests.",
        "I shall endeavour to do so in a few words."}) {
    INFO(text);
    CHECK(aims(text).empty());
  }
}

TEST_CASE("a clause that tells of an aim is none of its own") {
  CHECK(aims("The goal that we chose for ourselves is universal peace.") ==
        Aims{"universal peace"});
  CHECK(aims("We repeat our commitment to securing results at the next Summit, to be convened in "
             "Lima.") == Aims{"securing results at the next Summit"});
  CHECK(aims("They praised the efforts at reconciliation being made in Geneva.") ==
        Aims{"reconciliation"});
  CHECK(aims("We are committed to building open and growing economies.") ==
        Aims{"building open and growing economies"});
  CHECK(aims("We are committed to banning biological and scrapping nuclear arms.") ==
        Aims{"banning biological", "scrapping nuclear arms"});
}

TEST_CASE("an aim goes on over what stands between its words") {
  CHECK(aims("The rebels crossed the river, their aim being to cut the railway.") ==
        Aims{"cut the railway"});
  CHECK(aims("It is our firm intention, once the census has been taken, to widen the franchise.") ==
        Aims{"widen the franchise"});
  CHECK(aims("The Parties undertake, in conformity with Article 5 of the Treaty, to share their "
             "findings.") == Aims{"share their findings"});
  CHECK(aims("“Our aim”, the Minister told reporters, “is to reopen every school.”") ==
        Aims{"reopen every school"});
  CHECK(aims("The Union strives for, and will one day attain, the abolition of tariffs.") ==
        Aims{"the abolition of tariffs"});
  CHECK(aims("My Government's aim is rural electrification.") == Aims{"rural electrification"});
}

TEST_CASE("who aims is found around asides, and in what belongs to him") {
  CHECK(actor("Ghana has, however, sought to widen the canal.", "widen the canal") == "GHA");
  CHECK(actor("Malta seeks, and will go on to seek, a lasting truce.", "a lasting truce") == "MLT");
  CHECK(actor("Norway's focus remains on protecting the poorest families.",
              "protecting the poorest families") == "NOR");
  CHECK(
      actor("Special attention is being paid by the Danish authorities to the training of nurses.",
            "the training of nurses") == "DNK");
  CHECK(actor("They wrecked the dams of Angola, whose Government seeks to bring water to the "
              "south.",
              "bring water to the south") == "AGO");
  CHECK(actor("Chad went on to mine the road, its aim being to cut off the town.",
              "cut off the town") == "TCD");
  CHECK(actor("“Our aim”, the Prime Minister of Iceland told reporters, “is to reopen every "
              "school.”",
              "reopen every school") == "AZE");
  CHECK(actor("The Government is committed to ending hunger.", "ending hunger") == "AZE");
  CHECK(actor("Sudan has changed. The Government is committed to ending hunger.",
              "ending hunger") == "");
}

TEST_CASE("a table of contents has neither aims nor norms") {
  const auto rows = rows_of(
      "Contents\n\nOur aim is to promote peace ............ 12\n"
      "Respect for human rights ................ 4\n");
  CHECK(rows.priorities.empty());
  CHECK(rows.principles.empty());
}
