// SPDX-License-Identifier: MIT
#include "seed/extract/relation_holders.h"

#include <algorithm>

#include "seed/extract/state_lists.h"

namespace attache {
namespace {

/// What was found last; whom it is told of is said by what was found before it where it finds no
/// word.
RelationHolder behind(const RelationHolder& before, RelationHolder found) {
  if (found.word == no_word) found.word = before.word;
  return found;
}

}  // namespace

RelationHolder RelationHolders::of(const LexicalUnit& unit, NodeId node,
                                   const std::vector<std::uint32_t>& bodies) const {
  RelationHolder holder = holder_of(unit, node);
  if (!holder.is_state() && unit.part == LexicalUnit::Part::noun)
    holder = behind(holder, behind_body(bodies));
  if (!holder.is_state() && unit.part != LexicalUnit::Part::verb)
    holder = behind(holder, beside(unit, node));
  return holder;
}

RelationHolder RelationHolders::read(NodeId node, bool cities) const {
  return {states_.read(sentence_, node, cities), node};
}

/// "Kenya, together with other Member States, asks": a member whatever the clause tells.
bool RelationHolders::beside_fellows(const LexicalUnit& unit, NodeId node) const {
  return unit.part == LexicalUnit::Part::predicate && !tree_.has(node, Relation::cop) &&
         names_fellows(a_, sentence_, node);
}

/// Those who do something with "the other Member States", and those that are listed: "the new
/// Members, Malta and Fiji".
RelationHolder RelationHolders::beside(const LexicalUnit& unit, NodeId node) const {
  if (unit.part != LexicalUnit::Part::predicate) return {};
  const RelationHolder listed{listed_behind(a_, states_, sentence_, node), no_word};
  if (listed.is_state()) return listed;
  const auto relation = tree_[node].relation;
  const bool told = relation == Relation::obl || relation == Relation::obj ||
                    relation == Relation::conj || relation == Relation::ccomp;
  const bool fellows = told && (unit.implied || unit.settled) && beside_fellows(unit, node);
  const auto doer = fellows ? clauses_.agent(verb_over(node)) : no_word;
  return doer == no_word ? dangling(node) : read(doer);
}

/// "in partnership with": told as the verb that the phrase hangs on.
bool RelationHolders::adjunct(const LexicalUnit& unit, NodeId node) const {
  const auto preposition = tree_.child(node, Relation::case_mark);
  return unit.part == LexicalUnit::Part::noun && preposition != no_word &&
         std::ranges::find(unit.with, tree_[preposition].word) != unit.with.end();
}

/// "welcome the efforts of Sudan, in cooperation with": who makes them, where someone else speaks
/// of them.
RelationHolder RelationHolders::whose_efforts(NodeId phrase) const {
  const auto verb = verb_over(phrase);
  const bool praise = !clauses_.verbal(verb) || clauses_.is(verb, WordKind::advocacy) ||
                      clauses_.is(verb, WordKind::utterance);
  const auto first = tree_.reach(phrase).first;
  if (!praise) return {};
  for (auto n = first; n-- > 0;) {
    if (n <= verb && clauses_.verbal(verb)) break;
    const bool effort = a_.frames.governors.contains(tree_[n].word) ||
                        clauses_.is(n, WordKind::bridge) || clauses_.is(n, WordKind::agent);
    if (!effort || clauses_.verbal(n) || is_subject(tree_[n].relation)) continue;
    for (const auto c : tree_.children(n)) {
      const auto relation = tree_[c].relation;
      const bool whose = relation == Relation::nmod || relation == Relation::nmod_poss;
      if (!whose || c > first) continue;
      if (auto holder = read(c); holder.is_state()) return holder;
    }
  }
  return {};
}

RelationHolder RelationHolders::holder_of(const LexicalUnit& unit, NodeId node) const {
  RelationHolder other;
  const bool cities = a_.frames.frames[unit.frame].cities;
  if (adjunct(unit, node)) {
    if (auto holder = whose_efforts(node); holder.is_state()) return holder;
  }
  for (const auto& place : unit.holder) {
    // "to act in partnership with": of whom the verb is said itself.
    if (place.kind == Place::Kind::subject && adjunct(unit, node) &&
        !tree_.has(tree_[node].head, Relation::nsubj) &&
        !tree_.has(tree_[node].head, Relation::obl_agent))
      continue;
    for (const auto candidate : candidates(place, node, unit.frame)) {
      if (place.kind == Place::Kind::bearer && !agrees(node, candidate)) continue;
      // "welcomed Kenya's initiative": what acts for a state is not let in.
      if (place.kind == Place::Kind::object && clauses_.is(candidate, WordKind::agent)) continue;
      if (auto holder = read(candidate, cities); holder.is_state()) return holder;
      if (auto holder = one_of(candidate); holder.is_state()) return holder;
      other.word = candidate;
      if (clauses_.is(candidate, WordKind::someone) || person(candidate)) return other;
      if (auto holder = whose_aim(candidate); holder.is_state()) return holder;
    }
  }
  return other;
}

/// "the admission to the Organization of Kenya": a state behind the body.
RelationHolder RelationHolders::behind_body(const std::vector<std::uint32_t>& bodies) const {
  for (const auto m : bodies) {
    const auto& range = mentions_[m].range;
    const auto body = tree_.head_of(range.first, range.last);
    if (body == no_word || a_.sentence_of[range.first] != sentence_) continue;
    for (const auto c : tree_.children(body)) {
      if (c < body || !clauses_.led_by(c, {a_.lexicon.little.of})) continue;
      if (auto holder = read(c); holder.is_state()) return holder;
    }
  }
  return {};
}

/// A proper noun that names neither a state nor a body: most likely a person.
bool RelationHolders::person(NodeId node) const {
  return tree_[node].part == PartOfSpeech::proper && !clauses_.is(node, WordKind::state_noun) &&
         !clauses_.is(node, WordKind::agent) &&
         states_.mention_at(tree_[node].token) == StateWords::no_mention;
}

/// The verb that a noun hangs on, or the verb itself.
NodeId RelationHolders::verb_over(NodeId node) const {
  auto n = node;
  while (!clauses_.verbal(n) && tree_[n].head != no_word) n = tree_[n].head;
  return n;
}

/// "We are among the countries that contribute to it": of whom the countries are said.
RelationHolder RelationHolders::one_of(NodeId countries) const {
  const bool states = clauses_.is(countries, WordKind::state_noun) ||
                      clauses_.is(countries, WordKind::bridge);  // "the members that"
  const bool those = clauses_.is(countries, WordKind::someone) &&
                     clauses_.led_by(countries, WordKind::pairing);  // "among those who"
  if (!those && (!tree_[countries].plural || !states)) return {};
  for (const auto bearer : clauses_.bearers(countries)) {
    auto holder = read(bearer);
    if (holder.is_state() && agrees(countries, bearer)) return holder;
  }
  return {};
}

/// "Our goal is to join": who has the goal.
RelationHolder RelationHolders::whose_aim(NodeId noun) const {
  if (!a_.frames.governors.contains(tree_[noun].word)) return {};
  for (const auto owner : clauses_.possessors(noun)) {
    if (auto holder = read(owner); holder.is_state()) return holder;
  }
  return {};
}

/// "the five permanent members" are no single state, but for "we", and "one of the members" is.
bool RelationHolders::agrees(NodeId noun, NodeId bearer) const {
  if (!tree_[noun].plural) return true;
  const auto head = tree_[noun].head;
  return tree_[bearer].head == noun || clauses_.led_by(noun, WordKind::pairing) ||
         tree_.has(bearer, Relation::conj) || clauses_.is(bearer, WordKind::own) ||
         clauses_.is(bearer, WordKind::possessive_own) ||
         (head != no_word && clauses_.is(head, WordKind::partitive)) ||
         std::any_of(tree_.children(noun).begin(), tree_.children(noun).end(),
                     [&](NodeId c) { return clauses_.is(c, WordKind::fellow); }) ||
         tree_[bearer].plural;
}

std::vector<NodeId> RelationHolders::candidates(const Place& place, NodeId node,
                                                std::uint32_t frame) const {
  const auto one = [](NodeId n) { return n == no_word ? std::vector<NodeId>{} : std::vector{n}; };
  switch (place.kind) {
    case Place::Kind::subject: {
      const auto verb = verb_over(node);
      const auto doer = clauses_.agent(verb);
      return one(doer == no_word ? states_.behind_date(sentence_, verb) : doer);
    }
    case Place::Kind::object: return one(clauses_.patient(node));
    case Place::Kind::possessor:
    case Place::Kind::modifier:
      return clauses_.possessors(node, a_.frames.frames[frame].cultivated);
    case Place::Kind::bearer: {
      auto bearers = clauses_.bearers(node);
      const auto head = tree_[node].head;  // "In March Ghana was elected Chair"
      if (bearers.empty() && head != no_word && clauses_.is(head, WordKind::investiture))
        return one(states_.behind_date(sentence_, head));
      return bearers;
    }
    case Place::Kind::oblique: break;
  }
  std::vector<NodeId> out;
  for (const auto c : tree_.children(node)) {
    if (clauses_.led_by(c, place.prepositions)) out.push_back(clauses_.antecedent(c));
  }
  // "The headquarters is in Vienna", "has its seat in Vienna".
  const auto head = tree_[node].head;
  if (head == no_word) return out;
  if (clauses_.led_by(head, place.prepositions)) out.push_back(head);
  for (const auto c : tree_.children(head)) {
    if (c > node && clauses_.led_by(c, place.prepositions)) out.push_back(clauses_.antecedent(c));
  }
  return out;
}

/// "As its Chair, the fight against hunger is a priority for us": of whom the clause speaks where
/// its subject can be no Chair.
RelationHolder RelationHolders::dangling(NodeId node) const {
  const auto head = tree_[node].head;
  if (head == no_word || head < node || !clauses_.led_by(node, WordKind::capacity)) return {};
  if (!tree_.has(head, Relation::cop)) return {};
  const auto subject = clauses_.subject(head);
  if (subject == no_word || tree_[subject].part != PartOfSpeech::noun || tree_[subject].plural ||
      clauses_.is(subject, WordKind::state_noun) || clauses_.is(subject, WordKind::agent))
    return {};
  for (const auto c : tree_.children(head)) {
    if (clauses_.is(c, WordKind::own)) return read(c);
  }
  return {};
}

}  // namespace attache
