// SPDX-License-Identifier: MIT
// Trees on texts made to cost more than their share: walks that call each other come to an end, and
// answers are those of the plain definition.
#include <random>

#include "seed/extract/mention_index.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

namespace {

using namespace attache;

std::string times(std::string_view unit, int n, std::string_view tail = "") {
  std::string text;
  while (n-- > 0) text += unit;
  return text + std::string(tail);
}

/// Word i hangs on any word, but on none below itself: arcs may cross.
SentenceTree any_tree(std::mt19937& random, std::uint32_t size) {
  std::vector<NodeId> order(size);
  for (NodeId i = 0; i < size; ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  std::vector<SyntaxNode> nodes(size);
  std::uint32_t token = 0;
  for (NodeId i = 0; i < size; ++i) {
    nodes[i].token = token;
    token += 1 + static_cast<std::uint32_t>(random() % 2);
    nodes[i].end = token;
  }
  for (std::uint32_t i = 1; i < size; ++i) nodes[order[i]].head = order[random() % i];
  return SentenceTree(std::move(nodes));
}

bool hangs_on(const SentenceTree& tree, NodeId node, NodeId above) {
  for (auto n = node; n != no_word; n = tree[n].head) {
    if (n == above) return true;
  }
  return false;
}

/// The definition: of the words whose head is outside, the one with most of them below it.
NodeId plain_head_of(const SentenceTree& tree, std::uint32_t first, std::uint32_t last) {
  const auto in_range = [&](NodeId n) { return tree[n].end > first && tree[n].token < last; };
  NodeId best = no_word;
  std::uint32_t most = 0;
  for (NodeId n = 0; n < tree.size(); ++n) {
    if (!in_range(n) || (tree[n].head != no_word && in_range(tree[n].head))) continue;
    std::uint32_t count = 0;
    for (NodeId m = 0; m < tree.size(); ++m) count += in_range(m) && hangs_on(tree, m, n);
    if (count > most) {
      most = count;
      best = n;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("what hangs on a word, and the head of a range, are those of the definition") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const auto tree = any_tree(random, 1 + static_cast<std::uint32_t>(random() % 24));
    std::uint32_t wrong = 0;
    for (NodeId n = 0; n < tree.size(); ++n) {
      for (NodeId m = 0; m < tree.size(); ++m)
        wrong += tree.below(n, m) != hangs_on(tree, n, m) ? 1u : 0u;
    }
    const auto tokens = tree[tree.size() - 1].end;
    for (std::uint32_t first = 0; first <= tokens; ++first) {
      for (auto last = first; last <= tokens + 1; ++last)
        wrong += tree.head_of(first, last) != plain_head_of(tree, first, last) ? 1u : 0u;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("nothing hangs on the head of a root") {
  std::mt19937 random(7);
  const auto tree = any_tree(random, 5);
  CHECK(tree.children(no_word).empty());
  CHECK_FALSE(tree.has(no_word, Relation::nsubj));
  CHECK_FALSE(tree.below(0, no_word));
  CHECK_FALSE(tree.below(no_word, 0));
}

TEST_CASE("An \"its\" that hangs on \"its\" comes to an end") {
  // Within a sentence both ways, and back over all sentences of a paragraph.
  const auto text =
      GENERATE(times("Supporting its government, its government is a member of NATO. ", 20),
               times("Its government is a member of NATO. ", 300),
               times("Its government is its member and its people joined its EU. ", 200),
               times("its government, ", 190, "is a member of NATO."));
  const auto rows = test::rows_of(text);
  CHECK_FALSE(rows.sentences.empty());
}

TEST_CASE("whose government it is, is still found some sentences before") {
  const auto rows =
      test::rows_of("Kenya has changed. Its government is new. Its government joined NATO.");
  CHECK(test::role(rows, "nato") == "member");
  CHECK(test::body_row(rows, "nato")->country == "KEN");
}

TEST_CASE("rights to have rights end") {
  // Nobody has them: each is asked for on two ways.
  const auto rows = test::rows_of("To " + times("have the right to ", 80, "join NATO."));
  CHECK(rows.sentences.size() == 1);
}

TEST_CASE("trees of sentences long passed are dropped, and made again when asked for") {
  const auto text = times("The quick brown fox jumps over the lazy dog and the cat. ", 3'000);
  constexpr std::uint32_t kept_words = 5'000;
  const Analysis analysis(text, {}, test::knowledge());
  Trees trees(test::carried().grammar, analysis.text, analysis.lexicon.vocabulary, {}, kept_words);
  const auto ask = [&](std::uint32_t s) -> const SentenceTree& {
    return trees.of(s, analysis.sentences[s], analysis.tokens);
  };
  std::uint32_t most = 0, lost = 0;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const auto& tree = ask(s);
    // Those around it are asked for while it is held.
    for (std::uint32_t back = 1; back <= 100 && back <= s && s % 500 == 0; ++back) ask(s - back);
    lost += tree[0].token != analysis.sentences[s].first ? 1u : 0u;
    most = std::max(most, trees.words_kept());
  }
  CHECK(lost == 0);
  CHECK(most <= 2 * (kept_words + Trees::longest_sentence));
  CHECK(ask(0)[0].token == 0);
}

TEST_CASE("the mentions before a token are those that a look at all of them gives") {
  const auto text = times("The EU met NATO. The Union and the OSCE met. ", 20);
  const Analysis analysis(text, {}, test::knowledge());
  const auto mentions = find_bodies(analysis);
  REQUIRE(mentions.size() > 40);
  const MentionIndex index(analysis, mentions);
  const auto most = mentions[index.of_states(0)].body;
  std::uint32_t wrong = 0;
  for (std::uint32_t t = 0; t <= analysis.tokens.size(); ++t) {
    auto before = MentionIndex::none, nearest = MentionIndex::none;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
      if (mentions[m].range.first < t) before = m;
      if (mentions[m].body == most &&
          (nearest == MentionIndex::none || mentions[m].range.first < t))
        nearest = m;
    }
    wrong += index.before(t) != before || index.of_states(t) != nearest ? 1u : 0u;
  }
  CHECK(wrong == 0);
  const Analysis bare("Nobody met.", {}, test::knowledge());
  CHECK(MentionIndex(bare, {}).of_states(2) == MentionIndex::none);
}
