// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// The phrase in which a reader recognizes the norm: the wording from the cue on, where that stands
/// close before it ("condemn the aggression"), and to the noun that it needs ("dignity and worth
/// of"
/// ... "the human person"). `cue` is the wording itself where no cue is to be shown.
TokenRange norm_phrase(const Analysis& analysis, TokenRange wording, TokenRange cue);

}  // namespace attache
