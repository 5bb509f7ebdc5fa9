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

/// The document says there who is speaking: the name opens a line, after its title, and a colon
/// stands behind it or behind the state in brackets.
bool labels_speaker(const Analysis& analysis, TokenRange name);

}  // namespace attache
