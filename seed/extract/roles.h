// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// What a sentence says a state is to a body.
struct Role {
  std::uint32_t mention = 0;  ///< index into the mentions
  std::string role;
  std::string country;  ///< alpha-3, or empty where the document's country is not known
  TokenRange cue;
  std::string rule;
  TokenRange statement = {};  ///< the words that state it
};

/// Rank of a role; the strongest one stated is recorded. 0 is the strongest (founder), mention the
/// weakest.
int role_rank(std::string_view role);

/// Fires the organizations' cues on the mentions: scope, lists, negation, and which state the
/// sentence speaks of.
std::vector<Role> find_roles(const Analysis& analysis, const std::vector<BodyMention>& mentions);

}  // namespace attache
