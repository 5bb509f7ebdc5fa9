// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attache {

/// What is known of one place, and what was said of it.
struct Example {
  std::uint32_t group = 0;              ///< places of one group share their verdict
  bool right = false;                   ///< the group's verdict
  double importance = 1;                ///< above 0
  std::vector<std::uint32_t> features;  ///< numbers below the count of features
};

struct LogisticOptions {
  double penalty = 12;  ///< of half the square of each weight, not of the constant
  int rounds = 2;       ///< in which places of a right group are weighed anew
  double least = 0.2;   ///< share of its importance that the least likely of them keeps
};

/// The sum over a place's features tells how likely it is right.
struct LogisticModel {
  std::vector<double> weights;
  double constant = 0;

  double sum(const Example& example) const;
};

/// The weights that make the verdicts likeliest under a quadratic penalty, by Newton's steps. A
/// right group needs but one right place: in each round those that the model of the round before
/// finds less likely than the group's likeliest weigh less. The same examples give the same
/// weights.
LogisticModel fit_logistic(std::span<const Example> examples, std::size_t features,
                           const LogisticOptions& options);

}  // namespace attache
