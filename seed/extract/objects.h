// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// Where the object phrase that starts at `first` ends: before a clause boundary, a relative clause
/// behind a comma, an adverbial of purpose or manner, a new clause behind "and", or the sentence's
/// closing mark. The word before `first` governs the phrase: a list goes on where it is repeated
/// ("to X and to Y"). In an `enumeration` semicolons join and do not end.
std::uint32_t phrase_end(const Analysis& analysis, std::uint32_t first, std::uint32_t limit,
                         bool enumeration = false);

/// The second comma of an aside that parts a short head at the phrase's beginning from what it asks
/// for ("ensure, with our partners, the security"), where its first comma stands at token `t`;
/// otherwise `t`.
std::uint32_t aside_end(const Analysis& analysis, TokenRange phrase, std::uint32_t t);

/// Drops punctuation and empty words at both ends, list marks and ordinals at the beginning, and
/// closing adverbials ("in this regard") at the end.
TokenRange trim(const Analysis& analysis, TokenRange phrase);

}  // namespace attache
