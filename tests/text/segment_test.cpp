// SPDX-License-Identifier: MIT
#include "seed/text/segment.h"

#include <string>

#include "tests/catch.h"

using namespace attache;

namespace {

struct Fixture {
  Vocabulary vocabulary;
  SentenceRules rules;

  Fixture() {
    for (const char* mark : {".", ",", "'s"}) vocabulary.intern(mark);
    for (const char* word : {"the", "we", "in", "it", "this", "he"})
      vocabulary.add_classes(vocabulary.intern(word), WordClass::determiner);
    abbreviation("mr", Abbreviation::title);
    abbreviation("no", Abbreviation::number);
    abbreviation("etc", Abbreviation::inner);
  }
  void abbreviation(const char* word, Abbreviation kind) {
    const auto id = vocabulary.intern(word);
    if (rules.abbreviations.size() <= id) rules.abbreviations.resize(id + 1, Abbreviation::none);
    rules.abbreviations[id] = kind;
  }
  std::vector<Sentence> cut(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, vocabulary, tokens);
    drop_page_numbers(tokens, text);
    std::vector<Sentence> sentences;
    segment(text, tokens, vocabulary, rules, sentences);
    return sentences;
  }
  std::vector<std::string> texts(std::string_view text) {
    std::vector<std::string> out;
    for (const auto& sentence : cut(text)) out.emplace_back(slice(text, sentence.span));
    return out;
  }
};

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end at full stops, not at abbreviations, initials or decimals") {
  Fixture f;
  CHECK(f.texts("Mr. Smith came. He spoke.") == List{"Mr. Smith came.", "He spoke."});
  CHECK(f.texts("Resolution No. 242 stands. We hold it.") ==
        List{"Resolution No. 242 stands.", "We hold it."});
  CHECK(f.texts("J. F. Kennedy and H.E. Mr. Ban met.") ==
        List{"J. F. Kennedy and H.E. Mr. Ban met."});
  CHECK(f.texts("It grew 3.5 per cent. We saw it.") == List{"It grew 3.5 per cent.", "We saw it."});
  CHECK(f.texts("The U.S. Senate met in the U.S. We left.") ==
        List{"The U.S. Senate met in the U.S.", "We left."});
  CHECK(f.texts("Oil, gas, etc. are sold. Why? Who knows!") ==
        List{"Oil, gas, etc. are sold.", "Why?", "Who knows!"});
}

TEST_CASE("closing quotes and brackets belong to the sentence before them") {
  Fixture f;
  CHECK(f.texts("He said \u201cwe go.\u201d The rest stayed.") ==
        List{"He said \u201cwe go.\u201d", "The rest stayed."});
  CHECK(f.texts("(It rained.) The day ended.") == List{"(It rained.)", "The day ended."});
}

TEST_CASE("hard-wrapped lines join, blank lines cut") {
  Fixture f;
  const std::string text =
      "The aim of our policy is to keep the peace in\nthe region and to work with all of the "
      "states\nof the world for the good of the peoples "
      "of\nthe region. It is old.\n\nIn this we trust\nas we always did";
  const auto sentences = f.texts(text);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[1] == "It is old.");
  CHECK(sentences[2] == "In this we trust\nas we always did");
}

TEST_CASE("a page number on a line of its own does not cut a sentence") {
  Fixture f;
  const std::string text = "We work for the\n\n- 12 -\n\ngood of all.";
  CHECK(f.texts(text) == List{text});
}

TEST_CASE("list items are sentences of their own, without their markers") {
  Fixture f;
  const auto sentences = f.cut("Aims\n- keep peace;\n- build trust.\n(a) one thing\n2. The other");
  REQUIRE(sentences.size() == 5);
  CHECK(sentences[0].heading);
  CHECK(sentences[1].item);
  CHECK(sentences[1].bullet);
  CHECK(sentences[4].item);
  CHECK_FALSE(sentences[4].bullet);
  CHECK(f.texts("Aims\n- keep peace;")[1] == "keep peace;");
}

TEST_CASE("every token but list markers is in exactly one sentence, in order") {
  Fixture f;
  for (const char* text : {"", ".", "...", "A", "\n\n\n", "a.b.c. D", "1.\n2.\n", "(a)\n(b)",
                           "- \n-", "Mr.", "U.S."}) {
    std::uint32_t at = 0;
    for (const auto& sentence : f.cut(text)) {
      CHECK(sentence.first >= at);
      CHECK(sentence.last > sentence.first);
      at = sentence.last;
    }
  }
}

TEST_CASE("a sentence without an end is cut behind a comma, and where none stands, at all events") {
  Fixture f;
  std::string commas, words;
  for (int i = 0; i < 1000; ++i) commas += "peace, ";
  for (int i = 0; i < 3000; ++i) words += "peace ";
  for (const auto& text : {commas, words}) {
    const auto sentences = f.cut(text);
    REQUIRE(sentences.size() > 1);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      CHECK(sentences[s].last - sentences[s].first <= 1024);
      CHECK_FALSE(sentences[s].heading);
      if (s > 0) CHECK(sentences[s].first == sentences[s - 1].last);
    }
    CHECK(sentences.back().last == (text == commas ? 2000 : 3000));
  }
  const auto first = f.texts(commas).front();
  CHECK(first.ends_with("peace,"));
}

TEST_CASE("a long sentence that ends is whole") {
  Fixture f;
  std::string text = "We";
  for (int i = 0; i < 700; ++i) text += " seek";
  text += " peace. It is so.";
  CHECK(f.cut(text).size() == 2);
}

TEST_CASE("a run of stops is one end, whatever follows") {
  Fixture f;
  const std::string stops(500, '.');
  CHECK(f.texts("We seek peace" + stops + " It is so.") ==
        List{"We seek peace" + stops, "It is so."});
  CHECK(f.texts("We seek peace" + stops + " and so on.") ==
        List{"We seek peace" + stops + " and so on."});
}
