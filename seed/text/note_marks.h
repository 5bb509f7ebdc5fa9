// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "seed/text/sentence_rules.h"
#include "seed/text/tokens.h"

namespace attache {

/// Takes the marks of foot- and endnotes out of the tokens, so that they part no name and fuse with
/// no word: superscript figures, "word.[1]", "pay.1 We", "OSCE1". A word loses figures only where
/// it is known without them, and not where they are its own ("COP27"). Returns where the marks
/// stand, in rising order.
std::vector<Span> drop_note_marks(std::vector<Token>& tokens, std::string_view text,
                                  const Vocabulary& vocabulary, const SentenceRules& rules);

}  // namespace attache
