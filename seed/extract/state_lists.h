// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/state_words.h"

namespace attache {

/// The first of the states that are enumerated behind a noun and the body that it names: "the new
/// Members of the Union, Malta and Fiji", "Member States: Malta ...", "Member States, including our
/// own". Commas alone introduce a list only behind a noun that is told apart ("new", "three").
/// No state: nothing of the kind stands there.
StateWords::Reading listed_behind(const Analysis& analysis, const StateWords& states,
                                  std::uint32_t sentence, NodeId noun);

/// "other Member States", "our fellow European Members": those beside whoever is spoken of.
bool names_fellows(const Analysis& analysis, std::uint32_t sentence, NodeId noun);

}  // namespace attache
