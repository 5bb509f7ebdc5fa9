// SPDX-License-Identifier: MIT
// Texts that repeat themselves without end: their rows are rows like any others'.
#include <set>

#include "bench/hostile_texts.h"
#include "seed/read/markdown.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

namespace {

using namespace attache;
using namespace attache::bench;

/// What is said of a sentence may cost its tokens for each of them, so none may have more. Marks
/// alone bear no rows: a run of stops ends the sentence before it however long it is.
constexpr int longest = 1024;
constexpr std::size_t bytes = 20'000;

bool begins_character(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool lies_in(std::string_view text, Span span) {
  return span.begin < span.end && span.end <= text.size() && begins_character(text, span.begin) &&
         begins_character(text, span.end);
}

template <class Row>
void check_citations(std::string_view text, const DocumentRows& rows,
                     const std::vector<Row>& cited) {
  std::size_t lost = 0;
  for (const auto& row : cited) {
    lost += row.citations.empty();
    for (const auto& citation : row.citations)
      lost += !lies_in(text, citation.span) || citation.sentence >= rows.sentences.size();
  }
  CHECK(lost == 0);
}

void check_rows(std::string_view text) {
  const auto rows = test::rows_of(text);
  std::size_t lost = 0;
  std::uint32_t end = 0;
  for (const auto& sentence : rows.sentences) {
    lost += !lies_in(text, sentence.span) || sentence.span.begin < end;
    end = sentence.span.end;
  }
  CHECK(lost == 0);
  check_citations(text, rows, rows.principles);
  check_citations(text, rows, rows.priorities);
  check_citations(text, rows, rows.organizations);
  check_citations(text, rows, rows.leaders);
}

int most_words(std::string_view text) {
  const Analysis analysis(text, {}, test::knowledge());
  std::ptrdiff_t most = 0;
  for (const auto& s : analysis.sentences) {
    const auto words =
        std::count_if(analysis.tokens.begin() + s.first, analysis.tokens.begin() + s.last,
                      [](const Token& token) { return token.kind != TokenKind::punctuation; });
    most = std::max(most, words);
  }
  return static_cast<int>(most);
}

std::string times(std::string_view unit, int n) {
  std::string text;
  while (n-- > 0) text += unit;
  return text;
}

/// Of each table and kind of word something, so that every walk along the words meets the end.
constexpr std::string_view mixed =
    "MINISTRY OF FOREIGN AFFAIRS OF KENYA\nNairobi, 4 March 1999\n\nMr. President, the Secretary "
    "of "
    "State to the Ambassador in Turkey (Wexler), Prime Minister Anna de la Cruz of the Republic of "
    "Chad, vice Paul Dernier, and Dr. A. B. Olsen, Minister for Foreign Affairs and of Trade, met. "
    "Kenya has been in close co-operation with Malta both in Europe and in the United Nations, is "
    "proud to be a founding member of the Organization of African Unity (OAU), and took over the "
    "presidency of the Security Council on behalf of the Group of 77. We seek: (a) to strengthen "
    "peace and security; (b) an end to the arms race, not only here but also there. It is false "
    "that "
    "we left NATO. We condemn the use of force against the territorial integrity of any State. "
    "Our aims are as follows:\n1. To expand trade with the EU;\n2. To join the IMF, the World Bank "
    "and the ILO.\n\n(Signed) John M. Smith\nPresident of the Republic of Niger\nDone at Rome, on "
    "25 "
    "March 1957, by the Prime Minister of the";

}  // namespace

TEST_CASE("a text may begin and break off at any word") {
  for (std::size_t at = mixed.find_first_of(" \n"); at != std::string_view::npos;
       at = mixed.find_first_of(" \n", at + 1)) {
    for (const auto part : {mixed.substr(0, at), mixed.substr(at + 1)}) {
      INFO(part);
      const auto rows = test::rows_of(part, {"KEN", "2005"});
      check_citations(part, rows, rows.organizations);
      check_citations(part, rows, rows.leaders);
      check_citations(part, rows, rows.principles);
      check_citations(part, rows, rows.priorities);
    }
  }
}

TEST_CASE("hostile kinds have names of their own and texts of the size asked for") {
  std::set<std::pair<std::string_view, std::string_view>> names;
  for (const auto& kind : hostile_kinds()) {
    INFO(std::string(kind.format) << ": " << std::string(kind.name));
    CHECK(names.insert({kind.format, kind.name}).second);
    const auto text = hostile_text(kind, bytes);
    CHECK(text.size() >= bytes);
    CHECK(text.size() < bytes + 300);
    CHECK(text == hostile_text(kind, bytes));
  }
  CHECK(names.size() >= 40);
}

TEST_CASE("a text that repeats itself has rows whose spans lie in it") {
  for (const auto& kind : hostile_kinds()) {
    if (kind.format != "text") continue;
    INFO(std::string(kind.name));
    check_rows(hostile_text(kind, bytes));
  }
}

TEST_CASE("Markdown that repeats itself has rows whose spans lie in its text") {
  for (const auto& kind : hostile_kinds()) {
    if (kind.format != "markdown") continue;
    INFO(std::string(kind.name));
    Metadata metadata;
    check_rows(strip_markdown(hostile_text(kind, bytes / 4), metadata).text);
  }
}

TEST_CASE("no sentence of a hostile text has more words than the longest may have") {
  for (const auto& kind : hostile_kinds()) {
    if (kind.format != "text") continue;
    INFO(std::string(kind.name));
    CHECK(most_words(hostile_text(kind, bytes)) <= longest);
  }
}

TEST_CASE("what it is said of is not looked for through a whole document") {
  // Each "it" goes back to the sentence before: a chain as long as the document.
  const auto rows =
      test::rows_of(times("In short, it is. ", 40'000) + "In short, it is a member of NATO.");
  CHECK(rows.organizations.size() == 1);
}

TEST_CASE("a person named again after a thousand others is one row") {
  std::string text = "We met Mr. Zebedeo Karamazov. ";
  const HostileKind others{"", "text", "", "We met Mr. % today. ", "", ""};
  text += hostile_text(others, bytes) + "We met Mr. Karamazov.";
  const auto rows = test::rows_of(text);
  const auto* row = test::leader_row(rows, "Zebedeo Karamazov");
  REQUIRE(row != nullptr);
  CHECK(row->citations.size() == 2);
}

TEST_CASE("an unknown body named again after a thousand others is one row") {
  std::string text = "The Zebedean Development Organization met. ";
  const HostileKind others{"", "text", "", "The % Development Organization met. ", "", ""};
  text += hostile_text(others, bytes) + "We thank the Zebedean Development Organization.";
  const auto rows = test::rows_of(text);
  const auto found = std::find_if(rows.organizations.begin(), rows.organizations.end(),
                                  [](const auto& row) { return row.name.starts_with("Zebedean"); });
  REQUIRE(found != rows.organizations.end());
  CHECK(found->citations.size() == 2);
}
