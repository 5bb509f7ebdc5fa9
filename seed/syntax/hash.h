// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace attache {

// All of this is part of the model's format: a change needs a new training.

/// SplitMix64's finish: every bit of the result depends on every bit of the value.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

}  // namespace attache
