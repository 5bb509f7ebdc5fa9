// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "seed/extract/analysis.h"

namespace attache {

/// How a sentence's tree leads from one word to another, as people read it: the words on the way,
/// with the relation of each step between them, downwards "-obj->", upwards "<-xcomp-":
/// "join <-xcomp- hopes -nsubj-> Kenya". The word alone where both are one.
std::string tree_path(const Analysis& analysis, const SentenceTree& tree, NodeId from, NodeId to);

}  // namespace attache
