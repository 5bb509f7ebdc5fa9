// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "seed/syntax/score_cache.h"
#include "seed/syntax/transitions.h"
#include "seed/syntax/weights.h"

namespace attache {

/// The sums of one group of features in one sentence: what they look at has a signature, and is
/// summed up once. A sum is asked for some time before it is read, so that its memory arrives.
class GroupScores {
 public:
  using Scores = Weights<action_classes>::Scores;

  explicit GroupScores(const Weights<action_classes>& weights) : weights_(weights) {}

  void clear() {
    known_.clear();
    sums_.clear();
    waiting_ = 0;
  }

  /// The number of the sum for a signature. Where it is new, `add(rows)` adds its features.
  template <typename Add>
  std::uint32_t number(std::uint64_t signature, const Add& add) {
    if (const auto* number = known_.find(signature)) return *number;
    const auto number = static_cast<std::uint32_t>(sums_.size());
    sums_.emplace_back();
    if (rows_.size() == waiting_) rows_.emplace_back();
    auto& rows = rows_[waiting_++];
    rows.count = 0;
    add(rows);
    known_.keep(signature, number);
    return number;
  }

  /// Reads a sum; all that wait are made with the first.
  const Scores& operator[](std::uint32_t number) {
    if (waiting_ > 0) sum_up();
    return sums_[number];
  }

 private:
  void sum_up() {
    auto* sum = sums_.data() + (sums_.size() - waiting_);
    for (std::size_t i = 0; i < waiting_; ++i) sum[i] = weights_.scores(rows_[i]);
    waiting_ = 0;
  }

  const Weights<action_classes>& weights_;
  ScoreCache<std::uint32_t> known_;
  std::vector<Scores> sums_;
  std::vector<FeatureRows> rows_;  ///< of the last sums, which wait
  std::size_t waiting_ = 0;
};

}  // namespace attache
