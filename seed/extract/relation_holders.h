// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/clauses.h"
#include "seed/extract/state_words.h"

namespace attache {

/// Of whom a lexical unit is told.
struct RelationHolder {
  StateWords::Reading reading;
  NodeId word = no_word;  ///< that stands for the state, or for whoever else it is told of

  bool is_state() const { return reading.kind == StateWords::Reading::Kind::state; }
};

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
  RelationHolder of(const LexicalUnit& unit, NodeId node,
                    const std::vector<std::uint32_t>& bodies) const;

  bool beside_fellows(const LexicalUnit& unit, NodeId node) const;
  bool adjunct(const LexicalUnit& unit, NodeId node) const;
  /// The verb that a noun hangs on, or the verb itself.
  NodeId verb_over(NodeId node) const;

 private:
  RelationHolder holder_of(const LexicalUnit& unit, NodeId node) const;
  RelationHolder behind_body(const std::vector<std::uint32_t>& bodies) const;
  RelationHolder beside(const LexicalUnit& unit, NodeId node) const;
  RelationHolder dangling(NodeId node) const;
  RelationHolder one_of(NodeId countries) const;
  RelationHolder whose_aim(NodeId noun) const;
  RelationHolder whose_efforts(NodeId phrase) const;
  bool person(NodeId node) const;
  bool agrees(NodeId noun, NodeId bearer) const;
  RelationHolder read(NodeId node, bool cities = false) const;
  std::vector<NodeId> candidates(const Place& place, NodeId node, std::uint32_t frame) const;

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const StateWords& states_;
  std::uint32_t sentence_;
  const SentenceTree& tree_;
  const Clauses& clauses_;
};

}  // namespace attache
