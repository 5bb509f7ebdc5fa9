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
    const auto unit = tree_.head_of(cue_.first, cue_.last);
    if (unit == no_word) return {};
    if (const auto wanting = subject_in_cue(); !wanting.empty()) return wanting;
    if (noun(unit)) {
      if (const auto has = owner(unit)) return owns(unit, *has);
      if (const auto agent = agent_of(unit)) return acts(*agent);
    }
    return above(unit).value_or(owner_in_cue());
  }

 private:
  using Node = std::optional<NodeId>;

  /// Of the first clause from the word upwards that has a subject; nothing where none has one.
  std::optional<std::string> above(NodeId n) const {
    for (int step = 0; n != no_word && step < longest_way; ++step) {
      if (const auto subject = subject_of(n)) {
        if (within(*subject, aim_)) return std::string();
        auto who = acts(*subject);
        return who.empty() ? told_by(n, *subject) : who;
      }
      const auto head = tree_[n].head;
      if (head == no_word) return std::nullopt;
      // "accuses Chad of seeking to", but not "condemns terror and seeks to"
      const auto tie = tree_[n].relation;
      const bool tied = tie == Relation::advcl || tie == Relation::obl || tie == Relation::xcomp;
      if (tied && words_.charges.contains(tree_[head].token)) {
        const auto object = tree_.child(head, Relation::obj);
        if (object != no_word && object < n) return acts(object);
      }
      switch (tree_[n].relation) {
        case Relation::nsubj:
          if (of_anaphor(n)) break;  // "Chad went on to war, its aim being to"
          return std::nullopt;
        case Relation::ccomp:
          if (joined(n) || parted(n)) break;
          return std::string();
        case Relation::nsubj_pass:
        case Relation::csubj: return std::string();
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
    return std::nullopt;
  }

  /// "seeks, and will continue to seek,": no complement of the verb before it, whatever the parser
  /// makes of it.
  bool joined(NodeId verb) const {
    const auto joint = tree_.child(verb, Relation::cc);
    return joint != no_word && joint < verb && !tree_.has(verb, Relation::mark);
  }

  /// "has, however, sought": of the auxiliary, which the parser may take for a verb.
  bool parted(NodeId verb) const {
    const auto head = tree_[verb].head;
    return a_.is_class(tree_[head].token, WordClass::auxiliary) && head < verb &&
           !tree_.has(verb, Relation::mark);
  }

  /// "its", "their"
  bool of_anaphor(NodeId n) const {
    const auto whose = tree_.child(n, Relation::nmod_poss);
    return whose != no_word && tree_[whose].part == PartOfSpeech::pronoun && acts(whose).empty();
  }

  /// Whose the noun is; of "our" in a speech that a sentence quotes, whoever says it.
  std::string owns(NodeId n, NodeId has) const {
    auto who = acts(has);
    const auto head = tree_[n].head;
    if (!who.empty() || tree_[n].relation != Relation::ccomp || head == no_word ||
        !words_.speakers.contains(tree_[has].token))
      return who;
    const auto teller = subject_of(head);
    return teller ? acts(*teller) : std::string();
  }

  /// "on the agenda of the Maltese Government stands", "attention is paid by the Maltese
  /// authorities to", "Malta's focus remains on": where no clause has a subject but the cue.
  std::string owner_in_cue() const {
    for (auto t = cue_.first; t < cue_.last; ++t) {
      const auto n = tree_.at(t);
      if (n == no_word) continue;
      const auto relation = tree_[n].relation;
      const bool tied = relation == Relation::nmod_poss || relation == Relation::obl_agent ||
                        (relation == Relation::nmod && has_owner_tie(n));
      if (auto who = tied ? acts(n) : std::string(); !who.empty()) return who;
      const auto has = is_subject(relation) ? owner(n) : std::nullopt;
      if (auto who = has ? acts(*has) : std::string(); !who.empty()) return who;
    }
    return {};
  }

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
          if (tree_[c].part != PartOfSpeech::pronoun || !acts(c).empty() ||
              words_.speakers.contains(tree_[c].token))
            return c;
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
    return apart(n);
  }

  /// "Chad has, however, sought": below the auxiliary; "The Union, in its fight, is committed": by
  /// itself before the verb.
  Node apart(NodeId verb) const {
    for (const auto c : tree_.children(verb)) {
      if (c > verb) break;
      const auto relation = tree_[c].relation;
      const bool alone = relation == Relation::other || relation == Relation::vocative;
      if (alone && tree_[c].part == PartOfSpeech::proper && !within(c, cue_) && !acts(c).empty())
        return c;
      const auto subject = tree_.child(c, Relation::nsubj);
      if (relation == Relation::aux && subject != no_word && !within(subject, cue_)) return subject;
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
      const bool whose = tree_[c].relation == Relation::nmod_poss && relative(c);
      if (auto named = named_at(whose ? before_comma(tree_[c].token) : tree_[c].token);
          !named.empty())
        return named;
    }
    return own_cabinet(t) ? a_.own_state(t) : std::string();
  }

  /// "Mali, whose Government": the name before the comma.
  std::uint32_t before_comma(std::uint32_t t) const {
    if (t > 0) --t;
    return t > 0 && comma(a_, t) ? t - 1 : t;
  }

  /// "The Government": of the document's own state, where neither its sentence nor the one before
  /// names another.
  bool own_cabinet(std::uint32_t t) const {
    if (t == 0 || !a_.tokens[t].capital || !is(a_, t, PhraseRole::cabinet) ||
        word_at(a_, t - 1) != a_.lexicon.little.the)
      return false;
    const auto sentence = a_.sentence_of[t];
    const auto& own = a_.own_state(t);
    const auto last = a_.sentences[sentence].last;
    for (auto i = a_.sentences[sentence > 0 ? sentence - 1 : 0].first; i < last; ++i) {
      for (const auto kind : {NameKind::country, NameKind::adjective, NameKind::demonym}) {
        const auto* match = a_.names.at(i, kind, a_.lexicon.names);
        if (match != nullptr && a_.lexicon.countries[a_.name(*match).entry].iso3 != own)
          return false;
      }
    }
    return true;
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
