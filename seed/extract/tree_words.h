// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// Small questions about single words of a tree.

inline bool word_is(const Analysis& a, const SentenceTree& tree, NodeId n, std::string_view word) {
  return tree[n].word != unknown_word && a.lexicon.vocabulary.text(tree[n].word) == word;
}

/// The "to" of an infinitive, or no_word.
inline NodeId to_of(const Analysis& a, const SentenceTree& tree, NodeId verb) {
  for (const auto c : tree.children(verb)) {
    if (c > verb) break;
    if (tree[c].relation == Relation::mark && tree[c].part == PartOfSpeech::particle &&
        word_is(a, tree, c, "to"))
      return c;
  }
  return no_word;
}

/// The preposition that ties a noun or a gerund to what governs it, where it is that one, or
/// no_word. A "to" before a noun may be taken for an infinitive's.
inline NodeId tie_of(const Analysis& a, const SentenceTree& tree, NodeId node,
                     std::string_view preposition) {
  for (const auto c : tree.children(node)) {
    if (c > node) break;
    const auto relation = tree[c].relation;
    const bool tie = relation == Relation::case_mark || relation == Relation::mark;
    if (tie && word_is(a, tree, c, preposition)) return c;
  }
  return no_word;
}

}  // namespace attache
