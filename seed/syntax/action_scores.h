// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "seed/syntax/features.h"
#include "seed/syntax/group_scores.h"
#include "seed/syntax/transitions.h"
#include "seed/syntax/weights.h"

namespace attache {

/// Scores of actions in the readings of one sentence. What readings have in common is summed up
/// once: what the next word says, it and the top of the stack, what is below these, and the
/// dependents of each.
class ActionScores {
 public:
  using Scores = GroupScores::Scores;

  explicit ActionScores(const Weights<action_classes>& weights)
      : weights_(weights), pairs_(weights), below_(weights), tops_(weights), lefts_(weights) {}

  void start(const TaggedWords& words);

  /// Asks for the memory of what the top of the stack (a word, or no_node) and the next word say,
  /// before the tree around them is known: so that it arrives while a relation is named.
  void foresee(std::size_t reading, std::int32_t top, std::int32_t next);

  /// Asks for the memory that the scores of a reading need, so that it arrives while the next
  /// reading is looked at. Readings are numbered from 0 in each step, and the same as foreseen.
  void prepare(std::size_t reading, const Stacks& stacks, const Configuration& configuration);
  Scores scores(std::size_t reading);

 private:
  /// What is asked of a reading: numbers in the groups.
  struct Asked {
    std::int32_t next = 0;
    std::uint32_t pair = 0;
    std::uint32_t below = 0;
    std::uint32_t top = 0;
    std::uint32_t left = 0;
  };

  const Scores& next_scores(std::int32_t next);
  void look_ahead();

  const Weights<action_classes>& weights_;
  const TaggedWords* words_ = nullptr;  ///< of the sentence
  FeatureRows ahead_;                   ///< of the first word without scores
  std::vector<Scores> next_scores_;
  std::int32_t known_next_ = 0;  ///< so many words have their scores
  GroupScores pairs_;
  GroupScores below_;
  GroupScores tops_;
  GroupScores lefts_;
  std::vector<Asked> asked_;
};

}  // namespace attache
