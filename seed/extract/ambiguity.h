// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// Chooses a reading for each mention whose name the lexicon calls ambiguous
/// (body_ambiguities.csv), from the document's date, country, other bodies and the words around;
/// the reason of a doubtful choice becomes its note. Mentions read as no body are removed.
void resolve_ambiguities(const Analysis& analysis, std::vector<BodyMention>& mentions);

}  // namespace attache
