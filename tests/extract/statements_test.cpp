// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using namespace attache::test;

namespace {

/// The words that state a role of the body, of the first citation that has some; or "".
std::string stated(std::string_view text, std::string_view body) {
  const auto rows = rows_of(text);
  const auto* row = body_row(rows, body);
  if (row == nullptr) return "no row";
  for (const auto& citation : row->citations)
    if (length(citation.statement) != 0) return std::string(slice(text, citation.statement));
  return {};
}

}  // namespace

TEST_CASE("what states a role goes from the state to the body, and no farther") {
  CHECK(stated("Last year, after long talks, Azerbaijan joined NATO, and many were glad of it.",
               "nato") == "Azerbaijan joined NATO");
  CHECK(stated("We are a member of the African Union, which met in May.", "african-union") ==
        "We are a member of the African Union");
  CHECK(stated("As a member of UNESCO, Estonia welcomes the report.", "unesco") ==
        "a member of UNESCO, Estonia");
}

TEST_CASE("only what states the row's role has a statement") {
  CHECK(stated("The United Nations matters.", "united-nations").empty());
  const std::string text = "The Council of Europe met. We joined the Council of Europe in 2001.";
  const auto rows = rows_of(text);
  const auto* row = body_row(rows, "council-of-europe");
  REQUIRE(row != nullptr);
  REQUIRE(row->citations.size() == 2);
  CHECK(length(row->citations[0].statement) == 0);
  CHECK(slice(text, row->citations[1].statement) == "We joined the Council of Europe in 2001");
}

TEST_CASE("a statement lies in one sentence and holds or follows no other") {
  const std::string text =
      "Azerbaijan values GUAM. It is a founding member. We are members of: the OSCE; the BSEC.\n"
      "Where we belong:\n- NATO\n- UNESCO\n";
  const auto rows = rows_of(text);
  for (const auto& row : rows.organizations) {
    for (const auto& citation : row.citations) {
      if (length(citation.statement) == 0) continue;
      CHECK(std::any_of(rows.sentences.begin(), rows.sentences.end(), [&](const SentenceRow& s) {
        return contains(s.span, citation.statement);
      }));
    }
  }
}

TEST_CASE("every row of the built-in rules has a confidence, and it is a share") {
  const auto rows = rows_of(
      "We are a member of NATO. We uphold sovereignty. We seek to strengthen disarmament. "
      "President Ilham Aliyev spoke of the European Union.");
  const auto sure = [](const auto& all) {
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const auto& row) {
      return row.confidence >= 1 && row.confidence <= 99;
    });
  };
  CHECK(sure(rows.organizations));
  CHECK(sure(rows.leaders));
  CHECK(sure(rows.principles));
  CHECK(sure(rows.priorities));
}

TEST_CASE("a rule has its own confidence, else that of its family, else that of its kind") {
  Confidences all;
  all.set("roles", 70);
  all.set("membership", 80);
  all.set("membership.member", 90);
  all.set("organizations", 95);
  CHECK(all.of("membership.member", "roles") == 90);
  CHECK(all.of("membership.join", "roles") == 80);
  CHECK(all.of("hosting.seat", "roles") == 70);
  CHECK(all.of("organizations.member-of", "roles") == 70);
  CHECK(all.of("organizations.lexicon", "organizations") == 95);
  CHECK(all.of("leaders.title", "leaders") == 0);
  CHECK(all.of_norm(3) == 0);
  all.set_norms(1, 0);
  CHECK(all.of_norm(0) == 50);
  CHECK(all.of_norm(40) == 99);
  CHECK(all.of_norm(-40) == 1);
}
