// SPDX-License-Identifier: MIT
#include "seed/syntax/words_of.h"

#include "seed/embedded.h"
#include "seed/syntax/model.h"
#include "tests/catch.h"

using namespace attache;

namespace {

using List = std::vector<std::string>;

struct Cut {
  List words;
  std::vector<std::uint32_t> tokens;
};

Cut cut(std::string_view text) {
  static const Model model = load_model(std::as_bytes(std::span(embedded_syntax().front().bytes)));
  const Vocabulary vocabulary;
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  WordCutter cutter(model.dictionary);
  Cut result;
  for (const auto& word : cutter.cut(text, tokens)) {
    result.words.emplace_back(word.form);
    result.tokens.push_back(word.token);
  }
  return result;
}

}  // namespace

TEST_CASE("clitics are words of their own") {
  CHECK(cut("We don't know").words == List{"We", "do", "n't", "know"});
  CHECK(cut("We don\u2019t, they won't").words ==
        List{"We", "do", "n\u2019t", ",", "they", "wo", "n't"});
  CHECK(cut("they're we've I'll he'd I'm").words ==
        List{"they", "'re", "we", "'ve", "I", "'ll", "he", "'d", "I", "'m"});
  CHECK(cut("they\u2019re").words == List{"they", "\u2019re"});
  CHECK(cut("Kenya's and states' aims").words == List{"Kenya", "'s", "and", "states", "'", "aims"});
  CHECK(cut("It cannot be. CANNOT").words == List{"It", "can", "not", "be", ".", "CAN", "NOT"});
  CHECK(cut("d'Ivoire O'Brien").words == List{"d'Ivoire", "O'Brien"});
}

TEST_CASE("words are cut at hyphens where the treebank cuts them") {
  CHECK(cut("peace-keeping").words == List{"peace", "-", "keeping"});
  CHECK(cut("a well-known long-term aim").words ==
        List{"a", "well", "-", "known", "long", "-", "term", "aim"});
  CHECK(cut("peace\u2011keeping").words == List{"peace", "-", "keeping"});
  CHECK(cut("US-led").words == List{"US", "-", "led"});
  CHECK(cut("non-proliferation").words == List{"non-proliferation"});
  CHECK(cut("co-operation").words == List{"co-operation"});
  CHECK(cut("day-to-day").words == List{"day", "-", "to", "-", "day"});
}

TEST_CASE("a word that a line's end cuts is one again") {
  CHECK(cut("coop-\neration").words == List{"cooperation"});
  CHECK(cut("coop-\r\n  eration and nego-\ntiation").words ==
        List{"cooperation", "and", "negotiation"});
}

TEST_CASE("marks in a row are one word, other marks one each") {
  CHECK(cut("well ... yes -- no").words == List{"well", "...", "yes", "--", "no"});
  CHECK(cut("(\"so\")").words == List{"(", "\"", "so", "\"", ")"});
  CHECK(cut("U.S. of 3.5 %").words == List{"U.S.", "of", "3.5", "%"});
}

TEST_CASE("every word tells its token") {
  CHECK(cut("We can't peace-keep ... now").tokens ==
        std::vector<std::uint32_t>{0, 1, 1, 2, 2, 2, 3, 6});
  CHECK(cut("").words.empty());
}

TEST_CASE("any bytes are cut without harm, and none is lost") {
  for (const std::string_view text :
       {"-", "--", "---", "a-", "-a", "a--b", "n't", "'re", "\xff-\xfe", "a-\n", "a-\n-b", "'",
        "''s", "\xe2\x80", "x-\xe2\x80\x99s"}) {
    std::string all;
    for (const auto& word : cut(text).words) {
      CHECK_FALSE(word.empty());
      all += word;
    }
    std::string wanted;
    for (const char c : text) {
      if (c != '\n') wanted += c;
    }
    CHECK(all == wanted);
  }
}
