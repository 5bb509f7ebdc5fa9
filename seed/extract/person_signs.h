// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// Signatures over their offices: "A. SMITH / President of the Republic of Chad". By place.
std::vector<PersonMention> signatures(const Analysis& analysis);

/// Persons whom capitals alone name: a speaker's label ("JAWAD (Iraq):"), a surname ("Pravind
/// JUGNAUTH became"). By place.
std::vector<PersonMention> names_in_capitals(const Analysis& analysis);

}  // namespace attache
