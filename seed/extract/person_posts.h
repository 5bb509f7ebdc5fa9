// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// "The Ambassador in Italy (Brenner) to the Secretary of State": the heads of dispatches and
/// telegrams name an office, the place where it is held, and in brackets who holds it. Besides,
/// whom a nomination replaces ("vice Paul Dernier, resigned").
std::vector<PersonMention> officers_at_posts(const Analysis& analysis);

}  // namespace attache
