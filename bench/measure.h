// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attache::bench {

/// What one run of a process cost.
struct Cost {
  double wall = 0;         ///< seconds
  double cpu = 0;          ///< seconds, user and system
  std::uint64_t peak = 0;  ///< bytes of resident memory at most
  int code = 0;
};

/// Runs a command (no shell), standard input and output on /dev/null, and waits. Throws
/// std::runtime_error where it can't start.
Cost run(const std::vector<std::string>& command);

/// The median; of an even number the lower of the middle two. The list must not be empty.
double median_of(std::vector<double> values);

}  // namespace attache::bench
