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

// All of these add rows of a table, and ask for their memory, so that it arrives before it is
// summed up. `Table` is a RowTable, of the model's or of the trainer's rows.

// Features of the next action, after Y. Zhang and J. Nivre (ACL 2011), with word clusters and what
// stands between the two words. In groups by what they look at, so that what many readings have in
// common is summed up once. `top` is a word, or no_node.

/// What the next word alone decides.
template <typename Table>
void add_next_features(const TaggedWords& sentence, std::int32_t next, Table table,
                       FeatureRows& rows);
/// It and the top of the stack.
template <typename Table>
void add_pair_features(const TaggedWords& sentence, std::int32_t top, std::int32_t next,
                       Table table, FeatureRows& rows);
/// What stands below the top.
template <typename Table>
void add_below_features(const TaggedWords& sentence, const StackTop& stack,
                        const Configuration& configuration, Table table, FeatureRows& rows);
/// The top's dependents.
template <typename Table>
void add_top_features(const TaggedWords& sentence, const StackEntry& top, std::int32_t next,
                      Table table, FeatureRows& rows);
/// The next word's dependents, which all stand left of it.
template <typename Table>
void add_left_features(const TaggedWords& sentence, std::int32_t top, std::int32_t next,
                       const Dependents& left, Table table, FeatureRows& rows);

/// Features of the relation between two words, before the arc is made.
template <typename Table>
void add_label_features(const TaggedWords& sentence, const ArcEnd& head, const ArcEnd& dependent,
                        Table table, FeatureRows& rows);

/// Features of a word's tag that the words decide.
template <typename Table>
void add_word_features(std::span<const SyntaxWord> words, std::size_t word, Table table,
                       FeatureRows& rows);
/// Those that the tags before it are part of.
template <typename Table>
void add_tag_features(std::span<const SyntaxWord> words, std::span<const TagId> tags,
                      std::size_t word, Table table, FeatureRows& rows);

}  // namespace attache
