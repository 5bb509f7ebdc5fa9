// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// Finds bodies that the lexicon does not know, by their form: a capitalised phrase around a head
/// noun
/// ("Association of Caribbean Judges", "X Organization for Y"), and acronyms introduced in brackets
/// behind a name, which then bind their later uses. Adds to `mentions`, which holds the known ones.
void add_unknown_bodies(const Analysis& analysis, std::vector<BodyMention>& mentions);

}  // namespace attache
