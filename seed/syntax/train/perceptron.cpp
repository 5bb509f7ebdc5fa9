// SPDX-License-Identifier: MIT
#include "seed/syntax/train/perceptron.h"

#include <cmath>

namespace attache {

std::vector<std::int8_t> quantized(const std::vector<double>& weights) {
  double largest = 0;
  for (const double weight : weights) largest = std::max(largest, std::abs(weight));
  std::vector<std::int8_t> cells(weights.size());
  if (largest == 0) return cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = static_cast<std::int8_t>(std::lround(weights[i] * (127.0 / largest)));
  }
  return cells;
}

}  // namespace attache
