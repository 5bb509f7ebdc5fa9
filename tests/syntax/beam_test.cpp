// SPDX-License-Identifier: MIT
#include "seed/syntax/beam.h"

#include <random>

#include "tests/catch.h"

using namespace attache;

namespace {

/// Scores without sense, and a count of how often they were asked for.
class RandomScorer {
 public:
  explicit RandomScorer(unsigned seed) : draw_(seed) {}

  void prepare(std::size_t, const Stacks&, const Configuration&) { ++asked; }
  std::array<int, action_classes> scores(std::size_t) {
    std::array<int, action_classes> scores;
    for (auto& score : scores) score = static_cast<int>(draw_() % 200) - 100;
    return scores;
  }
  void foresee(std::size_t, std::int32_t top, std::int32_t next) { CHECK(top < next); }
  void prepare_label(std::size_t, const ArcEnd& head, const ArcEnd& dependent) {
    CHECK(head.word != dependent.word);
    CHECK(dependent.head == no_node);
  }
  LabelId label(std::size_t) { return static_cast<LabelId>(draw_() % 48); }

  std::size_t asked = 0;

 private:
  std::mt19937 draw_;
};

using RandomBeam = Beam<int, RandomScorer>;

}  // namespace

TEST_CASE("a beam's work grows with the number of words, whatever the scores") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    for (const std::size_t size : {1U, 2U, 10U, 100U, 1000U}) {
      RandomScorer scorer(seed);
      RandomBeam beam(scorer, 8, 150);
      beam.start(static_cast<std::int32_t>(size));
      std::size_t steps = 0;
      for (; !beam.finished(); ++steps) beam.step();
      CHECK(steps < 2 * size + 1);
      CHECK(scorer.asked <= 8 * steps);
      CHECK(beam.best().configuration.next == static_cast<std::int32_t>(size));
    }
  }
}

TEST_CASE("a beam keeps no more readings than its width, the best first") {
  RandomScorer scorer(1);
  RandomBeam beam(scorer, 3, 1'000'000);
  beam.start(50);
  while (!beam.finished()) {
    beam.step();
    CHECK(beam.count() <= 3);
  }
}

TEST_CASE("readings that are far behind are dropped") {
  RandomScorer scorer(1);
  RandomBeam beam(scorer, 8, 0);
  beam.start(50);
  std::size_t most = 0;
  while (!beam.finished()) {
    beam.step();
    most = std::max(most, beam.count());
  }
  CHECK(most <= 4);  // only those of equal score
}
