// SPDX-License-Identifier: MIT
#include "seed/extract/aim_clauses.h"

#include <algorithm>

#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

class OtherClause {
 public:
  OtherClause(const Analysis& analysis, const SentenceTree& tree, TokenRange phrase)
      : a_(analysis), tree_(tree), phrase_(phrase), head_(tree.at(phrase.first)) {
    while (head_ != no_word && tree_[head_].head != no_word && inside(tree_[head_].head))
      head_ = tree_[head_].head;
  }

  /// Its first token, or the phrase's end.
  std::uint32_t begin() const {
    if (head_ == no_word) return phrase_.last;
    for (auto t = phrase_.first + 1; t < phrase_.last; ++t) {
      const auto n = tree_.at(t);
      if (n == no_word || n == head_) continue;
      const auto first = clause_at(n);
      if (first > phrase_.first && first < phrase_.last) return first;
    }
    return phrase_.last;
  }

 private:
  bool inside(NodeId n) const {
    return tree_[n].token >= phrase_.first && tree_[n].token < phrase_.last;
  }

  /// Where the clause begins that the word heads or is the subject of, or the phrase's end.
  std::uint32_t clause_at(NodeId n) const {
    const auto first = tree_[tree_.reach(n).first].token;
    switch (tree_[n].relation) {
      case Relation::nsubj:
      case Relation::nsubj_pass: return beside(n, first) ? first : phrase_.last;
      case Relation::acl_relcl:
        if (comma(a_, first) || a_.is_class(first, WordClass::preposition)) return first;
        break;
      default: break;
    }
    return subject_before(n) ? predicate_begin(n) : phrase_.last;
  }

  bool beside(NodeId subject, std::uint32_t first) const {
    const auto verb = tree_[subject].head;
    const bool parted = first > 0 && (comma(a_, first - 1) || coordinator(a_, first - 1) ||
                                      subject_pronoun(a_, first));
    return parted && verb > subject && !tree_.below(verb, head_);
  }

  bool subject_before(NodeId n) const {
    for (const auto c : tree_.children(n)) {
      if (tree_[c].token >= phrase_.first) return false;
      if (is_subject(tree_[c].relation)) return true;
    }
    return false;
  }

  /// With its auxiliaries, or the "to" before it.
  std::uint32_t predicate_begin(NodeId n) const {
    auto first = tree_[n].token;
    for (const auto c : tree_.children(n)) {
      const auto relation = tree_[c].relation;
      const bool verbal = relation == Relation::aux || relation == Relation::aux_pass ||
                          relation == Relation::cop || relation == Relation::mark;
      if (verbal && tree_[c].token > phrase_.first) first = std::min(first, tree_[c].token);
    }
    return first;
  }

  const Analysis& a_;
  const SentenceTree& tree_;
  TokenRange phrase_;
  NodeId head_;
};

/// Whether its subject stands behind `head` and before `token`.
bool subject_between(const SentenceTree& tree, NodeId verb, NodeId head, std::uint32_t token) {
  return std::ranges::any_of(tree.children(verb), [&](NodeId c) {
    const auto relation = tree[c].relation;
    return (relation == Relation::nsubj || relation == Relation::nsubj_pass) && c > head &&
           tree[c].token < token;
  });
}

}  // namespace

bool of_clause_within(const Analysis& a, std::uint32_t first, std::uint32_t token) {
  const auto& tree = a.tree(a.sentence_of[first]);
  const auto opening = tree.empty() ? no_word : tree.at(first);
  auto n = opening == no_word ? no_word : tree.at(token);
  if (n == no_word) return false;
  const auto relation = tree[n].relation;
  if (relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop)
    n = tree[n].head;
  if (n == no_word || tree[n].head == no_word) return false;
  const auto head = tree[n].head;
  if (tree[n].relation == Relation::ccomp)
    return head == opening && a.is_class(first, WordClass::verb_base) &&
           subject_between(tree, n, head, token);
  return tree[n].relation == Relation::acl_relcl && head > opening &&
         subject_between(tree, n, head, token);
}

TokenRange before_other_clause(const Analysis& a, TokenRange phrase) {
  return {phrase.first, OtherClause(a, a.tree(a.sentence_of[phrase.first]), phrase).begin()};
}

}  // namespace attache
