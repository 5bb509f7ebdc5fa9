// SPDX-License-Identifier: MIT
// Whose "we" it is in records of several speakers.
#include <map>
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

/// Acronym -> the state whose role it is.
std::map<std::string, std::string> roles_of(std::string_view text, const char* country = "") {
  std::map<std::string, std::string> out;
  for (const auto& row : test::rows_of(text, {country, ""}).organizations)
    if (row.role != "mention") out[row.acronym] = row.country;
  return out;
}

using Roles = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("we is the state of the speaker whose label stands above") {
  const std::string record =
      "The President: We are a member of UNESCO. I give the floor to the next speaker.\n\n"
      "Mr. Olsen (Norway): We are a member of NATO. Our aims are clear.\n\n"
      "Mrs. Traore (Mali) (spoke in French): We joined ECOWAS in 1975.\n\n"
      "Mr. Olsen: My country is also a member of EFTA.\n\n"
      "Mr. Zarif (Iran (Islamic Republic of)): We are a member of the OIC.\n\n"
      "The President (spoke in Spanish): We are a member of the OAS.\n";
  const Roles expected{{"UNESCO", ""},  {"NATO", "NOR"}, {"ECOWAS", "MLI"},
                       {"EFTA", "NOR"}, {"OIC", "IRN"},  {"OAS", ""}};
  CHECK(roles_of(record) == expected);
  CHECK(roles_of(record, "FRA") == expected);
  CHECK(test::rows_of(record, {}).origin.country.empty());
}

TEST_CASE("labels of speakers name their states in many ways") {
  for (const char* label :
       {"Ms. Silva (Brazil), Vice-President", "The representative of Brazil",
        "The Foreign Minister of Brazil, Ms. Silva",
        "Ms. Silva, Minister for Foreign Affairs of "
        "Brazil",
        "The Brazilian Foreign Minister", "Ms. SILVA (Minister of State, Brazil)",
        "Sir Jan Silva (Brazil)", "JOBIM (Brazil)", "Ms. Silva, Brazil",
        "The President of Brazil (Ms. Silva)",
        "H.E. Ms. Ana Silva (Federative Republic of Brazil)"}) {
    CAPTURE(label);
    const auto roles = roles_of("Mr. Olsen (Norway): We are a member of NATO.\n\n" +
                                std::string(label) + ": We are a member of the OAS.\n");
    CHECK(roles == Roles{{"NATO", "NOR"}, {"OAS", "BRA"}});
  }
}

TEST_CASE("a state in square brackets, before a name or alone labels whoever speaks for it") {
  const std::pair<const char*, const char*> labels[] = {
      {"Mr. Olsen [Norway]:", "Ms. Silva [Brazil]:"},
      {"[Norway] Mr. Olsen:", "[Brazil] Ms. Silva:"},
      {"Norway (Mr. Olsen):", "Brazil (Ms. Silva):"},
      {"Norway, Mr. Olsen:", "Brazil, Ms. Silva:"},
      {"Mr. Olsen - Norway:", "Ms. Silva - Brazil:"},
      {"Mr. Olsen of Norway:", "Ms. Silva of Brazil:"},
      {"Mr. Olsen, speaking on behalf of Norway:", "Ms. Silva, speaking on behalf of Brazil:"},
      {"The delegation of Norway:", "The Government of Brazil:"},
      {"The Norwegian side:", "The Brazilian delegation:"},
      {"NORWAY:", "BRAZIL:"},
      {"Norway:", "Brazil:"},
      {"NORWAY. --", "BRAZIL. --"},
      {"NORWAY\n\n", "FEDERATIVE REPUBLIC OF BRAZIL\n\n"}};
  for (const auto& [first, second] : labels) {
    CAPTURE(first);
    CHECK(roles_of(std::string(first) + " We are a member of NATO. Our aims are clear.\n\n" +
                   second + " We are a member of the OAS.\n") ==
          Roles{{"NATO", "NOR"}, {"OAS", "BRA"}});
  }
}

TEST_CASE("a list of those present tells for whom each of them speaks") {
  for (const char* list :
       {"Present: Mr. Olsen (Norway), Ms. Silva (Brazil)", "Norway: Mr. Olsen\nBrazil: Ms. Silva",
        "Members: Brazil . . . . . . . . Ms. Silva\nNorway . . . . . . . . Mr. Olsen",
        "Mr. Olsen, Minister for Trade of Norway; Ms. Silva, Ambassador of Brazil;",
        "Ms. Silva, Brazil\nMr. Olsen, Norway", "Brazil | Ms. Silva\nNorway | Mr. Olsen"}) {
    CAPTURE(list);
    CHECK(roles_of(std::string(list) +
                   "\n\nMr. Olsen: We are a member of NATO.\n\nMs. Silva: We are a member of the "
                   "OAS.\n") == Roles{{"NATO", "NOR"}, {"OAS", "BRA"}});
  }
}

TEST_CASE("states as headings of one state's report label no speakers") {
  const std::string report =
      "Kenya: We gave five million. We joined the AU mission.\n\nMali: We are a member of the "
      "UN mission.\n";
  CHECK(roles_of(report, "NOR") == Roles{{"AU", "NOR"}, {"UN", "NOR"}});
  CHECK(roles_of("KENYA: Kenya joined the EAC.\n\nMALI: Mali joined ECOWAS.\n\nWe are a member "
                 "of the OAS.\n",
                 "BRA") == Roles{{"EAC", "KEN"}, {"ECOWAS", "MLI"}, {"OAS", "BRA"}});
}

TEST_CASE("a label may stand within a line, and a summary tells what was said") {
  CHECK(roles_of("Mr. Olsen (Norway): We are a member of NATO. Mrs. Traore (Mali) (spoke in "
                 "French): We joined ECOWAS in 1975.") ==
        Roles{{"NATO", "NOR"}, {"ECOWAS", "MLI"}});
  CHECK(roles_of("12. Mr. Olsen (Norway) said that his country was a member of NATO. His "
                 "Government was a member of EFTA.\n\n13. Mrs. Traore (Mali), speaking for the "
                 "region, said that her Government had joined ECOWAS.\n") ==
        Roles{{"NATO", "NOR"}, {"EFTA", "NOR"}, {"ECOWAS", "MLI"}});
}

TEST_CASE("a speaker says himself for whom he speaks") {
  CHECK(roles_of("Mr. Olsen (Norway): We are a member of NATO.\n\nThe President: I shall now speak "
                 "in my national capacity as representative of Mali. We joined ECOWAS.\n\n"
                 "Mr. Berg: My country, Fiji, is small. We are a member of the WTO.\n") ==
        Roles{{"NATO", "NOR"}, {"ECOWAS", "MLI"}, {"WTO", "FJI"}});
}

TEST_CASE("in a parliament and in one state's speech we is the document's state") {
  CHECK(
      roles_of("Mr. EVATT (Barton): We are a member of the UN.\n\nMr. CASEY (La Trobe): We joined "
               "SEATO.\n\nThe Speaker: Order.\n",
               "AUS") == Roles{{"UN", "AUS"}, {"SEATO", "AUS"}});
  CHECK(roles_of("Mr. SMITH (Georgia): We joined NATO.\n\nMr. JONES (Ohio): We joined the OAS.\n\n"
                 "Mr. BROWN (Utah): We act.\n",
                 "USA") == Roles{{"NATO", "USA"}, {"OAS", "USA"}});
  CHECK(roles_of("The Speaker: We begin our work now.\n\nMr. Moi (Kenya): We joined the EAC.\n\n"
                 "We are a member of the AU.\n",
                 "KEN") == Roles{{"EAC", "KEN"}, {"AU", "KEN"}});
  CHECK(roles_of("Prime Minister of Norway: Jan Berg\nPresident of Mali: Ali Traore\n\n"
                 "We are a member of the EAC.\n",
                 "KEN") == Roles{{"EAC", "KEN"}});
}

TEST_CASE("aims belong to the state of the speaker") {
  std::map<std::string, std::string> actors;
  for (const auto& row :
       test::rows_of("Mr. Olsen (Norway): Our aim is to reduce poverty.\n\nMrs. Traore (Mali): My "
                     "country seeks to strengthen disarmament.\n\nThe President: Our aim is to "
                     "begin the debate.\n",
                     {"FRA", ""})
           .priorities)
    actors[row.wording] = row.actor;
  CHECK(actors == std::map<std::string, std::string>{{"reduce poverty", "NOR"},
                                                     {"strengthen disarmament", "MLI"},
                                                     {"begin the debate", ""}});
}
