// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/clauses.h"
#include "seed/extract/state_words.h"

namespace attache {

/// The states of one sentence that its lexical units are told of.
class RelationHolders {
 public:
  /// All must outlive it.
  RelationHolders(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                  const StateWords& states, std::uint32_t sentence, const Clauses& clauses)
      : a_(analysis),
        mentions_(mentions),
        states_(states),
        sentence_(sentence),
        tree_(analysis.tree(sentence)),
        clauses_(clauses) {}

  /// Whose the unit is of the bodies, in the places that it names, else behind or beside them.
  StateWords::Reading of(const LexicalUnit& unit, NodeId node,
                         const std::vector<std::uint32_t>& bodies) const;
  /// The word that stood for the state of the last reading, or for whoever else it is told of.
  NodeId word() const { return holder_; }

  bool beside_fellows(const LexicalUnit& unit, NodeId node) const;
  bool adjunct(const LexicalUnit& unit, NodeId node) const;
  /// The verb that a noun hangs on, or the verb itself.
  NodeId verb_over(NodeId node) const;

 private:
  StateWords::Reading holder_of(const LexicalUnit& unit, NodeId node) const;
  StateWords::Reading behind_body(const std::vector<std::uint32_t>& bodies) const;
  StateWords::Reading beside(const LexicalUnit& unit, NodeId node) const;
  StateWords::Reading dangling(NodeId node) const;
  StateWords::Reading one_of(NodeId countries) const;
  StateWords::Reading whose_aim(NodeId noun) const;
  bool person(NodeId node) const;
  bool agrees(NodeId noun, NodeId bearer) const;
  std::vector<NodeId> candidates(const Place& place, NodeId node, std::uint32_t frame) const;

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const StateWords& states_;
  mutable NodeId holder_ = no_word;
  std::uint32_t sentence_;
  const SentenceTree& tree_;
  const Clauses& clauses_;
};

}  // namespace attache
