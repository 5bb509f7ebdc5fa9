// SPDX-License-Identifier: MIT
#include <random>

#include "seed/extract/phrases.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

template <typename Row>
void check_rows(const std::vector<Row>& rows, const DocumentRows& all, std::string_view text) {
  std::uint32_t before = 0;
  for (const auto& row : rows) {
    REQUIRE_FALSE(row.citations.empty());
    CHECK(row.citations.front().span.begin >= before);
    before = row.citations.front().span.begin;
    for (std::size_t i = 0; i < row.citations.size(); ++i) {
      const auto& citation = row.citations[i];
      REQUIRE(citation.span.begin < citation.span.end);
      REQUIRE(citation.span.end <= text.size());
      REQUIRE(citation.sentence < all.sentences.size());
      CHECK(contains(all.sentences[citation.sentence].span, citation.span));
      CHECK_FALSE(citation.rule.empty());
      if (i > 0) CHECK(row.citations[i - 1].span.begin <= citation.span.begin);
    }
  }
}

void check_all(std::string_view text) {
  const auto rows = test::rows_of(text);
  check_rows(rows.organizations, rows, text);
  check_rows(rows.leaders, rows, text);
  check_rows(rows.principles, rows, text);
  check_rows(rows.priorities, rows, text);
}

/// Words that start rules, in any order, with marks and broken bytes between them.
std::string babble(std::mt19937& random) {
  static constexpr std::string_view parts[] = {"Mr.",
                                               "President",
                                               "of",
                                               "the",
                                               "United Nations",
                                               "member",
                                               "is a",
                                               "(",
                                               ")",
                                               "\n",
                                               "\n\n",
                                               "- ",
                                               "1. ",
                                               ",",
                                               ".",
                                               ";",
                                               ":",
                                               "\"",
                                               "sovereignty",
                                               "our priority",
                                               "and",
                                               "to promote",
                                               "peace",
                                               "European Council",
                                               "(ABC)",
                                               "Azerbaijan",
                                               "'s",
                                               "not",
                                               "Kofi Annan",
                                               "\xC3\xA9",
                                               "\xC3",
                                               "\xFF",
                                               "\xE2\x80\x99",
                                               "-\n",
                                               "Association of",
                                               "A.",
                                               "Presidents",
                                               "as",
                                               "elected",
                                               "Secretary-General",
                                               "respect for",
                                               "\t",
                                               "the"};
  std::uniform_int_distribution<std::size_t> pick(0, std::size(parts) - 1), count(1, 120);
  std::string text;
  for (auto n = count(random); n > 0; --n) {
    text += parts[pick(random)];
    if (pick(random) % 4 != 0) text += ' ';
  }
  return text;
}

std::string noise(std::mt19937& random) {
  std::uniform_int_distribution<int> byte(0, 255), count(0, 300);
  std::string text;
  for (auto n = count(random); n > 0; --n) text.push_back(static_cast<char>(byte(random)));
  return text;
}

}  // namespace

TEST_CASE("every quote lies inside its sentence, in order, whatever the text") {
  std::mt19937 random(20240607);  // NOLINT: the same texts on every run
  for (int i = 0; i < 400; ++i) {
    const auto text = i % 4 == 0 ? noise(random) : babble(random);
    CAPTURE(i, text);
    check_all(text);
  }
}

TEST_CASE("empty and tiny texts give nothing and do no harm") {
  for (const std::string text :
       {"", " ", ".", "\n\n", "a", "Mr.", "President", "(", "the", "Mr. ", "of of of"}) {
    CAPTURE(text);
    const auto rows = test::rows_of(text);
    CHECK(rows.organizations.empty());
    CHECK(rows.leaders.empty());
    check_all(text);
  }
}

TEST_CASE("the same text gives the same rows") {
  std::mt19937 random(7);
  for (int i = 0; i < 30; ++i) {
    const auto text = babble(random);
    const auto first = test::rows_of(text), second = test::rows_of(text);
    REQUIRE(first.leaders.size() == second.leaders.size());
    REQUIRE(first.organizations.size() == second.organizations.size());
    REQUIRE(first.priorities.size() == second.priorities.size());
    for (std::size_t k = 0; k < first.leaders.size(); ++k) {
      CHECK(first.leaders[k].name == second.leaders[k].name);
      CHECK(first.leaders[k].citations == second.leaders[k].citations);
    }
    for (std::size_t k = 0; k < first.organizations.size(); ++k)
      CHECK(first.organizations[k].citations == second.organizations[k].citations);
  }
}

TEST_CASE("a text before or behind does not change what another paragraph gives") {
  const std::string text = "We thank Mr. Paul Mbessa of the World Bank.";
  const auto alone = test::rows_of(text);
  const auto behind = test::rows_of("The weather was fine.\n\n" + text);
  REQUIRE(alone.leaders.size() == 1);
  REQUIRE(behind.leaders.size() == 1);
  CHECK(alone.leaders[0].name == behind.leaders[0].name);
  CHECK(alone.organizations.size() == behind.organizations.size());
}
