// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "seed/syntax/row_sums.h"

namespace attache {

/// Rows that the features of one decision select, as indices into a table of weights.
struct FeatureRows {
  static constexpr std::size_t capacity = 96;
  std::array<std::uint32_t, capacity> rows;
  std::size_t count = 0;
};

/// A linear classifier: a table with rows of `Classes` small weights; a decision's scores are the
/// sum of the rows of its features. Features share rows by hash, as they did in training.
template <std::size_t Classes>
class Weights {
 public:
  using Scores = RowSums<Classes>;

  Weights() = default;
  /// `cells`, row after row, must outlive this view.
  explicit Weights(std::span<const std::int8_t> cells) : cells_(cells) {}

  std::uint32_t rows() const { return static_cast<std::uint32_t>(cells_.size() / Classes); }

  /// Asks for the memory of rows that will be summed up soon, so that they arrive together.
  void prefetch(const FeatureRows& features, std::size_t from = 0) const {
    for (std::size_t i = from; i < features.count; ++i) {
      const std::int8_t* row = cells_.data() + std::size_t{features.rows[i]} * Classes;
      __builtin_prefetch(row);
      if constexpr (cache_line % Classes != 0) __builtin_prefetch(row + Classes - 1);
    }
  }

  Scores scores(const FeatureRows& features) const {
    return sum_of_rows<Classes>(cells_.data(), {features.rows.data(), features.count});
  }

  /// The class with the highest score among the first `count`.
  std::uint8_t best(const FeatureRows& features, std::size_t count) const {
    auto sums = scores(features);
    std::fill(sums.begin() + static_cast<std::ptrdiff_t>(count), sums.end(), lowest);
    // Loops without a way out, which the compiler does for many classes at once.
    auto most = lowest;
    for (const auto sum : sums) most = std::max(most, sum);
    auto first = static_cast<std::int16_t>(Classes);
    for (std::size_t c = 0; c < Classes; ++c) {
      first = std::min(first, static_cast<std::int16_t>(sums[c] == most ? c : Classes));
    }
    return static_cast<std::uint8_t>(first);
  }

 private:
  static constexpr std::size_t cache_line = 64;
  static constexpr std::int16_t lowest = std::numeric_limits<std::int16_t>::min();

  std::span<const std::int8_t> cells_;
};

}  // namespace attache
