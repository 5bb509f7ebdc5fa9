// SPDX-License-Identifier: MIT
#include "seed/extract/clauses.h"

#include <algorithm>

namespace attache {
namespace {

/// Nouns within nouns, verbs above verbs: no sentence that says something goes deeper.
constexpr int deepest = 8;

}  // namespace

bool Clauses::passive(NodeId verb) const {
  const auto& node = tree_[verb];
  if (node.form != VerbForm::participle && node.form != VerbForm::past) return false;
  if (tree_.has(verb, Relation::aux_pass)) return true;
  if (tree_.has(verb, Relation::nsubj_pass)) return !alone_finite(verb);
  return node.form == VerbForm::participle && !tree_.has(verb, Relation::aux) &&
         !tree_.has(verb, Relation::nsubj) && !tree_.has(verb, Relation::obj) &&
         (node.relation == Relation::acl || node.relation == Relation::advcl ||
          node.relation == Relation::amod);
}

/// Of "Kenya enrolled in it" the parser may think as of "Kenya was enrolled"; but the verb of a
/// clause of its own has its passive by an auxiliary.
bool Clauses::alone_finite(NodeId verb) const {
  const auto relation = tree_[verb].relation;
  const bool clause =
      relation == Relation::root || relation == Relation::ccomp || relation == Relation::acl_relcl;
  return clause && !tree_.has(verb, Relation::aux) && !tree_.has(verb, Relation::cop);
}

NodeId Clauses::antecedent(NodeId node) const {
  if (!is(node, WordKind::relative)) return node;
  for (auto n = node; n != no_word; n = tree_[n].head) {
    const auto relation = tree_[n].relation;
    if (relation == Relation::acl_relcl) return tree_[n].head;
    // The parser may hang a relative clause as another thing, but behind its noun.
    const bool hangs = n != node && (relation == Relation::appos || relation == Relation::acl ||
                                     relation == Relation::advcl || relation == Relation::ccomp);
    const auto head = tree_[n].head;
    if (hangs && head < n && !verbal(head)) return head;
  }
  // Whatever the parser made of it: the noun right before, but for commas and prepositions.
  for (auto n = node; n-- > 0;) {
    const auto part = tree_[n].part;
    if (part == PartOfSpeech::noun || part == PartOfSpeech::proper) return n;
    if (part != PartOfSpeech::punctuation && part != PartOfSpeech::adposition) break;
  }
  return node;
}

NodeId Clauses::agent(NodeId verb) const {
  if (!passive(verb)) return subject(verb);
  const auto by = tree_.child(verb, Relation::obl_agent);
  if (by != no_word) return antecedent(by);
  for (const auto from : {verb, tree_.child(verb, Relation::conj)}) {
    if (from == no_word) break;
    for (const auto c : tree_.children(from)) {  // "formed and run by us"
      if (c > verb && led_by(c, WordKind::means) && is(c, WordKind::own)) return c;
    }
  }
  return no_word;
}

NodeId Clauses::patient(NodeId verb) const {
  if (passive(verb)) return subject(verb);
  // "accepted without reservation its jurisdiction": no object stands behind a preposition.
  auto object = tree_.child(verb, Relation::obj);
  if (object != no_word && object < verb && is(object, WordKind::content)) {
    for (const auto c : tree_.children(verb)) {  // "the story that Peru has joined OPEC", mistaken
      if (c > verb && tree_[c].relation == Relation::obj) object = c;
    }
  }
  // "signed the Treaty establishing it", where the parser takes the gerund for what is signed.
  if (object != no_word && establishes(object)) object = own_subject(object);
  if (object != no_word && !tree_.has(object, Relation::case_mark)) return antecedent(object);
  for (const auto c : tree_.children(verb)) {  // an object that the parser took for a phrase
    const bool name = tree_[c].part == PartOfSpeech::proper || is(c, WordKind::bridge);
    const bool bare = tree_[c].relation == Relation::obl && c > verb &&
                      !tree_.has(c, Relation::case_mark) && name;
    if (bare) return c;
  }
  if (object != no_word) return antecedent(object);
  // "the organization we joined", "which we helped to found": the relative clause lacks its object.
  auto clause = verb;
  while (tree_[clause].relation == Relation::xcomp && tree_[clause].head != no_word)
    clause = tree_[clause].head;
  const bool gap = tree_[clause].relation == Relation::acl_relcl &&
                   own_subject(clause) != no_word && own_subject(clause) != tree_[clause].head;
  return gap ? tree_[clause].head : no_word;
}

template <typename Fits>
bool Clauses::led_by_any(NodeId node, const Fits& fits) const {
  return std::ranges::any_of(tree_.children(node), [&](NodeId c) {
    const auto relation = tree_[c].relation;
    return (relation == Relation::case_mark || relation == Relation::mark) && fits(c);
  });
}

bool Clauses::led_by(NodeId node, const std::vector<WordId>& prepositions) const {
  return led_by_any(node, [&](NodeId c) {
    return std::ranges::find(prepositions, tree_[c].word) != prepositions.end();
  });
}

bool Clauses::led_by(NodeId node, WordKind kind) const {
  return led_by_any(node, [&](NodeId c) { return is(c, kind); });
}

/// "Kenya, a member, said", where the parser took the apposition for the second part of a pair.
bool Clauses::apposed(NodeId noun) const {
  return tree_[noun].relation == Relation::conj && !tree_.has(noun, Relation::cc) &&
         tree_.has(noun, Relation::det) &&
         std::ranges::count_if(tree_.children(tree_[noun].head),
                               [&](NodeId c) { return tree_[c].relation == Relation::conj; }) == 1;
}

/// ", as the current Chair,": where the parser hung "as" on another word.
bool Clauses::behind_as(NodeId noun) const {
  const auto first = tree_.reach(noun).first;
  return first > 1 && is(first - 1, WordKind::capacity) &&
         tree_[first - 1].relation != Relation::obl &&
         tree_[first - 2].part == PartOfSpeech::punctuation &&
         tree_[first - 1].part != PartOfSpeech::noun;
}

std::vector<NodeId> Clauses::bearers(NodeId predicate) const {
  std::vector<NodeId> out;
  bearers(predicate, out, 0);
  return out;
}

/// "a welcome to Kenya as a new Member": the name right before the phrase, where it is what the
/// verb is done to.
NodeId Clauses::named_before(NodeId predicate) const {
  const auto first = tree_.reach(predicate).first;
  // "esteem for you as one of the founders"
  if (first > 0 && tree_[first - 1].part == PartOfSpeech::pronoun &&
      is(first - 1, WordKind::someone))
    return first - 1;
  if (first == 0 || tree_[first - 1].part != PartOfSpeech::proper) return no_word;
  auto name = first - 1;
  if (tree_[name].relation == Relation::conj) name = tree_[name].head;
  for (auto n = name; tree_[n].head != no_word; n = tree_[n].head) {
    const auto relation = tree_[n].relation;
    if (relation == Relation::obj || led_by(n, WordKind::addressee)) return name;
    const bool inside = relation == Relation::nmod || relation == Relation::conj ||
                        relation == Relation::flat || relation == Relation::compound;
    if (!inside) return no_word;
  }
  return no_word;
}

void Clauses::bearers(NodeId n, std::vector<NodeId>& out, int depth) const {
  const auto add = [&](NodeId found) {
    if (found != no_word && found != n) out.push_back(found);
  };
  if (depth > deepest) return;
  if (const auto own = own_subject(n); own != no_word) return add(own);
  if (tree_.has(n, Relation::cop)) return add(subject(n));
  if (const auto named = tree_.child(n, Relation::appos); named != no_word) add(antecedent(named));
  for (const auto c : tree_.children(n)) {           // "Member States, including Albania"
    if (tree_[c].relation == Relation::conj) break;  // "the members and others, including Kenya"
    if (tree_[c].relation == Relation::nmod && c > n && led_by(c, WordKind::example_of)) add(c);
  }
  if (tree_[n].relation == Relation::obj) {  // the same, hung on the verb
    for (const auto c : tree_.children(tree_[n].head)) {
      if (c > n && tree_[c].relation == Relation::obl && led_by(c, WordKind::example_of)) add(c);
    }
  }
  for (const auto c : tree_.children(n)) {  // "the new Members, Malta and Fiji", mistaken
    const auto relation = tree_[c].relation;
    const bool bare = relation == Relation::nmod || relation == Relation::flat;
    if (bare && c > n && tree_[c].part == PartOfSpeech::proper &&
        !tree_.has(c, Relation::case_mark) &&
        tree_[tree_.reach(c).first - 1].part == PartOfSpeech::punctuation)
      add(c);
  }
  auto before = tree_.reach(n).first;  // "We, the Members, have"
  while (before > 0 && tree_[before - 1].part == PartOfSpeech::punctuation) --before;
  const bool phrase = tree_.has(n, Relation::case_mark);  // "bequeathed to us by the founders"
  if (before > 0 && is(before - 1, WordKind::own) && (!phrase || led_by(n, WordKind::capacity)))
    add(before - 1);
  for (const auto c : tree_.children(n)) {
    if (is(c, WordKind::own) && c < n) add(c);
  }
  const auto head = tree_[n].head;
  const bool role = led_by(n, WordKind::capacity);
  if (role) add(named_before(n));
  if (!role && behind_as(n) && before > 1) {  // "Nepal, as the current Chair, wishes"
    auto name = before - 1;
    while (name > 0 && tree_[name - 1].part == PartOfSpeech::punctuation) --name;
    if (name > 0) add(name - 1);
  }
  switch (head == no_word ? Relation::root : tree_[n].relation) {
    case Relation::xcomp:
    case Relation::obl:
    case Relation::advcl:
    case Relation::nmod:
    case Relation::obj:
    case Relation::acl:
      if (tree_[n].relation == Relation::nmod && is(head, WordKind::partitive))
        return bearers(head, out, depth + 1);
      if (!verbal(head) && !tree_.has(head, Relation::cop)) {
        if (!role && tree_[n].relation != Relation::acl && !is(head, WordKind::capacity)) return;
        add(head);
        if (own_subject(head) != no_word) add(subject(head));
        possessors(head, false, out, depth + 1);
        break;
      }
      if (is(head, WordKind::copula)) return add(subject(head));
      // "was elected Chairman"
      if (passive(head) && is(head, WordKind::investiture) && !tree_.has(n, Relation::case_mark))
        return add(subject(head));
      // "counted among", "sits among", "succeeded Chad as"
      if ((passive(head) || is(head, WordKind::placing)) && led_by(n, WordKind::pairing)) {
        const auto object = passive(head) ? no_word : tree_.child(head, Relation::obj);
        if (object != no_word && !is(object, WordKind::own))
          return;  // "counts it among its allies"
        return add(object == no_word ? subject(head) : object);
      }
      if (role && is(head, WordKind::succession) && !passive(head)) return add(subject(head));
      if (tree_[n].relation == Relation::obj) return;
      if (tree_[n].relation == Relation::nmod || tree_[n].relation == Relation::obl ||
          tree_[n].relation == Relation::advcl) {
        if (!role) return;
      }
      if (const auto object = tree_.child(head, Relation::obj);
          object != no_word && object < n && !passive(head)) {
        add(antecedent(object));
        // "welcome new States as Members", "welcome the election of Kenya as Chair"
        const bool event = is(object, WordKind::capacity) && !possessors(object).empty();
        if (role && (event || (tree_[object].plural && is(object, WordKind::state_noun)))) {
          possessors(object, false, out, depth + 1);
          return;
        }
      }
      add(subject(head));
      break;
    case Relation::appos:
    case Relation::compound:
    case Relation::amod: add(antecedent(head)); return bearers(head, out, depth + 1);
    case Relation::conj:
      if (std::ranges::any_of(tree_.children(n), [&](NodeId c) { return is(c, WordKind::fellow); }))
        add(head);  // "Kenya and other members"
      if (apposed(n)) add(antecedent(head));
      bearers(head, out, depth + 1);
      // "a welcome to Kenya, as a new Member": the phrase hung on the verb.
      if (role && verbal(head) && before > 0 && tree_[before - 1].part == PartOfSpeech::proper)
        add(before - 1);
      break;
    case Relation::nsubj:
    case Relation::nsubj_pass:
      // "Another member is Kenya".
      if (tree_.has(head, Relation::cop)) add(head);
      break;
    default:
      // "the Union, our partner": an apposition that the parser took for something else.
      if (before > 0 && tree_.has(n, Relation::nmod_poss) &&
          tree_[before - 1].part == PartOfSpeech::proper)
        add(before - 1);
      break;
  }
  if (!role) return;
  // "a welcome to Kenya, as a new Member": the name right before it.
  if (before > 0 && head != no_word && head < n && tree_[before - 1].part == PartOfSpeech::proper)
    add(before - 1);
  // "As a member, we": the next subject behind it, whatever the parser hung it on.
  for (auto i = n + 1; i < tree_.size(); ++i) {
    if (is_subject(tree_[i].relation)) return add(antecedent(i));
  }
}

}  // namespace attache
