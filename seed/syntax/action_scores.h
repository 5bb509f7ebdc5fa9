// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "seed/syntax/features.h"
#include "seed/syntax/score_cache.h"
#include "seed/syntax/transitions.h"
#include "seed/syntax/weights.h"

namespace attache {

/// Scores of actions in the readings of one sentence. What the next word, or it and the top of the
/// stack, say is summed up once for all readings and steps; so is the tree, where readings do not
/// differ in what features see of it.
class ActionScores {
 public:
  using Scores = Weights<action_classes>::Scores;

  explicit ActionScores(const Weights<action_classes>& weights) : weights_(weights) {}

  void start(const TaggedWords& words);

  /// Asks for the memory of what the top of the stack (a word, or no_node) and the next word say,
  /// before the tree around them is known: so that it arrives while a relation is named.
  void foresee(std::size_t reading, std::int32_t top, std::int32_t next);

  /// Asks for the memory that the scores of a reading need, so that it arrives while the next
  /// reading is looked at. Readings are numbered from 0 in each step, and the same as foreseen.
  void prepare(std::size_t reading, const Stacks& stacks, const Configuration& configuration);
  Scores scores(std::size_t reading);

 private:
  struct Waiting {
    std::uint64_t signature = 0;  ///< of the tree so far, as far as features see it
    FeatureRows tree;             ///< none where the scores are known
    Scores known{};               ///< those of the tree, too, then
    std::int32_t top = no_node;
    std::int32_t next = 0;
    std::uint64_t pair_signature = 0;
    FeatureRows pair;  ///< none where their scores were known when they were foreseen
  };

  Scores pair_scores(Waiting& waiting);
  const Scores& next_scores(std::int32_t next);
  void look_ahead();

  const Weights<action_classes>& weights_;
  const TaggedWords* words_ = nullptr;  ///< of the sentence
  FeatureRows ahead_;                   ///< of the first word without scores
  std::vector<Waiting> waiting_;
  std::vector<Scores> next_scores_;
  std::int32_t known_next_ = 0;  ///< so many words have their scores
  ScoreCache<Scores> pairs_;
  ScoreCache<Scores> trees_;
};

}  // namespace attache
