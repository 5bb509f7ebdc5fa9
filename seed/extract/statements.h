// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// The words that state a state's role in a body: what says the relation, the state and the body,
/// and all between them. They stand in one sentence, the relation's; of a list below a heading that
/// says it for all, they are the item up to the body.

/// Where a word of the sentence's tree says it: `holder` is the word that names the state or stands
/// for it, or no_word. `body` may stand in another sentence.
TokenRange stated_in_tree(const Analysis& analysis, std::uint32_t sentence, NodeId word,
                          NodeId holder, TokenRange body);

/// Where a cue says it: the state is the nearest word before it in its clause that names `country`
/// (alpha-3) or stands for the document's own, or else behind the body.
TokenRange stated_by_cue(const Analysis& analysis, TokenRange cue, TokenRange body,
                         std::string_view country);

}  // namespace attache
