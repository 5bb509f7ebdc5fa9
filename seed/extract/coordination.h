// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// Splits an object phrase where each part could stand alone as an aim: "to protect X and to
/// promote Y", "the prevention of X and the promotion of Y", "peace, justice and development".
/// Keeps "peace and security", "protect and promote X" and "the strengthening and development of X"
/// whole. An `announced` list ("priorities: a, b and c") is split at each of its commas, or
/// semicolons where it has some. Cuts off what stands behind a comma that joins nothing.
std::vector<TokenRange> split_coordination(const Analysis& analysis, TokenRange phrase,
                                           bool announced = false);

}  // namespace attache
