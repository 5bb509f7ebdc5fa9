// SPDX-License-Identifier: MIT
#include "seed/extract/aim_places.h"

#include <algorithm>

#include "seed/extract/tree_words.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// So far below a noun whoever has it may hide its complement ("the efforts of the
/// Secretary-General of the United Nations to").
constexpr int owner_depth = 3;
/// So far behind its cue an aim may begin.
constexpr std::uint32_t farthest_place = 32;
/// Tokens of a clause that breaks a quotation and says whose words it is: ", she told the
/// Assembly,".
constexpr std::uint32_t longest_telling = 24;
constexpr std::string_view quotes = "\"“”«»";

class Places {
 public:
  Places(const Analysis& analysis, const SentenceTree& tree, NodeId unit)
      : a_(analysis), tree_(tree), unit_(unit) {}

  std::vector<PlacedAim> run(const std::vector<AimPlace>& places) {
    const auto carriers = carriers_of();
    for (const auto& place : places) {
      switch (place.kind) {
        case AimPlace::Kind::infinitive: infinitive(carriers); break;
        case AimPlace::Kind::object: object(); break;
        case AimPlace::Kind::subject: subject(); break;
        case AimPlace::Kind::predicate: predicate(); break;
        case AimPlace::Kind::clause: clause(carriers); break;
        case AimPlace::Kind::oblique: oblique(carriers, place.preposition); break;
      }
    }
    return std::move(found_);
  }

 private:
  bool noun() const {
    return tree_[unit_].part == PartOfSpeech::noun || tree_[unit_].part == PartOfSpeech::proper;
  }

  /// The words below which a complement of the unit may hang: itself, a verb that carries it, the
  /// clause that tells of it, whoever has it.
  std::vector<NodeId> carriers_of() const {
    std::vector<NodeId> all{unit_};
    if (!noun()) {
      asides(all);
      return all;
    }
    for (const auto c : tree_.children(unit_)) {
      if (tree_[c].relation == Relation::acl_relcl ||
          (tree_[c].relation == Relation::acl && tree_[c].form == VerbForm::participle))
        all.push_back(c);
    }
    owners(unit_, owner_depth, all);
    if (tree_.has(unit_, Relation::cop)) asides(all);
    const auto relation = tree_[unit_].relation;
    const auto head = tree_[unit_].head;
    if (head == no_word) return all;
    if (relation == Relation::nsubj_pass || relation == Relation::obj) all.push_back(head);
    if (relation == Relation::conj && tree_[head].part == PartOfSpeech::noun) all.push_back(head);
    return all;
  }

  /// "undertake, as the Charter says, to": the parser may hang the infinitive on the aside.
  void asides(std::vector<NodeId>& all) const {
    for (const auto c : tree_.children(unit_)) {
      if (aside(c)) all.push_back(c);
    }
  }

  /// "the efforts, which they make to": a clause of the noun's own.
  bool tells_of(NodeId clause) const {
    const auto relation = tree_[clause].relation;
    return relation == Relation::acl || relation == Relation::acl_relcl;
  }

  bool aside(NodeId n) const {
    const auto first = tree_[tree_.reach(n).first].token;
    return n > unit_ && comma(a_, first) && first == tree_[unit_].end;
  }

  void owners(NodeId node, int depth, std::vector<NodeId>& all) const {
    if (depth == 0) return;
    for (const auto c : tree_.children(node)) {
      const auto relation = tree_[c].relation;
      const bool owner =
          relation == Relation::nmod || relation == Relation::appos || relation == Relation::flat;
      if (!owner || c < unit_) continue;
      all.push_back(c);
      owners(c, depth - 1, all);
    }
  }

  void infinitive(const std::vector<NodeId>& carriers) {
    for (const auto carrier : carriers) {
      for (const auto c : tree_.children(carrier)) {
        const auto to = c < unit_ ? no_word : to_of(a_, tree_, c);
        if (to == no_word || to < unit_) continue;
        const bool behind_aside = carrier != unit_ && aside(carrier) && !tells_of(carrier);
        if (!complement(c) && !(behind_aside && tree_[c].relation == Relation::conj)) continue;
        if (behind_aside && a_.tokens[tree_[to].token - 1].kind != TokenKind::punctuation) continue;
        if (!behind_aside && to_be_done(tree_[to].token)) continue;
        if (!conditional(c) && !asked(tree_[to].token)) add(c, behind_to(tree_[to].token));
      }
    }
    const auto head = tree_[unit_].head;
    if (noun() && head != no_word && head > unit_ &&
        (tree_[unit_].relation == Relation::nsubj || tree_[unit_].relation == Relation::other)) {
      if (const auto to = to_of(a_, tree_, head); to != no_word && to > unit_ && linked(head, to))
        add(head, behind_to(tree_[to].token));
    }
    if (auto t = quoted_on(); t != 0) {
      if (a_.is_class(t, WordClass::auxiliary)) ++t;
      if (infinitive_at(a_, t)) add(unit_, t + 1);
    }
  }

  bool complement(NodeId n) const {
    switch (tree_[n].relation) {
      case Relation::acl:
      case Relation::advcl:
      case Relation::xcomp:
      case Relation::ccomp:
      case Relation::csubj:
      case Relation::parataxis: return true;
      default: return false;
    }
  }

  /// "the aim is to", "its aim being to", which may be taken for a clause of its own.
  bool linked(NodeId verb, NodeId to) const {
    return tree_.has(verb, Relation::cop) ||
           std::ranges::any_of(tree_.children(verb), [&](NodeId c) {
             return c > unit_ && c < to && is(a_, tree_[c].token, WordKind::copula);
           });
  }

  /// "the next Conference, to be held in Prague": of the noun before it.
  bool to_be_done(std::uint32_t to) const {
    return comma(a_, to - 1) && is(a_, to + 1, WordKind::copula) &&
           a_.is_class(to + 2, WordClass::verb_ed);
  }

  /// "whether to", "how to": open as yet.
  bool asked(std::uint32_t to) const {
    if (is(a_, to - 1, PhraseRole::as)) return false;  // "so as to"
    return a_.is_class(to - 1, WordClass::subordinator) || is(a_, to - 1, PhraseRole::in_clause);
  }

  /// “Our goal”, she told the Assembly, “is to”: where the quotation goes on behind whoever is said
  /// to speak; 0 where none does.
  std::uint32_t quoted_on() const {
    auto t = tree_[unit_].end;
    const auto last = a_.sentences[a_.sentence_of[t - 1]].last;
    if (t + 2 < last && comma(a_, t)) ++t;
    if (t + 2 >= last || !quote(t)) return 0;
    for (auto i = t + 2; i + 2 < last && i < t + longest_telling; ++i) {
      if (quote(i)) return comma(a_, i - 1) ? i + 1 : 0;
    }
    return 0;
  }

  bool quote(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::punctuation &&
           quotes.find(a_.raw(t)) != std::string_view::npos;
  }

  /// "if we are not to lose": a clause with a subject, not what is sought.
  bool conditional(NodeId clause) const {
    const auto below = tree_.children(clause);
    const bool subject = std::ranges::any_of(
        below, [&](NodeId c) { return c < clause && is_subject(tree_[c].relation); });
    return subject && std::ranges::any_of(below, [&](NodeId c) {
             return c < clause && tree_[c].relation == Relation::mark &&
                    a_.is_class(tree_[c].token, WordClass::subordinator);
           });
  }

  /// Behind the "to", or the "not" before it: "determined not to allow".
  std::uint32_t behind_to(std::uint32_t to) const {
    const bool negative = tree_[unit_].token + 1 < to && a_.is_class(to - 1, WordClass::negation);
    return negative ? to - 1 : to + 1;
  }

  void object() {
    for (const auto c : tree_.children(unit_)) {
      const bool behind =
          c > unit_ && (tree_[c].relation == Relation::obj ||
                        (tree_[c].relation == Relation::obl && !tree_.has(c, Relation::case_mark)));
      if (behind || (c < unit_ && tree_[c].relation == Relation::nsubj_pass)) return add_whole(c);
    }
  }

  void subject() {
    const auto node = tree_.child(unit_, Relation::nsubj);
    if (node != no_word && tree_.has(unit_, Relation::cop) && node < unit_) add_whole(node);
  }

  void predicate() {
    if (const auto t = quoted_on();
        t != 0 && a_.is_class(t, WordClass::auxiliary) && !is(a_, t + 1, PhraseRole::infinitive))
      add(unit_, t + 1);
    const auto head = tree_[unit_].head;
    if (head == no_word || tree_[unit_].relation != Relation::nsubj || head < unit_ ||
        !tree_.has(head, Relation::cop))
      return;
    const auto is = tree_.child(head, Relation::cop);
    add(head, tree_[is].token + 1);
  }

  void clause(const std::vector<NodeId>& carriers) {
    for (const auto carrier : carriers) {
      for (const auto c : tree_.children(carrier)) {
        if (c > unit_ && tree_[c].relation != Relation::conj) add_clause(c);
      }
    }
    const auto head = tree_[unit_].head;
    if (head != no_word && head > unit_ && tree_[unit_].relation == Relation::nsubj)
      add_clause(head);
  }

  /// "that the rights of peoples be respected"
  void add_clause(NodeId verb) {
    const auto mark = tree_.child(verb, Relation::mark);
    if (mark == no_word || mark < unit_ || !is(a_, tree_[mark].token, PhraseRole::that)) return;
    if (tree_[mark].part == PartOfSpeech::pronoun) return;  // "the aim that we set ourselves"
    for (const auto c : tree_.children(verb)) {
      if (is_subject(tree_[c].relation) && c > mark)
        return found_.push_back({verb, tree_[mark].token + 1, true});
    }
  }

  void oblique(const std::vector<NodeId>& carriers, WordId preposition) {
    for (const auto carrier : carriers) {
      for (const auto c : tree_.children(carrier)) {
        if (c < unit_) continue;
        const auto tie = tie_of(tree_, c, [&](NodeId t) { return tree_[t].word == preposition; });
        if (tie == no_word || tie < unit_) continue;
        if (carrier != unit_ && is(a_, tree_[tie].token, PhraseRole::of)) continue;
        if (to_be_done(tree_[tie].token)) continue;
        add(c, tree_[tie].token + 1);
      }
    }
  }

  void add_whole(NodeId node) { add(node, tree_[tree_.reach(node).first].token); }

  void add(NodeId head, std::uint32_t first) {
    const auto known = [&](const PlacedAim& aim) { return aim.first == first; };
    if (std::none_of(found_.begin(), found_.end(), known)) found_.push_back({head, first});
  }

  const Analysis& a_;
  const SentenceTree& tree_;
  NodeId unit_;
  std::vector<PlacedAim> found_;
};

}  // namespace

namespace {

/// "to promote", "to fully promote", "to" before a word that is not known.
bool may_be_infinitive(const Analysis& a, std::uint32_t t) {
  return is(a, t, PhraseRole::infinitive) &&
         (a.is_class(t + 1, WordClass::verb_base | WordClass::adverb) ||
          a.classes(t + 1) == WordClass::none);
}

}  // namespace

bool may_have_place(const Analysis& a, TokenRange behind, const std::vector<AimPlace>& places) {
  const auto any = [&](const auto& fits) {
    for (auto t = behind.first; t < behind.last && t < behind.first + farthest_place; ++t) {
      if (fits(t)) return true;
    }
    return false;
  };
  return std::any_of(places.begin(), places.end(), [&](const AimPlace& place) {
    switch (place.kind) {
      case AimPlace::Kind::infinitive: return any([&](auto t) { return may_be_infinitive(a, t); });
      case AimPlace::Kind::clause: return any([&](auto t) { return is(a, t, PhraseRole::that); });
      case AimPlace::Kind::predicate:
        return any([&](auto t) { return a.is_class(t, WordClass::auxiliary); });
      case AimPlace::Kind::oblique:
        return any([&](auto t) { return a.tokens[t].word == place.preposition; });
      default: return true;
    }
  });
}

std::vector<PlacedAim> aims_in_places(const Analysis& analysis, const SentenceTree& tree,
                                      NodeId unit, const std::vector<AimPlace>& places) {
  return Places(analysis, tree, unit).run(places);
}

}  // namespace attache
