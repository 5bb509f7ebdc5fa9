// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "seed/syntax/weights.h"

namespace attache {

/// An averaged perceptron over hashed features (M. Collins, 2002). Weights are whole numbers, so
/// that training comes out the same on every machine.
template <std::size_t Classes>
class Perceptron {
 public:
  using Scores = std::array<std::int32_t, Classes>;

  explicit Perceptron(std::uint32_t rows)
      : rows_(rows), weights_(rows * Classes), drift_(weights_.size()) {}

  RowTable<Classes * sizeof(std::int32_t)> table() const { return {weights_.data(), rows_}; }

  Scores scores(const FeatureRows& features) const {
    Scores sums{};
    for (std::size_t i = 0; i < features.count; ++i) {
      const std::int32_t* row = weights_.data() + features.rows[i] * Classes;
      for (std::size_t c = 0; c < Classes; ++c) sums[c] += row[c];
    }
    return sums;
  }

  /// The class with the highest score among the first `count`.
  std::uint8_t best(const FeatureRows& features, std::size_t count) const {
    const auto sums = scores(features);
    const auto end = sums.begin() + static_cast<std::ptrdiff_t>(count);
    return static_cast<std::uint8_t>(std::max_element(sums.begin(), end) - sums.begin());
  }

  /// Counts decisions; without it the average would not know how long a weight stood.
  void tick(std::size_t decisions = 1) { time_ += static_cast<std::int64_t>(decisions); }

  /// Adds a step to the features' weights for one class.
  void move(const FeatureRows& features, std::size_t of_class, std::int32_t step) {
    for (std::size_t i = 0; i < features.count; ++i) {
      const auto cell = features.rows[i] * Classes + of_class;
      weights_[cell] += step;
      drift_[cell] += time_ * step;
    }
  }

  /// Adds the weights' averages over all decisions to a table of the same size. What several
  /// perceptrons learned can be added up, for they are linear: the sum votes for all.
  void add_averages(std::vector<double>& sums) const {
    sums.resize(weights_.size());
    const auto time = static_cast<double>(std::max<std::int64_t>(1, time_));
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      sums[i] += weights_[i] - static_cast<double>(drift_[i]) / time;
    }
  }

 private:
  std::uint32_t rows_;
  std::int64_t time_ = 0;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> drift_;
};

/// Weights as small integers; the largest becomes 127. (To cut the few largest, so that the many
/// small ones keep more of their differences, costs much.)
std::vector<std::int8_t> quantized(const std::vector<double>& weights);

}  // namespace attache
