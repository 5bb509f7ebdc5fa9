// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/words_in_text.h"

namespace attache {

/// Small questions about single words of a tree.

/// The "to" of an infinitive, or no_word.
inline NodeId to_of(const Analysis& a, const SentenceTree& tree, NodeId verb) {
  for (const auto c : tree.children(verb)) {
    if (c > verb) break;
    if (tree[c].relation == Relation::mark && tree[c].part == PartOfSpeech::particle &&
        is(a, tree[c].token, PhraseRole::infinitive))
      return c;
  }
  return no_word;
}

/// The word left of a noun, a gerund or a clause that ties it to what governs it, where `fits`
/// takes it, or no_word. A "to" before a noun may be taken for an infinitive's.
template <typename Fits>
NodeId tie_of(const SentenceTree& tree, NodeId node, const Fits& fits) {
  for (const auto c : tree.children(node)) {
    if (c > node) break;
    const auto relation = tree[c].relation;
    if ((relation == Relation::case_mark || relation == Relation::mark) && fits(c)) return c;
  }
  return no_word;
}

}  // namespace attache
