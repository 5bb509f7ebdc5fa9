// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// "Evatt, Tange and Cilento", "Elliot and Dr. Orr": surnames that the text joins to one of
/// `known`, each a word that neither the language nor the lexicon knows.
std::vector<PersonMention> joined_surnames(const Analysis& analysis,
                                           const std::vector<PersonMention>& known);

/// "A. S. Watt", "P.B.B. Nichols": two initials and a surname name a person wherever they stand.
std::vector<PersonMention> initialled_names(const Analysis& analysis);

}  // namespace attache
