// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/parsed.h"

namespace attache {

/// Draws a sentence's tree: a line a word, each below and to the right of the word that it depends
/// on, with its relation and tag; the dependents of a word in the order of the text. The deepest
/// places are drawn no further to the right than some twenty words deep, and less far where a line
/// may have but `width` columns (0: any number).
std::vector<std::string> drawn_tree(const ParsedSentence& sentence, std::size_t width = 0);

}  // namespace attache
