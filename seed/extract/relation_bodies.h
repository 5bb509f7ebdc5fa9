// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "seed/extract/clauses.h"
#include "seed/extract/mention_index.h"
#include "seed/extract/state_words.h"

namespace attache {

/// Of bodies that States give people to.
inline constexpr std::string_view mission_kind = "mission";

/// "of NATO but not of the EU", "NATO, not the EU": a denial right before the name.
bool ruled_out(const Analysis& analysis, TokenRange body);

/// The bodies of one sentence that its lexical units relate states to.
class RelationBodies {
 public:
  /// All must outlive it.
  RelationBodies(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                 const MentionIndex& index, const StateWords& states, std::uint32_t sentence,
                 const Clauses& clauses)
      : a_(analysis),
        mentions_(mentions),
        index_(index),
        states_(states),
        sentence_(sentence),
        tree_(analysis.tree(sentence)),
        clauses_(clauses) {}

  struct Found {
    std::vector<std::uint32_t> mentions;
    std::vector<std::uint32_t> excluded;  ///< "of NATO but not of the EU": expressly not of these
    bool labelled = false;                ///< said in brackets behind the body's name
  };
  /// In the places that the unit names; else those that the words around share or imply.
  Found of(const LexicalUnit& unit, NodeId node);

  /// The kind of a mention's body; empty for one that the lexicon does not know.
  std::string_view kind_of(std::uint32_t mention) const;

 private:
  void shared(const LexicalUnit& unit, NodeId node, std::vector<std::uint32_t>& out);
  void collect(const Place& place, NodeId node, std::vector<std::uint32_t>& out);
  bool joined_to(NodeId name, NodeId noun) const;
  void before_verb(const Place& place, NodeId node, std::vector<std::uint32_t>& out);
  void oblique(const Place& place, NodeId node, std::vector<std::uint32_t>& out);
  void phrases(const Place& place, NodeId node, NodeId above, std::vector<std::uint32_t>& out,
               int depth);
  bool far_reaching(const Place& place) const;
  bool of_state(NodeId name) const;
  bool fellows(NodeId noun) const;
  bool among_them(std::uint32_t t) const;
  void open_list(const LexicalUnit& unit, NodeId node, std::vector<std::uint32_t>& out) const;
  void resolve(NodeId node, std::vector<std::uint32_t>& out, int depth);
  void listed(std::uint32_t colon, std::vector<std::uint32_t>& out) const;
  bool opens_another(std::uint32_t sentence) const;
  void begins(std::uint32_t t, std::vector<std::uint32_t>& out) const;
  void take(std::uint32_t m, std::vector<std::uint32_t>& out) const;
  void imply(const LexicalUnit& unit, NodeId node, std::vector<std::uint32_t>& out) const;
  bool said_of_states(NodeId node) const;
  bool heading(NodeId node) const;
  bool behind_object(NodeId phrase) const;
  bool list_mark(std::uint32_t t) const;
  void label(NodeId node, std::vector<std::uint32_t>& out);
  void spoken_of(NodeId node, std::vector<std::uint32_t>& out) const;
  std::uint32_t following(std::uint32_t m, bool& coordinated) const;

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const MentionIndex& index_;
  const StateWords& states_;
  std::uint32_t sentence_;
  const SentenceTree& tree_;
  const Clauses& clauses_;
  bool direct_ = false;        ///< of the unit at hand: no noun leads on to the body
  bool labelled_ = false;      ///< of the unit at hand
  bool in_operation_ = false;  ///< its bodies are found through an operation
};

}  // namespace attache
