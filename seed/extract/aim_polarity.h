// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "seed/extract/analysis.h"

namespace attache {

/// True where the tree shows that nobody is said to pursue what the cue names: it is
/// denied ("no people aspire to", "did not believe that they would attempt to"), only supposed ("if
/// we attempt to"), or hangs on one of the `disowning` tokens ("we urge all to work for", "rumours
/// that they intend to").
bool disclaimed(const Analysis& analysis, const SentenceTree& tree, TokenRange cue,
                const std::set<std::uint32_t>& disowning);

}  // namespace attache
