// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// The turns of a record in which several states speak ("Mr. Olsen (Norway): We ..."), by place.
/// A label opens a line: titles, offices, a name, and brackets, with a colon behind; one with a
/// state in brackets may open a sentence, and needs no colon where it opens a paragraph.
/// A speaker's state stands in the label, in another one of the same name, in a list of those
/// present, or in the lexicon; or
/// he says himself for whom he speaks. Empty where the labels name fewer than two states, but for
/// one other than the document's given own that stands in brackets beside other speakers.
std::vector<Turn> find_turns(const Analysis& analysis);

/// The token up to which the text is the document's own and no speaker's: the first label's in a
/// record in which two states or more speak, else the end.
std::uint32_t before_speakers(const Analysis& analysis);

}  // namespace attache
