// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "seed/extract/sentence_tree.h"
#include "seed/frames/frames.h"

namespace attache {

/// Reads clauses off a sentence's tree: who does what, of whom a noun is said, and in what
/// standing. Relative clauses, participles, infinitives, passives and coordination are seen
/// through. All walks go upwards and end.
class Clauses {
 public:
  /// Both must outlive it.
  Clauses(const SentenceTree& tree, const Frames& frames) : tree_(tree), frames_(frames) {}

  /// The verb's form is passive: "was admitted", "admitted in 1955", not "has admitted".
  bool passive(NodeId verb) const;
  /// The grammatical subject: "Kenya" of "was admitted", too. A relative pronoun gives what its
  /// clause hangs on. no_word where there is none.
  NodeId subject(NodeId predicate) const;
  /// Who does it, whatever the voice.
  NodeId agent(NodeId verb) const;
  /// To what it is done, whatever the voice.
  NodeId patient(NodeId verb) const;
  /// What a noun or adjective may be said of, likeliest first: "Kenya, a member of", "became a
  /// member", "as a member".
  std::vector<NodeId> bearers(NodeId predicate) const;
  /// The other of two names that a hyphen joins: "NATO-Ukraine". no_word where there is none.
  NodeId paired(NodeId name) const;
  /// Whose a noun may be, likeliest first: possessors, then, where its verb or noun only lends
  /// itself to it ("holds the presidency", "application for membership"), theirs.
  /// `cultivated`: so do verbs that make it grow ("deepens its cooperation").
  std::vector<NodeId> possessors(NodeId noun, bool cultivated = false) const;
  /// Behind a relative pronoun what its clause hangs on; any other word is its own.
  NodeId antecedent(NodeId node) const;
  /// How what the word stands for is told.
  /// `said`: a noun that is said of someone, which no verb above it touches but its own.
  Standing standing(NodeId node, bool said = false) const;

  /// The prepositions (or "as", "like") that lead in to a word.
  bool led_by(NodeId node, const std::vector<WordId>& prepositions) const;
  bool led_by(NodeId node, WordKind kind) const;
  bool is(NodeId node, WordKind kind) const { return frames_.is(tree_[node].word, kind); }
  bool verbal(NodeId node) const { return tree_[node].part == PartOfSpeech::verb; }

 private:
  struct Marks;

  Marks marks_of(NodeId node) const;
  bool alone_finite(NodeId verb) const;
  std::optional<Standing> governor(NodeId node) const;
  bool inverted(NodeId node) const;
  bool duty(NodeId noun) const;
  std::optional<Standing> turned_by_head(NodeId node) const;
  bool fronted_denial(NodeId phrase) const;
  std::optional<Standing> as_told(NodeId node) const;
  bool content(NodeId clause) const;
  bool tells_content(NodeId clause) const;
  bool apposed(NodeId noun) const;
  bool told_apart(NodeId node) const;
  void add_aim(NodeId predicate, Marks& all) const;
  bool leads_gerund(NodeId clause) const;
  bool add_above(NodeId node, bool linked_only, Marks& all) const;
  bool polite(NodeId wish, NodeId node) const;
  bool set_off(NodeId phrase) const;
  template <typename Fits>
  bool led_by_any(NodeId node, const Fits& fits) const;
  NodeId own_subject(NodeId predicate) const;
  NodeId behind_place(NodeId predicate) const;
  NodeId find_subject(NodeId predicate) const;
  bool establishes(NodeId verb) const;
  NodeId first_to(NodeId clause) const;
  NodeId phrase_of(NodeId name, NodeId end) const;
  NodeId named_right_before(NodeId gerund) const;
  NodeId named_before_time(NodeId clause) const;
  bool behind_as(NodeId noun) const;
  NodeId controller(NodeId complement) const;
  NodeId wish_for(NodeId clause) const;
  NodeId for_whom(NodeId wish, NodeId clause) const;
  NodeId possessor(NodeId noun) const;
  void bearers(NodeId predicate, std::vector<NodeId>& out, int depth) const;
  NodeId named_before(NodeId predicate) const;
  void possessors(NodeId noun, bool cultivated, std::vector<NodeId>& out, int depth) const;
  void lent(NodeId noun, bool cultivated, std::vector<NodeId>& out, int depth) const;
  bool lends(NodeId word, bool cultivated) const;
  bool gets(NodeId verb, NodeId noun) const;

  const SentenceTree& tree_;
  const Frames& frames_;
  static constexpr NodeId not_asked = no_word - 1;
  mutable std::vector<NodeId> subjects_;  ///< by predicate; possessors ask for it again and again
};

}  // namespace attache
