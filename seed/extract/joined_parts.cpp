// SPDX-License-Identifier: MIT
#include "seed/extract/joined_parts.h"

#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// Asks the tree about one place where two parts meet.
class Meeting {
 public:
  Meeting(const Analysis& analysis, TokenRange phrase, TokenRange left, TokenRange right)
      : a_(analysis),
        tree_(analysis.tree(analysis.sentence_of[phrase.first])),
        phrase_(phrase),
        left_(left),
        right_(right) {}

  bool keeps() const {
    if (tree_.empty()) return false;
    for (auto t = right_.first; t < right_.last; ++t) {
      const auto n = tree_.at(t);
      if (n == no_word || tree_[n].token != t || !crosses(n)) continue;
      const auto first = first_joined(n);
      return shared_behind(first, n) || object_shared(first, n) || bound(first);
    }
    return false;
  }

 private:
  bool verb(NodeId n) const { return tree_[n].part == PartOfSpeech::verb; }
  bool inside(NodeId n) const {
    return tree_[n].token >= phrase_.first && tree_[n].token < phrase_.last;
  }

  /// Joined to a word before the separator.
  bool crosses(NodeId n) const {
    const auto head = tree_[n].head;
    return tree_[n].relation == Relation::conj && head < n && inside(head) &&
           tree_[head].token < left_.last;
  }

  NodeId first_joined(NodeId n) const {
    while (tree_[n].relation == Relation::conj && tree_[n].head != no_word && inside(tree_[n].head))
      n = tree_[n].head;
    return n;
  }

  /// "universal and complete disarmament", "A and B are able".
  bool shared_behind(NodeId first, NodeId second) const {
    const auto head = tree_[first].head;
    return head != no_word && head > second && inside(head) &&
           tree_[first].relation != Relation::conj;
  }

  /// "to minimize and overcome its consequences": the first verb ends its part without an object.
  bool object_shared(NodeId first, NodeId second) const {
    if (!verb(first) || !verb(second) || tree_[first].token + 1 != left_.last) return false;
    return tree_[first].token > phrase_.first && !tree_.has(first, Relation::obl);
  }

  /// On the way up from the first of the joined words to the aim's own head stands a word that
  /// binds all behind it.
  bool bound(NodeId first) const {
    const auto top = tree_.head_of(phrase_.first, phrase_.last);
    for (auto n = first; n != no_word && n != top && inside(n); n = tree_[n].head) {
      if (tied_fast(n)) return true;
      const auto head = tree_[n].head;
      const bool made_to =
          verb(n) && head != no_word && inside(head) &&
          (tree_[n].relation == Relation::xcomp || tree_[n].relation == Relation::ccomp ||
           tree_[n].relation == Relation::advcl);
      if (made_to && is(a_, tree_[head].token, PhraseRole::enables)) return true;
    }
    return false;
  }

  bool tied_fast(NodeId n) const {
    for (const auto c : tree_.children(n)) {
      if (c > n) break;
      const auto relation = tree_[c].relation;
      if ((relation == Relation::mark || relation == Relation::case_mark) && inside(c) &&
          is(a_, tree_[c].token, PhraseRole::binds))
        return true;
    }
    return false;
  }

  const Analysis& a_;
  const SentenceTree& tree_;
  TokenRange phrase_, left_, right_;
};

}  // namespace

bool kept_together(const Analysis& analysis, TokenRange phrase, TokenRange left, TokenRange right) {
  return Meeting(analysis, phrase, left, right).keeps();
}

bool described_behind(const Analysis& a, std::uint32_t t) {
  const auto& tree = a.tree(a.sentence_of[t]);
  const auto n = tree.empty() || t == 0 ? no_word : tree.at(t - 1);
  if (n == no_word || tree[n].head == no_word) return false;
  const bool describes =
      tree[n].relation == Relation::amod || tree[n].relation == Relation::compound;
  return describes && tree[tree[n].head].token > t;
}

bool no_verb_joined(const Analysis& a, std::uint32_t t) {
  const auto& tree = a.tree(a.sentence_of[t]);
  const auto n = tree.empty() ? no_word : tree.at(t);
  return n != no_word && tree[n].part == PartOfSpeech::adjective &&
         tree[n].relation != Relation::conj && tree[n].relation != Relation::root;
}

}  // namespace attache
