// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// Names that no title, office or lexicon vouches for, by what their bearers do in the sentence's
/// tree: "Hodgson told the Committee", "received from Dignam", "Spaak's amendment". By place.
std::vector<PersonMention> acting_persons(const Analysis& analysis);

}  // namespace attache
