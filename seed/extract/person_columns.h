// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// Signatures that stand side by side, their offices below them: a row of names, then rows of as
/// many cells. By place.
std::vector<PersonMention> signatures_in_columns(const Analysis& analysis);

}  // namespace attache
