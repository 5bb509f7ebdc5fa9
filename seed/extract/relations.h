// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "seed/extract/roles.h"

namespace attache {

/// The effect of cues that keep the words that they cover from giving a role.
inline constexpr std::string_view keeps_out = "blocks";

/// What the sentences say a state is to a body, by the frames of seed/frames: a lexical unit, the
/// body in one of its places, a state in another, and the standing that turns the relation into a
/// role. In the order of the text. A role that is empty: the sentence tells the relation, but as
/// one that is not so.
std::vector<Role> find_relations(const Analysis& analysis,
                                 const std::vector<BodyMention>& mentions);

}  // namespace attache
