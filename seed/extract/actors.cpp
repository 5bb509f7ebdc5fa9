// SPDX-License-Identifier: MIT
#include "seed/extract/actors.h"

#include <algorithm>
#include <optional>

#include "seed/extract/tree_words.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// No name that covers a head word begins farther before it.
constexpr std::uint32_t longest_name = 8;
/// No more steps lead from a cue to the clause that has its subject.
constexpr int longest_way = 12;

class Actor {
 public:
  Actor(const Analysis& analysis, const SentenceTree& tree, TokenRange cue, TokenRange aim,
        const ActorWords& words)
      : a_(analysis), tree_(tree), cue_(cue), aim_(aim), words_(words) {}

  std::string run() const {
    auto n = tree_.head_of(cue_.first, cue_.last);
    if (n == no_word) return {};
    if (const auto wanting = subject_in_cue(); !wanting.empty()) return wanting;
    if (noun(n)) {
      if (const auto has = owner(n)) return acts(*has);
      if (const auto agent = agent_of(n)) return acts(*agent);
    }
    for (int step = 0; n != no_word && step < longest_way; ++step) {
      if (const auto subject = subject_of(n)) {
        if (within(*subject, aim_)) return {};
        auto who = acts(*subject);
        return who.empty() ? told_by(n, *subject) : who;
      }
      const auto head = tree_[n].head;
      if (head == no_word) return {};
      // "accuses Chad of seeking to", but not "condemns terror and seeks to"
      const auto tie = tree_[n].relation;
      const bool tied = tie == Relation::advcl || tie == Relation::obl || tie == Relation::xcomp;
      if (tied && words_.charges.contains(tree_[head].token)) {
        const auto object = tree_.child(head, Relation::obj);
        if (object != no_word && object < n) return acts(object);
      }
      switch (tree_[n].relation) {
        case Relation::nsubj:
        case Relation::nsubj_pass:
        case Relation::csubj:
        case Relation::ccomp: return {};
        case Relation::acl:
        case Relation::acl_relcl:
          if (noun(head)) return told_of(head);
          break;
        case Relation::xcomp:
          if (const auto object = tree_.child(head, Relation::obj);
              object != no_word && object < n) {
            if (auto who = acts(object); !who.empty()) return who;
          }
          break;
        default: break;
      }
      n = head;
    }
    return {};
  }

 private:
  using Node = std::optional<NodeId>;

  /// "The Danish envoy said that his country": whose it is, says the subject of the clause above.
  std::string told_by(NodeId clause, NodeId subject) const {
    const auto owner_word = tree_.child(subject, Relation::nmod_poss);
    if (!words_.agents.contains(tree_[subject].token) || owner_word == no_word ||
        tree_[owner_word].part != PartOfSpeech::pronoun)
      return {};
    for (int step = 0; clause != no_word && step < longest_way; ++step) {
      const auto head = tree_[clause].head;
      if (head == no_word) return {};
      if (tree_[clause].relation == Relation::ccomp) {
        const auto teller = subject_of(head);
        if (!teller) return {};
        if (auto who = acts(*teller); !who.empty()) return who;
        const auto whose = owner(*teller);
        return whose ? acts(*whose) : std::string();
      }
      clause = head;
    }
    return {};
  }

  /// "what we want is": the cue holds its own subject.
  std::string subject_in_cue() const {
    for (auto t = cue_.first; t < cue_.last; ++t) {
      const auto n = tree_.at(t);
      if (n == no_word || !is_subject(tree_[n].relation)) continue;
      if (auto who = acts(n); !who.empty()) return who;
    }
    return {};
  }

  bool noun(NodeId n) const {
    return tree_[n].part == PartOfSpeech::noun || tree_[n].part == PartOfSpeech::proper;
  }

  bool within(NodeId n, TokenRange range) const {
    return tree_[n].token >= range.first && tree_[n].token < range.last;
  }

  /// "Kenya's", "our", "of the Union", "American"; nothing where "its" stands for the subject.
  Node owner(NodeId n) const {
    for (const auto c : tree_.children(n)) {
      if (within(c, aim_)) continue;
      switch (tree_[c].relation) {
        case Relation::nmod_poss:
          if (tree_[c].part != PartOfSpeech::pronoun || !acts(c).empty()) return c;
          break;
        case Relation::nmod:
          if (has_owner_tie(c)) return c;
          [[fallthrough]];
        case Relation::amod:
        case Relation::compound:
          if (c < n && !acts(c).empty()) return c;
          break;
        default: break;
      }
    }
    return std::nullopt;
  }

  bool has_owner_tie(NodeId n) const {
    const auto ties = [&](NodeId c) { return is(a_, tree_[c].token, PhraseRole::owner); };
    return tie_of(tree_, n, ties) != no_word;
  }

  /// "efforts made by Chad", "the efforts they make"
  Node agent_of(NodeId n) const {
    for (const auto c : tree_.children(n)) {
      if (tree_[c].relation != Relation::acl && tree_[c].relation != Relation::acl_relcl) continue;
      if (const auto agent = tree_.child(c, Relation::obl_agent); agent != no_word) return agent;
      const auto subject = tree_.child(c, Relation::nsubj);
      if (subject != no_word && !within(subject, aim_) && !relative(subject)) return subject;
    }
    return std::nullopt;
  }

  bool relative(NodeId n) const {
    return a_.is_class(tree_[n].token, WordClass::relative) ||
           is(a_, tree_[n].token, PhraseRole::that);
  }

  /// The subject of a verb or a predicate that is not the cue itself; what a relative clause tells
  /// of has told_of().
  Node subject_of(NodeId n) const {
    if (const auto head = tree_[n].head; head != no_word && head < n) {
      if (const auto first = antecedent_in(head)) return first;
    }
    for (const auto c : tree_.children(n)) {
      if (c < n && !is_subject(tree_[c].relation)) {
        if (const auto first = antecedent_in(c)) return first;
      } else if (is_subject(tree_[c].relation) && !within(c, cue_) && !relative(c)) {
        return c;
      }
    }
    return std::nullopt;
  }

  /// "Mali, which has chosen peace, intends to": the parser may hang Mali on the wrong verb, beside
  /// "which".
  Node antecedent_in(NodeId clause) const {
    Node named;
    for (const auto c : tree_.children(clause)) {
      if (!is_subject(tree_[c].relation)) continue;
      if (relative(c)) return named;
      named = c;
    }
    return std::nullopt;
  }

  /// "Mali, determined to", "a country whose aim is to"
  std::string told_of(NodeId n) const {
    if (auto who = acts(n); !who.empty()) return who;
    if (const auto has = owner(n)) return acts(*has);
    if (const auto subject = subject_of(n)) return acts(*subject);
    return {};
  }

  /// Who the word stands for: the speaker, a name, or a state whose government it is.
  std::string acts(NodeId n) const {
    const auto t = tree_[n].token;
    if (words_.speakers.contains(t)) return a_.own_state(t);
    if (auto named = named_at(t); !named.empty()) return named;
    if (!words_.agents.contains(t)) return {};
    for (const auto c : tree_.children(n)) {
      if (words_.speakers.contains(tree_[c].token)) return a_.own_state(t);
      if (auto named = named_at(tree_[c].token); !named.empty()) return named;
    }
    return {};
  }

  /// The state or body whose name covers the token.
  std::string named_at(std::uint32_t token) const {
    const auto first = token > longest_name ? token - longest_name : 0;
    for (auto t = first; t <= token; ++t) {
      for (const auto kind :
           {NameKind::body, NameKind::country, NameKind::adjective, NameKind::demonym}) {
        const auto* match = a_.names.at(t, kind, a_.lexicon.names);
        if (match == nullptr || match->last <= token) continue;
        const auto entry = a_.name(*match).entry;
        return kind == NameKind::body ? a_.lexicon.bodies[entry].slug
                                      : a_.lexicon.countries[entry].iso3;
      }
    }
    return {};
  }

  const Analysis& a_;
  const SentenceTree& tree_;
  TokenRange cue_, aim_;
  const ActorWords& words_;
};

}  // namespace

std::string actor_of(const Analysis& a, TokenRange cue, TokenRange aim, std::uint32_t sentence,
                     const ActorWords& words) {
  const auto& tree = a.tree(sentence);
  return tree.empty() ? std::string() : Actor(a, tree, cue, aim, words).run();
}

}  // namespace attache
