// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "seed/extract/analysis.h"

namespace attache {

/// Tokens that tell who acts, as the rules name them.
struct ActorWords {
  std::set<std::uint32_t> speakers;  ///< "we", "our": the document's own state
  std::set<std::uint32_t> agents;    ///< "Government", "delegation": act for the state they are of
  std::set<std::uint32_t> charges;   ///< "accuse", "commend": lay what they tell to their object
};

/// Who is said to pursue the aim that a cue names: the alpha-3 code of a state or the slug of a
/// body. It has the noun ("the efforts of the Union", "their resolve"), or is the subject of the
/// verb or of the verb that carries the noun, over infinitives, participles and relative clauses.
/// Empty where the tree shows nobody that the lexicon names.
std::string actor_of(const Analysis& analysis, TokenRange cue, TokenRange aim,
                     std::uint32_t sentence, const ActorWords& words);

}  // namespace attache
