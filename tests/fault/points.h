// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fault/judge.h"

namespace fault {

/// Which points are tried; empty and 0 stand for all.
struct Selection {
  std::string scenario, kind, how;
  std::uint64_t at = 0;
  std::size_t sample = 0;  ///< of each scenario
  std::size_t most = 0;    ///< of each scenario, kind and fault
  unsigned seed = 1;
};

/// The points of one scenario: one of each kind and fault, then the next of each, so that a sample
/// is spread over all.
std::vector<Point> choose(const Selection& selection, const Reference& reference);

/// The options that try this point again.
std::string words_for(const std::string& scenario, const Point& point);

}  // namespace fault
