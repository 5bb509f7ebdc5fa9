// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace attache {

/// Random draws that are the same on every machine, which the standard library's distributions are
/// not.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}

  /// In [0, bound); the slight skew of a remainder does no harm here.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
  bool chance(double share) { return static_cast<double>(engine_() >> 11U) * 0x1p-53 < share; }

  std::vector<std::size_t> order(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[below(i)]);
    return order;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace attache
