// SPDX-License-Identifier: MIT
#include "seed/extract/aim_polarity.h"

#include <algorithm>

#include "seed/extract/tree_words.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// A walk up from the cue to what its clause depends on.
class Above {
 public:
  Above(const Analysis& analysis, const SentenceTree& tree, TokenRange cue,
        const std::set<std::uint32_t>& disowning)
      : a_(analysis), tree_(tree), cue_(cue), disowning_(disowning) {}

  bool disclaims(NodeId unit) const {
    bool turned = false;  // "never abandon our efforts": the "never" is spent
    bool told = false;    // "the idea that they seek": what is said of the idea is said of it
    for (auto n = unit; n != no_word;) {
      if ((!turned && denied(n)) || supposed(n) || any_at_all(n)) return true;
      if (told && any(n)) return true;  // "any sign that they seek"
      turned = false;
      const auto head = tree_[n].head;
      if (head == no_word) return false;
      if (disowning_.contains(tree_[head].token) && (spoken_of(n) || (told && said_to_be(n)))) {
        if (!denied(head)) return !disowned(head);
        turned = true;
        n = head;
        continue;
      }
      if (told_beside(n)) return denied(head) || inverted(head);
      if (!shares_polarity(n)) return told_with(n) && supposed(head);
      told = tree_[n].relation != Relation::nmod && (tied_by_that(n) || whole_clause(n));
      n = head;
    }
    return false;
  }

 private:
  /// Left of the word it denies, and no part of the cue: "spared no effort".
  bool negation(NodeId n) const {
    const auto t = tree_[n].token;
    return (t < cue_.first || t >= cue_.last) && a_.is_class(t, WordClass::negation) &&
           !is(a_, t + 1, PhraseRole::only);
  }

  bool negation_below(NodeId n) const {
    const auto below = tree_.children(n);
    return negation(n) || std::any_of(below.begin(), below.end(), [&](NodeId c) {
             return tree_[c].relation != Relation::conj && negation(c);
           });
  }

  /// "not", "no", "cannot", "no longer"; "nobody" or "no people" as subject.
  bool denied(NodeId n) const {
    for (const auto c : tree_.children(n)) {
      if (c > n) break;
      switch (tree_[c].relation) {
        case Relation::aux:
        case Relation::det:
        case Relation::cc:
        case Relation::case_mark:
          if (negation(c)) return true;
          [[fallthrough]];
        case Relation::amod:
          if (is(a_, tree_[c].token, PhraseRole::scarce) && !indefinite(n)) return true;
          break;
        case Relation::advmod:
        case Relation::nsubj:
        case Relation::nsubj_pass:
          if (negation_below(c)) return true;
          break;
        default: break;
      }
    }
    return false;
  }

  /// "if we attempt", "might attempt", "far from seeking", "rarely seeks"; "had they sought", "do
  /// they seek?".
  bool supposed(NodeId n) const {
    for (const auto c : tree_.children(n)) {
      if (c > n) break;
      switch (tree_[c].relation) {
        case Relation::mark:
        case Relation::case_mark:
        case Relation::advmod:
        case Relation::aux:
          if (disowning_.contains(tree_[c].token)) return true;
          break;
        default: break;
      }
    }
    return inverted(n);
  }

  /// "had they sought", "do they seek?"
  bool inverted(NodeId n) const {
    bool inverted = false, opening = true;
    for (const auto c : tree_.children(n)) {
      if (c > n) break;
      const auto relation = tree_[c].relation;
      if (relation == Relation::aux || relation == Relation::cop) inverted = inverted || opening;
      if (is_subject(relation) && inverted) return true;
      opening = opening && opens(c);
    }
    return false;
  }

  /// What may stand before the verb of a question: "Or will it", "How will we",
  /// "What do they".
  bool opens(NodeId n) const {
    const auto relation = tree_[n].relation;
    if (relation == Relation::cc || relation == Relation::punct) return true;
    const bool asked =
        relation == Relation::advmod || relation == Relation::obj || relation == Relation::obl;
    return asked && a_.raw(tree_[tree_.size() - 1].token) == "?";
  }

  /// "should any attempt be made to", "an attempt by any force to ... will be resisted".
  bool any_at_all(NodeId n) const {
    return (any(n) && is_subject(tree_[n].relation)) ||
           std::ranges::any_of(tree_.children(n), [&](NodeId c) {
             return c > n && tree_[c].relation == Relation::nmod && any(c);
           });
  }

  bool any(NodeId n) const {
    const auto det = tree_.child(n, Relation::det);
    return det != no_word && disowning_.contains(tree_[det].token);
  }

  /// "a little"
  bool indefinite(NodeId n) const {
    const auto det = tree_.child(n, Relation::det);
    return det != no_word && is(a_, tree_[det].token, PhraseRole::indefinite);
  }

  /// "with the aim of", "in an attempt to": of the verb that it stands beside.
  bool told_beside(NodeId n) const {
    const auto adverbial = [&](NodeId c) { return is(a_, tree_[c].token, PhraseRole::adverbial); };
    return tree_[n].relation == Relation::obl && tree_.has(n, Relation::det) &&
           tie_of(tree_, n, adverbial) != no_word;
  }

  /// Subject or object: what is only supposed of the verb is supposed of it.
  bool told_with(NodeId n) const {
    return tree_[n].head != no_word &&
           (is_subject(tree_[n].relation) || tree_[n].relation == Relation::obj);
  }

  /// "It would be wrong to abandon our efforts": what gives them up is disowned itself.
  bool disowned(NodeId n) const {
    const auto head = tree_[n].head;
    return head != no_word && disowning_.contains(tree_[head].token) && spoken_of(n) &&
           !denied(head);
  }

  /// "The idea is a myth"
  bool said_to_be(NodeId subject) const {
    return is_subject(tree_[subject].relation) && tree_.has(tree_[subject].head, Relation::cop);
  }

  /// "a misconception that they seek to rule it": told whole, so no relative clause.
  bool whole_clause(NodeId n) const {
    if (tree_[n].relation != Relation::acl_relcl) return false;
    bool that = false, own = false, passive = false;
    for (const auto c : tree_.children(n)) {
      const bool word = is(a_, tree_[c].token, PhraseRole::that);
      that = that || (word && c < n);
      own = own || (is_subject(tree_[c].relation) && !word);
      passive = passive || (tree_[c].relation == Relation::nsubj_pass && !word);
    }
    if (that && passive) return true;  // "any sign that they are committed"
    auto last = n;
    while (tree_.has(last, Relation::xcomp)) last = tree_.child(last, Relation::xcomp);
    return that && own && last != n &&
           (tree_.has(last, Relation::obj) || tree_.has(last, Relation::obl) ||
            tree_.has(last, Relation::ccomp));
  }

  /// Whether the head speaks of the word and of what it heads.
  bool spoken_of(NodeId n) const {
    switch (tree_[n].relation) {
      case Relation::ccomp:
      case Relation::xcomp:
      case Relation::csubj:
      case Relation::obj:
      case Relation::nsubj_pass:
      case Relation::acl: return true;
      case Relation::acl_relcl: return whole_clause(n);
      case Relation::advcl: return tied_by_that(n) || to_of(a_, tree_, n) != no_word;
      default: return false;
    }
  }

  bool tied_by_that(NodeId n) const {
    const auto that = [&](NodeId c) { return is(a_, tree_[c].token, PhraseRole::that); };
    return tie_of(tree_, n, that) != no_word;
  }

  /// Whether what is said of the head holds for the word, too.
  bool shares_polarity(NodeId n) const {
    switch (tree_[n].relation) {
      case Relation::ccomp:
      case Relation::xcomp:
      case Relation::acl: return true;
      case Relation::nmod: return true;
      case Relation::acl_relcl: return whole_clause(n);
      default: return false;
    }
  }

  const Analysis& a_;
  const SentenceTree& tree_;
  TokenRange cue_;
  const std::set<std::uint32_t>& disowning_;
};

}  // namespace

bool disclaimed(const Analysis& analysis, const SentenceTree& tree, TokenRange cue,
                const std::set<std::uint32_t>& disowning) {
  const auto unit = tree.empty() ? no_word : tree.head_of(cue.first, cue.last);
  return unit != no_word && Above(analysis, tree, cue, disowning).disclaims(unit);
}

}  // namespace attache
