// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/person_mentions.h"

namespace attache {

/// Keeps in `mentions` the persons whom a title, an office or the lexicon vouches for.
void take_known(const Analysis& analysis, PersonMentions& mentions);

/// And the places that give no more than the surname of one of those in `mentions`.
void take_surnames(const Analysis& analysis, PersonMentions& mentions);

}  // namespace attache
