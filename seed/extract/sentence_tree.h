// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "seed/syntax/grammar.h"
#include "seed/text/segment.h"
#include "seed/text/vocabulary.h"

namespace attache {

/// Number of a word in a sentence's tree.
using NodeId = std::uint32_t;
inline constexpr NodeId no_word = 0xFFFFFFFF;

/// A word of a sentence as the parser sees it: "didn't" is one token and two of them.
struct SyntaxNode {
  std::uint32_t token = 0;     ///< index into the document's tokens: the first it is made of
  std::uint32_t end = 0;       ///< one behind the last: a name of the lexicon is one word
  WordId word = unknown_word;  ///< of its folded form
  NodeId head = no_word;       ///< no_word for the root
  Relation relation = Relation::other;
  PartOfSpeech part = PartOfSpeech::other;
  VerbForm form = VerbForm::none;
  bool plural = false;  ///< of a noun
  TagId tag = 0;
  LabelId label = 0;
  Span part_of_token;  ///< bytes, where it is a part of its token; else empty
};

/// The dependency tree of one sentence. All walks over it are bounded by its size.
class SentenceTree {
 public:
  explicit SentenceTree(std::vector<SyntaxNode> nodes);

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  bool empty() const { return nodes_.empty(); }
  const SyntaxNode& operator[](NodeId node) const { return nodes_[node]; }
  std::span<const SyntaxNode> nodes() const { return nodes_; }

  /// The words that depend on it, from left to right; on no_word, such as the head of a root, none.
  std::span<const NodeId> children(NodeId node) const {
    if (node == no_word) return {};
    return std::span(children_).subspan(first_child_[node],
                                        first_child_[node + 1] - first_child_[node]);
  }
  /// Its first child with that relation, or no_word.
  NodeId child(NodeId node, Relation relation) const;
  bool has(NodeId node, Relation relation) const { return child(node, relation) != no_word; }

  /// The first word that the token belongs to, or no_word.
  NodeId at(std::uint32_t token) const;
  /// The word among tokens [first, last) that the others of them hang on: the one with most of them
  /// below it. no_word where none of them is in this tree.
  NodeId head_of(std::uint32_t first, std::uint32_t last) const;

  /// Leftmost and one behind the rightmost word of the subtree. With arcs that cross, words of
  /// others may stand between.
  struct Reach {
    NodeId first = 0, last = 0;
  };
  Reach reach(NodeId node) const { return reach_[node]; }
  /// Whether `node` is `above` or hangs on it, however far below; nothing hangs on no_word.
  bool below(NodeId node, NodeId above) const {
    return node != no_word && above != no_word && place_[node] >= place_[above] &&
           place_[node] < place_[above] + below_[above];
  }

 private:
  std::vector<SyntaxNode> nodes_;
  std::vector<std::uint32_t> first_child_;
  std::vector<NodeId> children_;
  std::vector<Reach> reach_;
  std::vector<std::uint32_t> place_;  ///< in a walk that takes each word before those below it
  std::vector<std::uint32_t> below_;  ///< words of its subtree, itself too
};

}  // namespace attache
