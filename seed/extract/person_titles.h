// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/person_mentions.h"

namespace attache {

/// Keeps in `mentions` the persons whom titles or an office at `token` name: "Mr. X", "President
/// X", "the first President, X", "X, the former President of Y", "Presidents X and Y". False where
/// there are none.
bool take_titled(const Analysis& analysis, PersonMentions& mentions, const Sentence& sentence,
                 std::uint32_t token);

}  // namespace attache
