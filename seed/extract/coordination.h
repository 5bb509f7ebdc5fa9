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

/// "these specific goals", "pursue our common goal", "this process": the words point to an aim or
/// to who has one, and name none.
bool only_points(const Analysis& analysis, TokenRange phrase);

/// True where the words name an aim by themselves: a gerund, or a noun phrase of "promotion",
/// "peace" and their like.
bool names_aim(const Analysis& analysis, TokenRange phrase);

}  // namespace attache
