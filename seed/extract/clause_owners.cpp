// SPDX-License-Identifier: MIT
// Whose a noun of a clause is: possessors, and those of the words that only lend themselves to it.
#include <algorithm>

#include "seed/extract/clauses.h"

namespace attache {
namespace {

/// Nouns within nouns: no sentence that says something goes deeper.
constexpr int deepest = 8;

}  // namespace

/// The likeliest of a noun's possessors: no attribute ("our permanent aim"), no time ("this year").
NodeId Clauses::possessor(NodeId noun) const {
  const auto all = possessors(noun);
  const auto found = std::ranges::find_if(all, [&](NodeId p) {
    const bool time = tree_[p].relation == Relation::nmod && tree_[p].head == noun &&
                      !tree_.has(p, Relation::case_mark);
    return tree_[p].part != PartOfSpeech::adjective && !time;
  });
  if (found != all.end()) return *found;
  return all.empty() ? no_word : all.front();
}

std::vector<NodeId> Clauses::possessors(NodeId noun, bool cultivated) const {
  std::vector<NodeId> out;
  possessors(noun, cultivated, out, 0);
  return out;
}

void Clauses::possessors(NodeId noun, bool cultivated, std::vector<NodeId>& out, int depth) const {
  if (depth > deepest) return;
  for (const auto relation :
       {Relation::nmod_poss, Relation::compound, Relation::amod, Relation::nmod}) {
    for (const auto c : tree_.children(noun)) {
      if (tree_[c].relation != relation) continue;
      out.push_back(antecedent(c));
      if (const auto other = paired(c); other != no_word) out.push_back(other);
    }
  }
  lent(noun, cultivated, out, depth);
}

NodeId Clauses::paired(NodeId name) const {
  for (const auto c : tree_.children(name)) {
    const auto relation = tree_[c].relation;
    const bool joined = relation == Relation::compound || relation == Relation::flat ||
                        relation == Relation::conj || relation == Relation::appos;
    const auto hyphen = std::max(c, name) - 1;
    if (joined && std::min(c, name) + 1 == hyphen &&
        tree_[hyphen].part == PartOfSpeech::punctuation)
      return c;
  }
  return no_word;
}

/// A verb or a noun that says little but how the noun stands: "holds", "applied for", "process of".
bool Clauses::lends(NodeId word, bool cultivated) const {
  if (is(word, WordKind::advocacy)) return false;
  return is(word, WordKind::light_verb) || is(word, WordKind::bridge) ||
         is(word, WordKind::capacity) || (cultivated && is(word, WordKind::cultivation)) ||
         frames_.governors.contains(tree_[word].word);
}

/// Whoever a passive verb is said of has what the noun names.
bool Clauses::gets(NodeId verb, NodeId noun) const {
  return tree_.has(noun, Relation::case_mark) ? is(verb, WordKind::investiture)
                                              : is(verb, WordKind::light_verb);
}

void Clauses::lent(NodeId noun, bool cultivated, std::vector<NodeId>& out, int depth) const {
  if (tree_.has(noun, Relation::cop)) {  // "Our goal is membership"
    if (const auto aim = own_subject(noun); aim != no_word && lends(aim, cultivated))
      possessors(aim, cultivated, out, depth + 1);
  }
  const auto head = tree_[noun].head;
  if (head == no_word) return;
  switch (tree_[noun].relation) {
    case Relation::nsubj:
      // "Partnership with it is our principle".
      if (tree_.has(head, Relation::cop)) possessors(head, cultivated, out, depth + 1);
      return;
    case Relation::acl:
    case Relation::nmod:
    case Relation::compound:
      // "Palestine's request for membership", supported by others
      if (lends(head, cultivated) || (!verbal(head) && tree_.has(head, Relation::nmod_poss) &&
                                      governor(head) == Standing::wished))
        possessors(head, cultivated, out, depth + 1);
      return;
    case Relation::obj:
    case Relation::nsubj_pass:
    case Relation::obl:
    case Relation::xcomp: {
      if (!verbal(head) && is(head, WordKind::engaged)) {
        const auto who = subject(head);  // "was instrumental in the creation"
        if (who != no_word) out.push_back(who);
        return;
      }
      // "was elected to the presidency", "was accorded observer status"
      if (verbal(head) && passive(head) && gets(head, noun)) {
        if (const auto who = subject(head); who != no_word) out.push_back(who);
        return;
      }
      if (!verbal(head) || !lends(head, cultivated)) return;
      auto who = agent(head);
      if (who == no_word && frames_.governors.contains(tree_[head].word))
        who = subject(head);  // "our policy is aimed at"
      if (who != no_word && who != noun) out.push_back(who);
      return;
    }
    default: return;
  }
}

}  // namespace attache
