// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::has_norm;
using test::rows_of;

namespace {

struct Named {
  std::string norm, text;
};

const PrincipleRow* norm_row(const DocumentRows& rows, std::string_view slug) {
  const auto found = std::find_if(rows.principles.begin(), rows.principles.end(),
                                  [&](const auto& row) { return row.norm == slug; });
  return found == rows.principles.end() ? nullptr : &*found;
}

std::string polarity(std::string_view text, std::string_view slug) {
  const auto rows = rows_of(text);
  const auto* row = norm_row(rows, slug);
  return row == nullptr ? "" : row->polarity;
}

std::string wording(std::string_view text, std::string_view slug) {
  const auto rows = rows_of(text);
  const auto* row = norm_row(rows, slug);
  return row == nullptr ? "" : row->wording;
}

}  // namespace

TEST_CASE("words of a norm in the name of something else are no norm") {
  for (const auto& [norm, text] : std::vector<Named>{
           {"democracy", "The Government of the People's Republic of China sent a note."},
           {"democracy", "The Democratic challenger won in Ohio."},
           {"democracy", "The Democratic Republic of the Congo joined the talks."},
           {"self-defence", "Village self-defence groups held the road."},
           {"self-defence", "The Self-Defense Forces train in Hokkaido."},
           {"neutrality", "They asked a neutral arbiter to decide the price."},
           {"neutrality", "Carbon neutrality is the aim of the plan."},
           {"disarmament", "The regime hid its weapons of mass destruction from the inspectors."},
           {"disarmament", "The Conference on Disarmament meets in Geneva."},
           {"freedom-of-navigation", "The Convention on the Law of the Sea was signed in 1982."},
           {"human-rights", "The Human Rights Council elected its officers."},
           {"human-rights", "A human rights lawyer spoke on the radio."},
           {"justice", "The Minister of Justice visited the harbour."},
           {"solidarity", "The Solidarity trade union called a strike."},
           {"cooperation", "The Shanghai Cooperation Organization held a meeting."},
       }) {
    CAPTURE(norm, text);
    CHECK_FALSE(has_norm(rows_of(text), norm));
  }
}

TEST_CASE("what is told of others, or long past, upholds nothing") {
  for (const auto& [norm, text] : std::vector<Named>{
           {"human-rights", "Slavery was abolished in the islands in 1834."},
           {"political-independence", "The country gained independence from Spain in 1821."},
           {"sovereignty", "In 1899 the Crown obtained sovereignty over the islands."},
           {"democracy", "A military junta ruled from 1966 to 1969."},
           {"un-charter", "The Charter was signed in San Francisco in 1945."},
       }) {
    CAPTURE(norm, text);
    CHECK_FALSE(has_norm(rows_of(text), norm));
  }
}

TEST_CASE("a short plain sentence upholds the norm that it names") {
  for (const auto& [norm, text] : std::vector<Named>{
           {"sovereignty", "Peru respects the sovereignty of its neighbours."},
           {"peaceful-settlement", "All disputes must be solved by peaceful means."},
           {"territorial-integrity", "We defend the territorial integrity of Georgia."},
           {"non-intervention", "We reject all interference in our internal affairs."},
           {"human-rights", "Our country is committed to human rights."},
           {"rule-of-law", "We are guided by the rule of law."},
           {"multilateralism", "We remain committed to multilateralism."},
           {"self-determination", "We uphold the right of peoples to self-determination."},
           {"international-law", "Such measures are contrary to international law."},
           {"good-faith", "Agreements must be honoured."},
           {"disarmament", "We call for general and complete disarmament."},
           {"non-discrimination", "We condemn racial discrimination."},
       }) {
    CAPTURE(norm, text);
    CHECK(has_norm(rows_of(text), norm));
  }
}

TEST_CASE("a row says whether the norm is upheld or its breach condemned") {
  CHECK(polarity("We respect the sovereignty of all states.", "sovereignty") == "upheld");
  CHECK(polarity("We condemn apartheid.", "non-discrimination") == "breach-condemned");
  CHECK(polarity("They have violated the sovereignty of Chad.", "sovereignty") ==
        "breach-condemned");
  CHECK(polarity("Such acts are contrary to international law.", "international-law") ==
        "breach-condemned");
  CHECK(polarity("We condemn the aggression against Ethiopia.", "non-use-of-force") ==
        "breach-condemned");
}

TEST_CASE("a norm that is upheld in one place and broken in another is upheld") {
  CHECK(polarity("They have violated the sovereignty of Chad. We respect the sovereignty of all "
                 "states.",
                 "sovereignty") == "upheld");
}

TEST_CASE("the wording is a phrase: with the noun that it needs, and what condemns a breach") {
  CHECK(wording("We condemn the aggression against Ethiopia.", "non-use-of-force")
            .starts_with("condemn the aggression"));
  CHECK(wording("We condemn apartheid.", "non-discrimination") == "condemn apartheid");
  const auto words =
      wording("We are committed to human dignity and to human rights.", "human-rights");
  CHECK_FALSE(words.ends_with(" of"));
  CHECK_FALSE(words.empty());
}

TEST_CASE("a list of priorities names no norms") {
  CHECK_FALSE(has_norm(rows_of("The plan names the following priorities: respect for sovereignty, "
                               "roads and schools."),
                       "sovereignty"));
}

TEST_CASE("goods that are named after a norm are none") {
  const auto rows = rows_of("The company offers solidarity loans and mutual benefit insurance.");
  CHECK(rows.principles.empty());
}

TEST_CASE("a ruler, someone's best interests and the use of means are no norm") {
  for (const auto& [norm, text] : std::vector<Named>{
           {"sovereignty", "It harms all within the system and the sovereign itself."},
           {"sovereignty", "A sovereign who rules alone must respect the law."},
           {"mutual-benefit",
            "To observe these terms will be in the best interest of both countries."},
           {"mutual-benefit", "It is in the very best interests of both peoples to respect it."},
           {"permanent-sovereignty-over-resources",
            "We support the optimal utilization of national resources for cooperation."}}) {
    INFO(text);
    CHECK_FALSE(has_norm(rows_of(text), norm));
  }
  CHECK(has_norm(rows_of("We uphold the permanent sovereignty of States over natural resources."),
                 "permanent-sovereignty-over-resources"));
}

TEST_CASE("a wording with a gap begins at the last of its first words") {
  const std::string text =
      "Their ties rest on mutual respect, respect for sovereignty and non-interference.";
  for (const auto& row : rows_of(text).principles) {
    if (row.norm == "sovereignty") CHECK(row.wording == "respect for sovereignty");
  }
  CHECK(has_norm(rows_of(text), "sovereignty"));
}

TEST_CASE("a paper that is called white speaks of no race") {
  CHECK_FALSE(
      has_norm(rows_of("We condemn nothing in the White Policy on trade."), "non-discrimination"));
  CHECK(has_norm(rows_of("We condemn white supremacy."), "non-discrimination"));
}

TEST_CASE("words of a norm in another sense, or told as good, are no norm") {
  for (const auto& [norm, text] : std::vector<Named>{
           {"peaceful-settlement", "He was arrested and brought before a judge."},
           {"good-faith", "She is honouring her electoral pledge to cut fares."},
           {"good-faith", "We want observers whose obligations are known."},
           {"sovereignty",
            "The churches, in full sovereignty and independence, chose their bishops."},
           {"political-independence", "The law restored the independence of the courts."},
           {"sovereign-equality", "Boys and men of both languages are hired on an equal footing."},
           {"non-intervention", "We thank the neighbours for their timely intervention."},
           {"non-intervention", "Apart from their domestic politics, little has changed."},
           {"non-use-of-force", "The new road is a fait accompli."},
           {"democracy", "The reform has made the club less democratic."},
       }) {
    CAPTURE(norm, text);
    CHECK_FALSE(has_norm(rows_of(text), norm));
  }
}

TEST_CASE("a phrase that opens with the breach of a norm tells its breach") {
  CHECK(polarity("We saw flagrant violations of fundamental human rights and freedom there.",
                 "human-rights") == "breach-condemned");
  CHECK(polarity("We respect human rights and fundamental freedoms.", "human-rights") == "upheld");
}
