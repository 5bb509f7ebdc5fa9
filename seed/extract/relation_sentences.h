// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/extract/bodies.h"

namespace attache {

/// The sentences that may tell what a state is to a body, in order: those that name a body, those
/// that open a list which does, and those with a lexical unit whose body may be implied ("as Member
/// States, we"), where the document names a body at all.
std::vector<std::uint32_t> sentences_with(const Analysis& analysis,
                                          const std::vector<BodyMention>& mentions);

/// The words that a cue keeps from giving a role, by their first token, in rising order: "joined"
/// in "joined the Union in condemning".
std::vector<std::uint32_t> kept_out(const Analysis& analysis);

}  // namespace attache
