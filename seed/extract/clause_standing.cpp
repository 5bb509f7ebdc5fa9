// SPDX-License-Identifier: MIT
// How a clause tells what it tells: as so, denied, wished for, over.
#include <algorithm>

#include "seed/extract/clauses.h"

namespace attache {
namespace {

/// "has yet to join", "is still to be admitted": the words before "to" tell that it is not done
/// yet. The frames' words name them in pairs: the word that stands beside the verb, and the verb.
bool still_to_be(const SentenceTree& tree, const Frames& frames, NodeId infinitive) {
  const auto head = tree[infinitive].head;
  const auto open = [&](NodeId link, NodeId around) {
    return std::ranges::any_of(tree.children(around), [&](NodeId c) {
      const auto pair = frames.pair_governors.find({tree[c].word, tree[link].word});
      return c != link && pair != frames.pair_governors.end() && pair->second == Standing::planned;
    });
  };
  const auto to = tree.child(infinitive, Relation::mark);
  if (to == no_word) return false;
  for (const auto c : tree.children(infinitive)) {
    const auto relation = tree[c].relation;
    if (c < to && (relation == Relation::aux || relation == Relation::cop))
      return open(c, infinitive);
  }
  if (head == no_word || head > to || tree.has(head, Relation::obj) ||
      tree[infinitive].relation == Relation::acl_relcl)
    return false;
  return open(head, infinitive) || open(head, head);
}

}  // namespace

/// What stands around a word that turns what is told.
struct Clauses::Marks {
  bool denied = false, ended = false, suspended = false, supposed = false, planned = false,
       wished = false, urged = false;
  bool lasts = false;  ///< it is so already: what is willed further up is that it stay so

  /// Of a word above. `shared`: of the one that this is joined to, whose "not" is its own.
  void add(const Marks& more, bool shared = false) {
    if (!shared) denied = denied != more.denied;
    ended = ended || (more.ended && !shared);
    supposed = supposed || more.supposed;
    if (lasts) return;
    planned = planned || more.planned;
    wished = wished || more.wished;
    urged = urged || more.urged;
  }

  void add(Standing turn) {
    const bool will =
        turn == Standing::wished || turn == Standing::urged || turn == Standing::planned;
    if (ended && will) {  // "called for freezing its membership": it has one
      ended = false;
      return;
    }
    if (lasts && will) return;
    switch (turn) {
      case Standing::denied: denied = !denied; break;
      case Standing::supposed: supposed = true; break;
      case Standing::wished: wished = true; break;
      case Standing::urged: urged = true; break;
      case Standing::planned: planned = true; break;
      case Standing::ended:  // "withdrew its application": nothing is wished any more
        (wished ? denied : ended) = true;
        break;
      case Standing::asserted: break;
    }
  }

  Standing standing() const {
    if (supposed) return Standing::supposed;
    if (ended) return suspended ? Standing::denied : Standing::ended;
    if (denied) return Standing::denied;
    if (wished) return Standing::wished;
    if (urged) return Standing::urged;
    return planned ? Standing::planned : Standing::asserted;
  }
};

/// What a word makes of what hangs on it.
std::optional<Standing> Clauses::governor(NodeId node) const {
  const auto word = tree_[node].word;
  for (const auto c : tree_.children(node)) {  // "no doubt" before "doubt"
    const auto found = frames_.pair_governors.find({word, tree_[c].word});
    if (found != frames_.pair_governors.end()) return found->second;
  }
  if (const auto found = frames_.governors.find(word); found != frames_.governors.end())
    return found->second;
  return std::nullopt;
}

Clauses::Marks Clauses::marks_of(NodeId node) const {
  Marks marks;
  marks.planned = still_to_be(tree_, frames_, node);
  const auto first = tree_.reach(node).first;  // ", once a member,"
  if (first > 1 && !verbal(node) && tree_[first - 2].part == PartOfSpeech::punctuation) {
    const auto pair = frames_.pair_governors.find({tree_[first - 1].word, tree_[first].word});
    marks.ended = pair != frames_.pair_governors.end() && pair->second == Standing::ended;
  }
  marks.supposed = inverted(node) || (is(node, WordKind::inversion) &&
                                      tree_.reach(node).first == node && verbal(node));
  for (const auto c : tree_.children(node)) {
    const auto relation = tree_[c].relation;
    if (is_subject(relation) && is(c, WordKind::negation)) marks.denied = true;  // "nobody says"
    if (c < node && fronted_denial(c)) marks.denied = true;
    // "instead of joining", "rather than join"
    if (const auto pair = frames_.pair_governors.find(
            {tree_[c].word, tree_.has(c, Relation::fixed)
                                ? tree_[tree_.child(c, Relation::fixed)].word
                                : unknown_word});
        pair != frames_.pair_governors.end() && pair->second == Standing::denied)
      marks.denied = true;
    const bool modifies = relation == Relation::advmod || relation == Relation::det ||
                          relation == Relation::case_mark || relation == Relation::mark ||
                          relation == Relation::aux || relation == Relation::cc ||
                          relation == Relation::amod || relation == Relation::other;
    if (relation == Relation::advcl && led_by(c, WordKind::condition)) marks.supposed = true;
    if (!modifies) continue;
    const auto turn = frames_.governors.find(tree_[c].word);
    if (relation == Relation::case_mark && turn != frames_.governors.end())
      marks.wished = marks.wished || turn->second == Standing::wished;  // "towards membership"
    if (is(c, WordKind::past_only)) marks.ended = true;
    else if (is(c, WordKind::negation) && !(c + 1 < tree_.size() && is(c + 1, WordKind::focus)))
      marks.denied = true;
    // "the forthcoming accession"
    if (relation == Relation::amod && turn != frames_.governors.end())
      marks.planned = marks.planned || turn->second == Standing::planned;
    if (relation == Relation::mark && is(c, WordKind::condition)) marks.supposed = true;
    if (relation != Relation::aux) continue;
    marks.planned = marks.planned || is(c, WordKind::intention);
    marks.supposed = marks.supposed || is(c, WordKind::possibility);
    marks.urged = marks.urged || is(c, WordKind::obligation);
  }
  return marks;
}

/// "look forward to joining", "by joining": the gerund is told as the verb above it.
bool Clauses::leads_gerund(NodeId clause) const {
  const auto head = tree_[clause].head;
  return led_by(clause, WordKind::means) ||
         std::ranges::any_of(tree_.children(head), [&](NodeId c) {
           return c < clause && frames_.pair_governors.contains({tree_[head].word, tree_[c].word});
         });
}

/// "Our goal is to join": what the subject makes of what it is said to be.
void Clauses::add_aim(NodeId predicate, Marks& all) const {
  if (!tree_.has(predicate, Relation::cop) && !is(predicate, WordKind::copula)) return;
  const auto aim = own_subject(predicate);
  if (aim == no_word || tree_[aim].part != PartOfSpeech::noun) return;
  if (const auto turn = governor(aim)) all.add(*turn);
}

/// Whether what is said of the word above is not said of this one: it is told in its own right.
bool Clauses::told_apart(NodeId n) const {
  const auto& word = tree_[n];
  switch (word.relation) {
    case Relation::acl_relcl: return !tells_content(n);
    case Relation::appos:  // "our aspiration — joining it" is told as what it is
      return word.form != VerbForm::gerund || !frames_.governors.contains(tree_[word.head].word);
    case Relation::parataxis: return true;
    case Relation::acl:  // "Kenya, since joining, has"
      return word.form == VerbForm::gerund && led_by(n, WordKind::moment);
    case Relation::conj: return own_subject(n) != no_word || apposed(n);
    case Relation::advcl:
      if (content(n)) return false;
      if (own_subject(n) != no_word) return true;
      if (word.form == VerbForm::gerund) return !leads_gerund(n);
      [[fallthrough]];
    case Relation::obl: return n < word.head && !(verbal(n) && word.form == VerbForm::base);
    default: return false;
  }
}

/// It stands in a clause that "that" opens.
bool Clauses::content(NodeId clause) const {
  return std::ranges::any_of(tree_.children(clause), [&](NodeId c) {
    return tree_[c].relation == Relation::mark && is(c, WordKind::content);
  });
}

/// "I should like to welcome": what is wished politely is done.
bool Clauses::polite(NodeId wish, NodeId node) const {
  return is(wish, WordKind::polite) && is(node, WordKind::utterance) && verbal(node);
}

/// "cannot, as Members, rest": between commas nothing but its own words bears on it.
bool Clauses::set_off(NodeId phrase) const {
  const auto [first, last] = tree_.reach(phrase);
  return first > 0 && tree_[first - 1].part == PartOfSpeech::punctuation &&
         last + 1 < tree_.size() && tree_[last].part == PartOfSpeech::punctuation;
}

/// "our responsibilities": one has them already.
bool Clauses::duty(NodeId noun) const {
  return is(noun, WordKind::capacity) && !frames_.units_of.contains(tree_[noun].word) &&
         tree_.has(noun, Relation::nmod_poss);
}

/// What the word above adds to what is told of `n`. False where nothing above it bears on `n`.
bool Clauses::add_above(NodeId n, bool linked_only, Marks& all) const {
  const auto head = tree_[n].head;
  const auto relation = tree_[n].relation;
  if (relation == Relation::conj) {
    all.add(marks_of(head), true);
    return true;
  }
  if (polite(head, n)) return false;
  if (led_by(n, WordKind::capacity) && !verbal(n)) {
    if (head > n || set_off(n) || (!verbal(head) && !lends(head, false))) return false;
    if (verbal(head)) {  // "seeks election as a member"
      const auto object = tree_.child(head, Relation::obj);
      // "is prepared to discharge its responsibilities as a member": it may have none yet
      const auto ready = tree_[head].relation == Relation::xcomp &&
                         (tree_.has(tree_[head].head, Relation::cop) ||
                          tree_.has(tree_[head].head, Relation::aux_pass));
      if (object != no_word && object < n && duty(object) && !ready) return false;
      all.add(marks_of(head));
      all.wished = all.wished || (object != no_word && is(object, WordKind::capacity) &&
                                  governor(head) == Standing::wished);
      return true;
    }
    // "a desire to shirk our responsibilities as a member": what one has by being it.
    if (duty(head)) return false;
    if (const auto noun = frames_.governors.find(tree_[head].word); noun != frames_.governors.end())
      all.wished = all.wished || noun->second == Standing::wished;  // "candidacy as a member"
    return true;
  }
  const bool predicate = tree_.has(n, Relation::cop) || relation == Relation::xcomp;
  const bool copula = is(head, WordKind::copula);
  if (linked_only && !predicate && !copula) return false;
  const auto turn = turned_by_head(n);
  // "initiate proceedings for our admission": the phrase hung beside what it is wished by.
  if (relation == Relation::obl && verbal(head) && led_by(n, WordKind::beneficiary)) {
    const auto object = tree_.child(head, Relation::obj);
    if (object != no_word && object < n && governor(object) == Standing::wished)
      all.add(Standing::wished);
  }
  if (!verbal(n) && !predicate && relation != Relation::ccomp) {
    if (is(head, WordKind::cultivation)) return false;  // what grows is there
    if (!turn && !copula && !lends(head, true) && !is(head, WordKind::advocacy)) return false;
  }
  // "We hope that Kenya joins": what is hoped of another.
  const bool of_another = turn == Standing::wished && content(n) &&
                          (relation == Relation::ccomp || relation == Relation::acl) &&
                          own_subject(n) != no_word && !is(own_subject(n), WordKind::own);
  // "We look forward to joining": what is hoped for oneself.
  const bool of_oneself = turn == Standing::urged && relation == Relation::advcl;
  // "announced that Kenya had joined": what is announced is told as its own clause tells it.
  const bool told_itself = turn == Standing::planned && content(n) && own_subject(n) != no_word;
  if (turn && !told_itself)
    all.add(of_another ? Standing::urged : of_oneself ? Standing::wished : *turn);
  // Whose membership is suspended is neither out nor as before.
  all.suspended = all.suspended || (turn == Standing::ended && is(head, WordKind::lasting));
  const bool within = relation == Relation::nsubj || relation == Relation::compound ||
                      relation == Relation::nmod_poss || relation == Relation::amod;
  if (within && (!turn || turn == Standing::asserted)) return true;
  auto marks = marks_of(head);
  if (turn == Standing::asserted) marks.denied = false;  // "there is no doubt"
  for (const auto c : tree_.children(head)) {            // "candidate status for membership"
    if (tree_[c].relation == Relation::compound && c < head && governor(c) == Standing::wished)
      marks.wished = true;
  }
  if (is(head, WordKind::lasting)) {  // "will remain a member", "intends to stay one"
    marks.planned = false;
    all.lasts = all.lasts || (turn != Standing::ended && !all.wished && !all.planned);
  }
  all.add(marks);
  return true;
}

Standing Clauses::standing(NodeId node, bool said) const {
  // "its entry as a member": told as the noun right before, wherever the parser hung the phrase.
  const auto noun = led_by(node, WordKind::capacity) ? tree_.reach(node).first - 1 : no_word;
  if (noun < node && !verbal(noun) && frames_.units_of.contains(tree_[noun].word) &&
      noun != tree_[node].head && !tree_.below(noun, node))
    return standing(noun);
  auto all = marks_of(node);
  add_aim(node, all);
  if (const auto told = as_told(node)) all.add(*told);
  // "Neither is", "no country is", "Neither Norway nor Iceland has become"
  const auto said_by = is(tree_[node].head == no_word ? node : tree_[node].head, WordKind::copula)
                           ? subject(node)
                           : own_subject(node);
  if (said_by != no_word) {
    for (const auto c : tree_.children(said_by)) {
      if (is(c, WordKind::negation) && c < said_by && said_by < node) all.denied = true;
    }
  }
  for (auto n = node; tree_[n].head != no_word; n = tree_[n].head) {
    const auto wish = wish_for(n);
    // "It is time for Kenya to join", but not "it is an honour for Kenya to join".
    if (wish != no_word && !governor(wish) && !is(wish, WordKind::settled_by))
      all.add(Standing::urged);
    if (wish != no_word && wish != tree_[n].head) {
      all.add(marks_of(tree_[n].head));
      if (const auto turn = governor(wish)) all.add(*turn);
      break;
    }
    if (told_apart(n)) break;
    const auto link = tree_.child(n, Relation::cop);  // "to be a member"
    const auto verb = verbal(n) || link == no_word ? n : link;
    if (tree_[n].relation == Relation::advcl && !content(n) && (verbal(n) || link != no_word) &&
        tree_[verb].form == VerbForm::base && !is(tree_[n].head, WordKind::settled_by)) {
      all.add(Standing::wished);  // "in order to join"
      break;
    }
    if (!add_above(n, said && n == node, all)) break;
    if (!content(n)) add_aim(tree_[n].head, all);
  }
  return all.standing();
}

}  // namespace attache
