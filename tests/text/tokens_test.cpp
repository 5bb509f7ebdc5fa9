// SPDX-License-Identifier: MIT
#include "seed/text/tokens.h"

#include <random>
#include <string>

#include "tests/catch.h"

using namespace attache;

namespace {

std::vector<std::string> words(std::string_view text) {
  Vocabulary vocabulary;
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  std::vector<std::string> out;
  for (const auto& token : tokens) out.emplace_back(slice(text, token.span()));
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a possessive ending is a token of its own") {
  CHECK(words("Azerbaijan's aims") == List{"Azerbaijan", "'s", "aims"});
  CHECK(words("women\u2019s") == List{"women", "\u2019s"});
  CHECK(words("C\u00f4te d'Ivoire") == List{"C\u00f4te", "d'Ivoire"});
  CHECK(words("States' rights") == List{"States", "'", "rights"});
}

TEST_CASE("hyphens join, dashes do not") {
  CHECK(words("peace-keeping") == List{"peace-keeping"});
  CHECK(words("coop-\neration") == List{"coop-\neration"});
  CHECK(words("coop-\r\n  eration") == List{"coop-\r\n  eration"});
  CHECK(words("peace - war") == List{"peace", "-", "war"});
  CHECK(words("end-\nNew") == List{"end", "-", "New"});
}

TEST_CASE("a hyphen between two known names, one an acronym, parts them") {
  Vocabulary vocabulary;
  for (const char* word : {"nato", "ukraine", "eu", "un", "habitat", "unhabitat", "timor", "led"})
    vocabulary.intern(word);
  const auto count = [&](std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, vocabulary, tokens);
    return tokens.size();
  };
  CHECK(count("NATO-Ukraine") == 3);
  CHECK(count("Ukraine-EU") == 3);
  CHECK(count("NATO-led") == 1);
  CHECK(count("UN-Habitat") == 1);
  CHECK(count("Timor-Ukraine") == 1);
  CHECK(count("CD-ROM") == 1);
}

TEST_CASE("acronyms with dots are one token") {
  CHECK(words("the U.N. said") == List{"the", "U.N.", "said"});
  CHECK(words("H.E. Mr. X") == List{"H.E.", "Mr", ".", "X"});
  CHECK(words("J. Smith") == List{"J", ".", "Smith"});
}

TEST_CASE("numbers keep their inner marks") {
  CHECK(words("1,200.5 men, 43rd") == List{"1,200.5", "men", ",", "43rd"});
}

TEST_CASE("line ends and blank lines are marked on the token behind them") {
  Vocabulary vocabulary;
  std::vector<Token> tokens;
  tokenize("one two\nthree\r\n\r\nfour", vocabulary, tokens);
  REQUIRE(tokens.size() == 4);
  CHECK_FALSE(tokens[1].newline);
  CHECK(tokens[2].newline);
  CHECK_FALSE(tokens[2].blank);
  CHECK(tokens[3].blank);
}

TEST_CASE("spelling variants share a number") {
  Vocabulary vocabulary;
  vocabulary.unify("organisation", "organization");
  std::vector<Token> tokens;
  tokenize("Organisation organization ORGANIZATION", vocabulary, tokens);
  CHECK(tokens[0].word == tokens[1].word);
  CHECK(tokens[1].word == tokens[2].word);
  CHECK(tokens[0].word != unknown_word);
  CHECK(tokens[2].upper);
}

TEST_CASE("any bytes give rising tokens inside the text") {
  Vocabulary vocabulary;
  std::mt19937 random(7);
  const std::string alphabet(
      "aB.-'\n \xC3\xA9\xE2\x80\x99\xFF\x00"
      "1,(",
      20);
  std::vector<Token> tokens;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) text.push_back(alphabet[random() % alphabet.size()]);
    tokenize(text, vocabulary, tokens);
    std::uint32_t at = 0;
    for (const auto& token : tokens) {
      REQUIRE(token.begin >= at);
      REQUIRE(token.end > token.begin);
      REQUIRE(token.end <= text.size());
      at = token.end;
    }
  }
}

TEST_CASE("words go on over soft hyphens, characters without width, and the ends of pages") {
  CHECK(words("Organi\u00adzation") == List{"Organi\u00adzation"});
  CHECK(words("Organi\u00ad\nzation") == List{"Organi\u00ad\nzation"});
  CHECK(words("Coop\u200deration") == List{"Coop\u200deration"});
  CHECK(words("influ-\n\n\fence") == List{"influ-\n\n\fence"});
  CHECK(words("South-\nSouth") == List{"South-\nSouth"});
  CHECK(words("peace\u00ad war") == List{"peace", "war"});
}

TEST_CASE("a dash joins what is known as one word, or as nothing apart") {
  Vocabulary vocabulary;
  for (const char* word : {"nonaligned", "iran", "iraq", "and"}) vocabulary.intern(word);
  vocabulary.add_classes(vocabulary.find("and"), WordClass::coordinator);
  const auto count = [&](std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, vocabulary, tokens);
    return tokens.size();
  };
  for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"})
    CHECK(count("Non" + std::string(dash) + "Aligned") == 1);
  CHECK(count("Iran\u2013Iraq") == 3);
  CHECK(count("Bat\u2013Erdene") == 1);
  CHECK(count("peace\u2014and") == 3);
  CHECK(count("short-\nand long") == 4);
  CHECK(count("non-\nAligned") == 1);
}
