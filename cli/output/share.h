// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>

namespace attache {

/// A part of a whole as it is printed, from 0 to 1: to a hundredth of a percent. `whole` is not 0.
inline double rounded_share(std::int64_t part, std::int64_t whole) {
  return std::round(1e4 * static_cast<double>(part) / static_cast<double>(whole)) / 1e4;
}

}  // namespace attache
