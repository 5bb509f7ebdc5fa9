// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/extract/actors.h"
#include "seed/extract/analysis.h"
#include "seed/extract/rows.h"

namespace attache {

/// An aim as one cue names it.
struct AimCandidate {
  TokenRange aim;
  TokenRange cue;
  const Cue* by = nullptr;
  std::uint32_t sentence = 0;
};

/// Of aims that overlap one stays: the outer one, or the inner one where the outer one only leads
/// to its cue
/// ("committed to [the goal of [eradicating poverty]]"). Wordings that are alike become one row
/// with all citations.
std::vector<PriorityRow> rows_of(const Analysis& analysis, std::vector<AimCandidate> candidates,
                                 const ActorWords& actors);

}  // namespace attache
