// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/person_mentions.h"

namespace attache {

/// What verbs tell of offices: "X later served as President", "X, of Ohio, to be Ambassador". Gives
/// the office to the person named before it in `mentions`, which stand in order, or keeps the name
/// there.
void take_held(const Analysis& analysis, PersonMentions& mentions);

}  // namespace attache
