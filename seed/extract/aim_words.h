// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// "peace": names an aim by itself.
bool bare_word(const Analysis& analysis, std::uint32_t token);

/// "promotion": names one with a complement.
bool action_word(const Analysis& analysis, std::uint32_t token);

/// First token behind the noun group that starts at token `t`: a preposition, a coordinator, a
/// mark, a relative, or `limit`.
std::uint32_t group_end(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// "these specific goals", "pursue our common goal", "this process": the words point to an aim or
/// to who has one, and name none.
bool only_points(const Analysis& analysis, TokenRange phrase);

/// True where the words name an aim by themselves: a gerund, or a noun phrase of "promotion",
/// "peace" and their like.
bool names_aim(const Analysis& analysis, TokenRange phrase);

}  // namespace attache
