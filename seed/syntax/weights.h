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

/// Where rows of so many bytes will be read. Their size is known when this is compiled, for it is
/// asked with each feature.
template <std::size_t RowBytes>
struct RowTable {
  const void* cells;
  std::uint32_t rows;  ///< so many

  /// Asks for the memory of a row, where it begins and where it ends: it may lie in two lines of
  /// the cache.
  void prefetch(std::uint32_t row) const {
    constexpr std::size_t half_line = 32;
    const auto* begin = static_cast<const char*>(cells) + std::size_t{row} * RowBytes;
    __builtin_prefetch(begin);
    if constexpr (RowBytes > half_line) __builtin_prefetch(begin + RowBytes - 1);
  }
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

  RowTable<Classes> table() const { return {cells_.data(), rows()}; }

  Scores scores(const FeatureRows& features) const {
    return sum_of_rows<Classes>(cells_.data(), {features.rows.data(), features.count});
  }

  /// The class with the highest score among the first `count`.
  std::uint8_t best(const FeatureRows& features, std::size_t count) const {
    return best_of(scores(features), count);
  }
  static std::uint8_t best_of(Scores sums, std::size_t count) {
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
  static constexpr std::int16_t lowest = std::numeric_limits<std::int16_t>::min();

  std::span<const std::int8_t> cells_;
};

}  // namespace attache
