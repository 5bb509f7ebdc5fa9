// SPDX-License-Identifier: MIT
#include "seed/rules/pattern.h"

#include "seed/text/word_class.h"

#include <optional>
#include <string>

#include "tests/catch.h"

using namespace attache;

namespace {

struct Fixture {
  Vocabulary vocabulary;
  NameTrie trie;
  PatternSet::Sets sets{{"aim", {"goal", "main task"}}, {"~seek", {"sought"}}};

  Fixture() {
    for (const char* mark : {",", ";", ":", "("}) vocabulary.intern(mark);
    vocabulary.add_classes(vocabulary.intern("the"), WordClass::determiner);
    Name name;
    name.kind = NameKind::body;
    trie.add("European Union", name, vocabulary);
  }

  /// The matched words, or nothing; with a capture, the captured words behind a bar.
  std::optional<std::string> find(const std::string& pattern, const std::string& text) {
    PatternSet set;
    set.add(pattern, 0, sets, vocabulary);
    trie.finish(vocabulary);
    set.finish(vocabulary);
    std::vector<Token> tokens;
    tokenize(text, vocabulary, tokens);
    NamesInText names;
    find_names(tokens, trie, names);
    std::vector<WordClass> classes;
    for (const auto& token : tokens) classes.push_back(classes_of(text, token, vocabulary));
    std::vector<std::uint32_t> last_at(vocabulary.size(), 0);
    record_words(tokens, 0, static_cast<std::uint32_t>(tokens.size()), last_at);
    const PatternText where{text, tokens, names, trie, classes, last_at};
    std::vector<PatternMatch> found;
    for (std::uint32_t t = 0; t < tokens.size() && found.empty(); ++t)
      set.match(where, t, static_cast<std::uint32_t>(tokens.size()), found);
    if (found.empty()) return std::nullopt;
    const auto words = [&](std::uint32_t first, std::uint32_t last) {
      return first < last
                 ? text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin)
                 : std::string();
    };
    auto out = words(found[0].first, found[0].last);
    if (found[0].capture_last > 0)
      out += "|" + words(found[0].capture_first, found[0].capture_last);
    return out;
  }
};

}  // namespace

TEST_CASE("words match whatever their case and hyphens") {
  Fixture f;
  CHECK(f.find("non-use of force", "the NonUse of Force") == "NonUse of Force");
  CHECK(f.find("goal is", "goals are") == std::nullopt);
}

TEST_CASE("a tilde takes regular and listed irregular forms") {
  Fixture f;
  CHECK(f.find("aim~ at", "it aimed at peace") == "aimed at");
  CHECK(f.find("commit~ to", "committing to") == "committing to");
  CHECK(f.find("seek~ to", "we sought to") == "sought to");
}

TEST_CASE("alternatives, options and sets") {
  Fixture f;
  CHECK(f.find("(aims|intends) [firmly] to", "he intends firmly to go") == "intends firmly to");
  CHECK(f.find("(aims|intends) [firmly] to", "he aims to go") == "aims to");
  CHECK(f.find("our $aim is", "our main task is") == "our main task is");
}

TEST_CASE("gaps are short and stop at semicolons and colons") {
  Fixture f;
  CHECK(f.find("goal ...2 is", "goal of peace is") == "goal of peace is");
  CHECK(f.find("goal ...1 is", "goal of peace is") == std::nullopt);
  CHECK(f.find("goal ...3 is", "goal ; it is") == std::nullopt);
}

TEST_CASE("classes take names whole and words by class") {
  Fixture f;
  CHECK(f.find("joined <det> <body>", "joined the European Union now") ==
        "joined the European Union");
  CHECK(f.find("joined <body>", "joined the club") == std::nullopt);
}

TEST_CASE("the capture is what stands between braces") {
  Fixture f;
  CHECK(f.find("makes {...4} a priority", "makes safe roads a priority") ==
        "makes safe roads a priority|safe roads");
}

TEST_CASE("prefixes and capitals") {
  Fixture f;
  CHECK(f.find("goal coloni*", "goal colonialism") == "goal colonialism");
  CHECK(f.find("goal March^", "goal march") == std::nullopt);
  CHECK(f.find("goal March^", "goal March") == "goal March");
}

TEST_CASE("a pattern that can't be read says where") {
  Fixture f;
  for (const char* bad :
       {"", "(a|b", "[a", "<nothing> a", "<body> a", "...3 a", "$none", "a )", "...x", "[a]"}) {
    CHECK_THROWS_AS(f.find(bad, "a"), PatternError);
  }
}

TEST_CASE("a pattern may begin with optional words, and its words may stand in any later place") {
  Fixture f;
  CHECK(f.find("[the] goal is", "goal is") == "goal is");
  CHECK(f.find("[the] goal is", "the goal is") == "the goal is");
  CHECK(f.find("goal (of|[very] for) peace", "goal for peace") == "goal for peace");
  CHECK(f.find("goal ([very]) peace", "goal peace") == "goal peace");
  CHECK(f.find("goal is goal", "goal is goal") == "goal is goal");
  CHECK(f.find("goal is goal", "goal is") == std::nullopt);
}

TEST_CASE(
    "a list of words is one choice, in capitals where they are marked so, and longer ways keep "
    "their turn") {
  Fixture f;
  CHECK(f.find("(aims|seek~|goal) at", "they sought at last") == "sought at");
  CHECK(f.find("the (Council^|Court^) met", "the Court met") == "the Court met");
  CHECK(f.find("the (Council^|Court^) met", "the court met") == std::nullopt);
  CHECK(f.find("(hope|hope to see|wish) peace", "we hope to see peace") == "hope to see peace");
  CHECK(f.find("a [big|very big|small] aim", "a very big aim") == "a very big aim");
}

TEST_CASE("a word's beginning counts in every spelling") {
  Fixture f;
  f.vocabulary.unify("neighbour", "neighbor");
  CHECK(f.find("good neighbour*", "good neighbor") == "good neighbor");
  CHECK(f.find("good neighbour*", "good neighbourliness") == "good neighbourliness");
}

TEST_CASE(
    "what may follow a pattern's first word is found by its traits, and tried in the patterns' "
    "order") {
  Fixture f;
  CHECK(f.find("join <body>", "join European Union") == "join European Union");
  CHECK(f.find("join <body>", "join Norway") == std::nullopt);
  CHECK(f.find("join [the] <cap>", "join the Council") == "join the Council");
  CHECK(f.find("join [the] <cap>", "join the council") == std::nullopt);
}
