// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>

#include "seed/extract/bodies.h"

namespace attache {

/// What a document calls by an acronym: the words before its brackets, which it spells by their
/// first letters ("Historical Advisory Committee (HAC)"). The first definition of an acronym holds.
using Definitions = std::unordered_map<std::string, TokenRange>;

/// All definitions of the document, by the acronym as it is written.
Definitions find_definitions(const Analysis& analysis);

/// Takes an acronym that the document defines for the body that it defines, or out of `mentions`
/// where the lexicon does not know that one.
void apply_definitions(const Analysis& analysis, const Definitions& definitions,
                       std::vector<BodyMention>& mentions);

}  // namespace attache
