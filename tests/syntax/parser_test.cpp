// SPDX-License-Identifier: MIT
#include "seed/syntax/parser.h"

#include <cstring>
#include <random>

#include "seed/embedded.h"
#include "tests/catch.h"

using namespace attache;

namespace {

using Words = std::vector<std::string_view>;

std::span<const std::byte> model_file() {
  return std::as_bytes(std::span(embedded_syntax().front().bytes));
}

const Model& model() {
  static const Model loaded = load_model(model_file());
  return loaded;
}

/// "Kenya <-nsubj- joined": what a word is to which.
std::string place_of(const Words& words, std::size_t place) {
  Parser parser(model());
  const auto node = parser.parse(words)[place];
  const auto head = node.head == no_node ? "" : words[static_cast<std::size_t>(node.head)];
  return model().labels[node.label] + " " + std::string(head);
}

void check_tree(const Tree& tree, std::size_t words) {
  REQUIRE(tree.size() == words);
  std::size_t roots = 0;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    CHECK(tree[i].tag < model().tags.size());
    CHECK(tree[i].label < model().labels.size());
    if (tree[i].head == no_node) ++roots;
    std::size_t steps = 0;
    for (auto at = tree[i].head; at != no_node && steps <= words; ++steps) {
      REQUIRE(static_cast<std::size_t>(at) < words);
      at = tree[static_cast<std::size_t>(at)].head;
    }
    CHECK(steps <= words);
  }
  CHECK(roots == (words == 0 ? 0 : 1));
}

std::vector<std::string> random_words(std::mt19937& draw, std::size_t count) {
  static const std::vector<std::string> known = {
      "the",  "of",   ",",    ".",    "and",     "Kenya", "joined", "is",   "a",    "member", "n't",
      "(",    ")",    "\"",   "that", "to",      "we",    "which",  "said", "not",  "in",     "-",
      "2005", "\xff", "\xc3", "€",    "Ünïcödé", ":",     "if",     "been", "aims", "because"};
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) {
    if (draw() % 4 != 0) words.push_back(known[draw() % known.size()]);
    else words.push_back(std::string(1 + draw() % 9, static_cast<char>(1 + draw() % 255)));
  }
  return words;
}

}  // namespace

TEST_CASE("any words make a tree: one root, no cycles") {
  std::mt19937 draw(1);
  Parser parser(model());
  for (int round = 0; round < 200; ++round) {
    const auto words = random_words(draw, draw() % 60);
    check_tree(parser.parse(Words(words.begin(), words.end())), words.size());
  }
}

TEST_CASE("no words, one word, very many words, the empty word") {
  Parser parser(model());
  check_tree(parser.parse({}), 0);
  check_tree(parser.parse(Words{"Peace"}), 1);
  check_tree(parser.parse(Words{"", ""}), 2);
  check_tree(parser.parse(Words(1024, "and")), 1024);
  check_tree(parser.parse(Words(1024, "(")), 1024);
  const std::string long_word(100'000, 'x');
  check_tree(parser.parse(Words{long_word, "is", long_word}), 3);
}

TEST_CASE("a parser says the same of the same words, whatever it parsed before") {
  std::mt19937 draw(2);
  Parser used(model());
  for (int round = 0; round < 50; ++round) {
    const auto strings = random_words(draw, 1 + draw() % 40);
    const Words words(strings.begin(), strings.end());
    Parser fresh(model());
    CHECK(used.parse(words) == fresh.parse(words));
  }
}

TEST_CASE("a greedy parser makes trees too") {
  std::mt19937 draw(3);
  Parser parser(model(), {1, 0});
  for (int round = 0; round < 50; ++round) {
    const auto words = random_words(draw, draw() % 40);
    check_tree(parser.parse(Words(words.begin(), words.end())), words.size());
  }
}

TEST_CASE("clear sentences are parsed as a reader would") {
  const Words joined = {"Kenya", "joined", "the", "African", "Union", "in", "1963", "."};
  CHECK(place_of(joined, 0) == "nsubj joined");
  CHECK(place_of(joined, 1) == "root ");
  CHECK(place_of(joined, 4) == "obj joined");
  CHECK(place_of(joined, 5) == "case 1963");
  CHECK(place_of(joined, 6) == "obl joined");

  const Words denied = {"We", "have", "never", "been", "a", "member", "of", "NATO", "."};
  CHECK(place_of(denied, 0) == "nsubj member");
  CHECK(place_of(denied, 2) == "advmod member");
  CHECK(place_of(denied, 3) == "cop member");
  CHECK(place_of(denied, 7) == "nmod member");

  const Words passive = {"The", "treaty", "was", "signed", "by", "the", "president", "."};
  CHECK(place_of(passive, 1) == "nsubj:pass signed");
  CHECK(place_of(passive, 2) == "aux:pass signed");
  CHECK(place_of(passive, 6) == "obl:agent signed");

  const Words opposed = {"Kenya", "opposes", "India", "'s", "membership", "."};
  CHECK(place_of(opposed, 0) == "nsubj opposes");
  CHECK(place_of(opposed, 2) == "nmod:poss membership");
  CHECK(place_of(opposed, 4) == "obj opposes");

  const Words wanted = {"France", "wants", "to", "strengthen", "trade", "and", "peace", "."};
  CHECK(place_of(wanted, 3) == "xcomp wants");
  CHECK(place_of(wanted, 4) == "obj strengthen");
  CHECK(place_of(wanted, 6) == "conj trade");
}
