// SPDX-License-Identifier: MIT
// What a clause's place says of how it is told: behind "that", behind a phrase with "no", turned
// round.
#include <algorithm>

#include "seed/extract/clauses.h"

namespace attache {

/// "at no time has Kenya joined": a phrase with "no" before the verb turns its subject round.
bool Clauses::fronted_denial(NodeId phrase) const {
  const auto next = tree_.reach(phrase).last;
  const auto no = tree_.child(phrase, Relation::det);
  if (no == no_word || !is(no, WordKind::negation) || next >= tree_.size()) return false;
  const auto relation = tree_[phrase].relation;  // a subject, where the parser is mistaken
  return (relation == Relation::obl || is_subject(relation)) &&
         tree_.has(phrase, Relation::case_mark) &&
         (tree_[next].part == PartOfSpeech::auxiliary || verbal(next));
}

/// "The claim that Kenya is a member": what a noun before "that" makes of what it tells, wherever
/// the parser hung the clause. The frames' words name the two in pairs.
std::optional<Standing> Clauses::as_told(NodeId node) const {
  for (auto that = node; that-- > 1;) {
    if (!is(that, WordKind::content)) continue;
    auto noun = that - 1;
    if (tree_[noun].part == PartOfSpeech::punctuation) {  // "the report, which many saw, that"
      while (noun > 1 && tree_[noun - 1].part != PartOfSpeech::punctuation) --noun;
      noun = noun > 1 ? noun - 2 : 0;
    }
    const auto found = frames_.pair_governors.find({tree_[noun].word, tree_[that].word});
    if (found == frames_.pair_governors.end()) return std::nullopt;
    if (found->second != Standing::asserted) return found->second;
    // "denied the report that": where the walk upwards does not come to it itself
    const auto head = tree_[noun].head;
    const bool denied = head != no_word && governor(head) == Standing::denied;
    for (auto n = node; denied && n != no_word && !told_apart(n); n = tree_[n].head) {
      if (tree_[n].head == noun) return std::nullopt;
    }
    return denied ? std::optional(Standing::denied) : std::nullopt;
  }
  return std::nullopt;
}

/// "Had it joined, ...", "Should it join, ...", "Has it joined?".
bool Clauses::inverted(NodeId node) const {
  const auto subject = own_subject(node);
  const auto first = tree_.reach(node).first;
  if (subject == no_word || (tree_[node].relation != Relation::advcl && first != 0)) return false;
  if (tree_[first].head != node) return false;  // "Having been invited, Kenya joined"
  return (tree_[first].relation == Relation::aux || tree_[first].relation == Relation::cop) &&
         first < subject;
}

/// "rumours that it joined": no relative clause, whatever the parser says.
bool Clauses::tells_content(NodeId clause) const {
  const auto own = own_subject(clause);
  const bool whole =
      tree_.has(clause, Relation::obj) || tree_.has(clause, Relation::cop) || content(clause);
  return tree_[clause].relation == Relation::acl_relcl && whole && own != no_word &&
         own != tree_[clause].head && (content(clause) || lends(tree_[clause].head, false));
}

/// What the word above makes of it; nothing of what is done already: "decisions taken during".
std::optional<Standing> Clauses::turned_by_head(NodeId node) const {
  const auto& word = tree_[node];
  const bool done = word.relation == Relation::acl && word.form != VerbForm::base &&
                    word.form != VerbForm::gerund && verbal(node) && !content(node) &&
                    !tree_.has(node, Relation::mark) && !tree_.has(node, Relation::aux_pass);
  if (done) return std::nullopt;
  return governor(word.head);
}

}  // namespace attache
