// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "seed/syntax/parser.h"
#include "seed/syntax/train/conllu.h"
#include "seed/syntax/train/oracle.h"
#include "seed/syntax/train/score.h"
#include "seed/syntax/train/trainer.h"
#include "tests/catch.h"

using namespace attache;

namespace {

/// A treebank of sentences "the dog sees the cat ." with other words in the same places.
std::vector<GoldSentence> small_treebank() {
  std::vector<GoldSentence> sentences;
  for (const char* subject : {"dog", "cat", "bird", "state"}) {
    for (const char* verb : {"sees", "joins", "leaves"}) {
      for (const char* object : {"house", "union", "tree"}) {
        sentences.push_back({{"the", "DET/DT", 1, "det"},
                             {subject, "NOUN/NN", 2, "nsubj"},
                             {verb, "VERB/VBZ", -1, "root"},
                             {"the", "DET/DT", 4, "det"},
                             {object, "NOUN/NN", 2, "obj"},
                             {".", "PUNCT/.", 2, "punct"}});
      }
    }
  }
  return sentences;
}

TrainingOptions small_options() {
  TrainingOptions options;
  options.tag_rows = 1000;
  options.action_rows = 10'000;
  options.label_rows = 1000;
  options.tag_rounds = 2;
  options.parse_rounds = 4;
  options.folds = 2;
  options.voters = 2;
  return options;
}

/// The heads that the oracle's actions give.
std::vector<std::int32_t> heads_by_oracle(const std::vector<std::int32_t>& heads) {
  std::vector<std::int32_t> given(heads.size(), no_node);
  Stacks stacks;
  Configuration now;
  while (now.next < static_cast<std::int32_t>(heads.size())) {
    const auto action = right_action(stacks, now, heads);
    REQUIRE(allows(stacks, now, action));
    const auto top = now.top == no_node ? no_node : stacks.at(now.top).word;
    if (action == Action::left) given[static_cast<std::size_t>(top)] = now.next;
    if (action == Action::right) given[static_cast<std::size_t>(now.next)] = top;
    take(stacks, now, action, 0);
  }
  return given;
}

std::filesystem::path written(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("attache-conllu-" + std::to_string(std::hash<std::string>()(text)));
  std::ofstream(file) << text;
  return file;
}

}  // namespace

TEST_CASE("a parser learns what a small treebank shows, the same every time") {
  const auto sentences = small_treebank();
  const auto bytes = model_bytes(train(sentences, {}, small_options()));
  CHECK(bytes == model_bytes(train(sentences, {}, small_options())));
  const auto model = load_model(bytes);
  const auto result = score(model, sentences, {});
  CHECK(result.words == sentences.size() * 6);
  CHECK(result.tags == result.words);
  CHECK(result.labels == result.words);
  CHECK(result.core_f() == 1.0);
  const std::vector<std::string_view> unseen = {"the", "bear", "sees", "the", "lake", "."};
  CHECK(Parser(model).parse(unseen)[1].head == 2);
}

TEST_CASE("the oracle finds the actions to any tree without crossing arcs") {
  using Heads = std::vector<std::int32_t>;
  for (const Heads& heads :
       {Heads{-1}, Heads{1, 2, -1, 4, 2, 2}, Heads{-1, 0, 1, 2, 3}, Heads{4, 4, 4, 4, -1},
        Heads{1, -1, 4, 4, 1, 6, 4, 1}, Heads{-1, 3, 3, 0, 0}}) {
    CHECK(heads_by_oracle(heads) == heads);
  }
}

TEST_CASE("the oracle loses no more arcs than it must where arcs cross") {
  const std::vector<std::int32_t> crossing = {2, 3, -1, 2};
  const auto given = heads_by_oracle(crossing);
  int right = 0;
  for (std::size_t i = 0; i < crossing.size(); ++i) right += given[i] == crossing[i];
  CHECK(right == 3);
}

TEST_CASE("CoNLL-U is read without ranges and empty nodes, and refused where it is none") {
  const auto good = written(
      "# text = We do n't.\n1\tWe\twe\tPRON\tPRP\t_\t0\troot\t_\t_\n"
      "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\tdo\tAUX\tVBP\t_\t1\taux\t_\t_\n"
      "3\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n\n\n");
  const auto sentences = read_conllu(good);
  REQUIRE(sentences.size() == 1);
  REQUIRE(sentences[0].size() == 3);
  CHECK(sentences[0][0].head == -1);
  CHECK(sentences[0][2].form == "n't");
  CHECK(sentences[0][2].tag == "PART/RB");
  std::filesystem::remove(good);
  const auto bad = written("1\tWe\twe\n");
  CHECK_THROWS_AS(read_conllu(bad), std::runtime_error);
  std::filesystem::remove(bad);
  const auto headless = written("1\tWe\twe\tPRON\tPRP\t_\tx\troot\t_\t_\n");
  CHECK_THROWS_AS(read_conllu(headless), std::runtime_error);
  std::filesystem::remove(headless);
}
