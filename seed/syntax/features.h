// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "seed/syntax/configuration.h"
#include "seed/syntax/sentence.h"
#include "seed/syntax/weights.h"

namespace attache {

/// What is known of a word that an arc is made with.
struct ArcEnd {
  std::int32_t word = no_node;
  std::int32_t head = no_node;
  LabelId label = 0;  ///< the relation to the head, where there is one
  Dependents left;
  Dependents right;
};

/// The top of the stack, or the entry at another place of it.
ArcEnd end_on_stack(const Stacks& stacks, std::int32_t place);
/// The next word.
ArcEnd end_in_buffer(const Configuration& configuration);

// All of these add rows of a table of so many rows.

/// Features of the next action, after Y. Zhang and J. Nivre (ACL 2011), with word clusters and what
/// stands between the two words. First those that the next word alone decides, then
/// those of it and the top of the stack (a word, or no_node), then those of the tree so far: what
/// many readings have in common can be summed up once.
void add_next_features(const TaggedWords& sentence, std::int32_t next, std::uint32_t table_rows,
                       FeatureRows& rows);
void add_pair_features(const TaggedWords& sentence, std::int32_t top, std::int32_t next,
                       std::uint32_t table_rows, FeatureRows& rows);
void add_tree_features(const TaggedWords& sentence, const Stacks& stacks,
                       const Configuration& configuration, std::uint32_t table_rows,
                       FeatureRows& rows);

/// Features of the relation between two words, before the arc is made.
void add_label_features(const TaggedWords& sentence, const ArcEnd& head, const ArcEnd& dependent,
                        std::uint32_t table_rows, FeatureRows& rows);

/// Features of a word's tag that the words decide.
void add_word_features(std::span<const SyntaxWord> words, std::size_t word,
                       std::uint32_t table_rows, FeatureRows& rows);
/// Those that the tags before it are part of.
void add_tag_features(std::span<const SyntaxWord> words, std::span<const TagId> tags,
                      std::size_t word, std::uint32_t table_rows, FeatureRows& rows);

}  // namespace attache
