// SPDX-License-Identifier: MIT
#include "seed/extract/relation_bodies.h"

#include <algorithm>

#include "seed/extract/state_lists.h"

namespace attache {
namespace {

/// Nouns that lead on to a body, one in the other: "the work of the sessions of".
constexpr int deepest = 4;
/// Tokens before a noun among which a name may stand that is implied: "a fellow Union member".
constexpr std::uint32_t longest_mark = 5;
constexpr std::string_view quotation_marks = "\"“”‘’'«»";

}  // namespace

RelationBodies::Found RelationBodies::of(const LexicalUnit& unit, NodeId node) {
  std::vector<std::uint32_t> bodies;
  in_operation_ = labelled_ = false;
  direct_ = unit.direct;
  for (const auto& place : unit.body) collect(place, node, bodies);
  if (bodies.empty()) shared(unit, node, bodies);
  // "not a member of the League but an observer"
  const bool second = unit.part == LexicalUnit::Part::predicate && !unit.direct &&
                      tree_[node].relation == Relation::conj &&
                      a_.frames.units_of.contains(tree_[tree_[node].head].word);
  if (bodies.empty() && second) {
    for (const auto& place : unit.body) collect(place, tree_[node].head, bodies);
  }
  if (bodies.empty() && unit.part == LexicalUnit::Part::predicate) spoken_of(node, bodies);
  if (bodies.empty() && unit.part == LexicalUnit::Part::predicate) label(node, bodies);
  if (bodies.empty()) open_list(unit, node, bodies);
  if (bodies.empty() && unit.implied) imply(unit, node, bodies);
  if (!unit.kind.empty() && !in_operation_)
    std::erase_if(bodies, [&](auto m) { return kind_of(m) != unit.kind; });
  return {std::move(bodies), labelled_};
}

std::string_view RelationBodies::kind_of(std::uint32_t mention) const {
  const auto body = mentions_[mention].body;
  return body == no_body ? std::string_view() : a_.lexicon.bodies[body].kind;
}

/// "joined it in 1973 but withdrew", "founded and chairs it": what a verb shares with the one
/// that it is joined to.
void RelationBodies::shared(const LexicalUnit& unit, NodeId node, std::vector<std::uint32_t>& out) {
  const bool takes_object = unit.bare || unit.body.front().kind == Place::Kind::object;
  if (unit.part != LexicalUnit::Part::verb || !takes_object) return;
  auto other =
      tree_[node].relation == Relation::conj ? tree_[node].head : tree_.child(node, Relation::conj);
  if (other != no_word && clauses_.verbal(other)) resolve(clauses_.patient(other), out, 0);
}

void RelationBodies::collect(const Place& place, NodeId node, std::vector<std::uint32_t>& out) {
  switch (place.kind) {
    case Place::Kind::object: return resolve(clauses_.patient(node), out, 0);
    case Place::Kind::subject:  // "Under our presidency, the Union"; one of another body says so
      if (clauses_.verbal(node) || !tree_.has(node, Relation::nmod))
        resolve(clauses_.agent(node), out, 0);
      return;
    case Place::Kind::oblique: return oblique(place, node, out);
    case Place::Kind::modifier:
    case Place::Kind::possessor:
      for (const auto c : tree_.children(node)) {
        const auto relation = tree_[c].relation;
        const bool before = relation == Relation::compound || relation == Relation::nmod_poss ||
                            relation == Relation::amod || relation == Relation::nmod;
        if (!before || c > node || joined_to(c, node)) continue;
        resolve(clauses_.antecedent(c), out, 0);  // "whose", too
        if (const auto name = tree_.child(c, Relation::compound);
            name != no_word && clauses_.is(c, WordKind::capacity))
          resolve(name, out, 0);  // "Union accession talks"
        if (const auto other = clauses_.paired(c); other != no_word) resolve(other, out, 0);
      }
      return;
    case Place::Kind::bearer:
      for (const auto bearer : clauses_.bearers(node)) resolve(bearer, out, 0);
      return;
  }
}

/// "support for the Union and our adherence to": a name joined to the noun does not modify it.
bool RelationBodies::joined_to(NodeId name, NodeId noun) const {
  return std::ranges::any_of(tree_.children(noun), [&](NodeId c) {
    return c > name && c < noun && tree_[c].relation == Relation::cc;
  });
}

/// The phrase behind one of the prepositions: the unit's own, or, where the parser hung it
/// higher or lower, that of its head behind it or of its object.
void RelationBodies::oblique(const Place& place, NodeId node, std::vector<std::uint32_t>& out) {
  const auto from = [&](NodeId above) { phrases(place, node, above, out, 0); };
  from(node);
  if (!out.empty()) return;
  before_verb(place, node, out);
  if (!out.empty()) return;
  const auto head = tree_[node].head;
  const auto relation = tree_[node].relation;
  const bool shares = relation == Relation::obj || relation == Relation::xcomp ||
                      (relation == Relation::obl && clauses_.led_by(node, WordKind::capacity));
  if (out.empty() && head != no_word && shares) from(head);
}

/// "to which it belongs": before its verb. What opens a verb's sentence without a relative pronoun
/// may as well tell when or where: only operations are taken from it ("In UNIFIL we have troops").
void RelationBodies::before_verb(const Place& place, NodeId node, std::vector<std::uint32_t>& out) {
  for (const auto c : tree_.children(node)) {
    if (c > node || !clauses_.led_by(c, place.prepositions)) continue;
    const auto phrase = clauses_.antecedent(c);
    std::vector<std::uint32_t> found;
    resolve(phrase, found, 0);
    if (phrase == c && clauses_.verbal(node))
      std::erase_if(found, [&](auto m) { return kind_of(m) != mission_kind; });
    out.insert(out.end(), found.begin(), found.end());
  }
}

/// Those that hang on `above` or on its objects and complements.
void RelationBodies::phrases(const Place& place, NodeId node, NodeId above,
                             std::vector<std::uint32_t>& out, int depth) {
  for (const auto c : tree_.children(above)) {
    const auto phrase = clauses_.antecedent(c);
    if ((c > node || c != phrase) && clauses_.led_by(c, place.prepositions))
      resolve(phrase, out, 0);
  }
  if (!out.empty() || depth > 2) return;
  for (const auto c : tree_.children(above)) {
    const auto relation = tree_[c].relation;
    // A verb that is joined to this one and has an object of its own has its phrases too.
    const bool other_act = clauses_.verbal(c) && tree_.has(c, Relation::obj);
    const bool adverb = relation == Relation::advmod &&
                        tree_[c].part == PartOfSpeech::adverb;  // "welcomed back into"
    const bool goes_on = relation == Relation::obj || relation == Relation::xcomp || adverb ||
                         (relation == Relation::conj && !other_act) ||
                         (relation == Relation::nmod && far_reaching(place));
    if (goes_on && c > node) phrases(place, node, c, out, depth + 1);
    // "the place of China in": its own phrases, not what is joined to it
    else if (relation == Relation::nmod && c > node && of_state(c)) {
      phrases(place, node, c, out, deepest);
      if (!out.empty()) return;
    }
  }
}

/// "the place of China in the Council": no state leads on to a body.
bool RelationBodies::of_state(NodeId name) const {
  return states_.mention_at(tree_[name].token) == StateWords::no_mention &&
         states_.named(tree_[name].token).kind == StateWords::Reading::Kind::state;
}

/// "other Members of the Council": whoever deals with them does not deal with the Council.
bool RelationBodies::fellows(NodeId noun) const {
  const bool states =
      clauses_.is(noun, WordKind::belonging) || clauses_.is(noun, WordKind::state_noun);
  return states && std::ranges::any_of(tree_.children(noun),
                                       [&](NodeId c) { return clauses_.is(c, WordKind::fellow); });
}

/// Phrases that nouns within the unit's do not take for themselves: "with", not "of" or "in".
bool RelationBodies::far_reaching(const Place& place) const {
  return std::none_of(place.prepositions.begin(), place.prepositions.end(),
                      [&](WordId p) { return a_.frames.is(p, WordKind::inner); });
}

/// The bodies that a phrase names: its own, those joined to it, and those that it leads on to.
void RelationBodies::resolve(NodeId node, std::vector<std::uint32_t>& out, int depth) {
  if (node == no_word || depth > deepest) return;
  const auto m = states_.mention_at(tree_[node].token);
  if (m != StateWords::no_mention) take(m, out);
  if (m == StateWords::no_mention && clauses_.is(node, WordKind::operation)) in_operation_ = true;
  if (m == StateWords::no_mention && fellows(node)) return;
  const bool leads = m == StateWords::no_mention && !direct_ && clauses_.is(node, WordKind::bridge);
  const bool berth = leads && depth == 0 && clauses_.is(node, WordKind::berth);
  const bool noun = tree_[node].part == PartOfSpeech::noun;
  for (const auto c : tree_.children(node)) {
    const auto relation = tree_[c].relation;
    const bool known = m != StateWords::no_mention || leads ||
                       clauses_.led_by(node, WordKind::pairing) ||
                       tree_[node].part == PartOfSpeech::proper ||
                       clauses_.is(node, WordKind::own);  // "we and the Union"
    // A name's apposition is another name of it, not what it is for: "the Force, a mechanism for".
    const bool apposed = relation == Relation::appos &&
                         (known || clauses_.is(node, WordKind::bridge)) &&
                         (m == StateWords::no_mention ||
                          states_.mention_at(tree_[c].token) != StateWords::no_mention);
    const bool joined = relation == Relation::conj ? known || noun : apposed;
    const bool example = relation == Relation::nmod && clauses_.led_by(c, WordKind::example_of);
    const bool attribute = leads && relation == Relation::compound;
    const bool own = berth && (attribute || relation == Relation::nmod_poss);  // "NATO's table"
    const bool operation = attribute && clauses_.is(node, WordKind::operation);
    in_operation_ = in_operation_ || operation;
    const bool within = leads && relation == Relation::nmod && clauses_.led_by(c, WordKind::inner);
    if (joined || example || within || operation || own) resolve(c, out, depth + 1);
  }
  // "to the United Nations last December", mistaken for one phrase
  if (const auto name = tree_.child(node, Relation::compound);
      name != no_word && clauses_.is(node, WordKind::time))
    resolve(name, out, depth + 1);
  // "the Statute establishing the Court"
  if (const auto next = node + 1;
      leads && next < tree_.size() && clauses_.verbal(next) && clauses_.is(next, WordKind::inner))
    resolve(tree_.child(next, Relation::obj), out, depth + 1);
  if (leads && out.empty()) listed(tree_[node].token + 1, out);
}

/// A mention, and those that follow it in one enumeration.
void RelationBodies::take(std::uint32_t m, std::vector<std::uint32_t>& out) const {
  std::vector<std::uint32_t> chain;
  std::size_t sure = 1;  // of the chain: commas alone join nothing but before an "and"
  bool coordinated = false;
  while (m != StateWords::no_mention) {  // each behind the one before
    chain.push_back(m);
    if (coordinated) sure = chain.size();
    m = following(m, coordinated);
  }
  for (std::size_t i = 0; i < sure; ++i) {
    if (std::find(out.begin(), out.end(), chain[i]) == out.end()) out.push_back(chain[i]);
  }
}

/// "As Member States, we": of the body that the document names most often among those that have
/// States as members; the mention nearest before.
void RelationBodies::imply(const LexicalUnit& unit, NodeId node,
                           std::vector<std::uint32_t>& out) const {
  if (!a_.tokens[tree_[node].token].capital && unit.with.empty()) return;
  if (!said_of_states(node)) return;
  for (const auto c : tree_.children(node)) {  // "of the Community": of another, if unknown, name
    const bool name =
        c > node && tree_[c].relation == Relation::nmod && a_.tokens[tree_[c].token].capital;
    if (name) return;
  }
  for (std::uint32_t back = 1; back <= longest_mark && back <= tree_[node].token; ++back) {
    const auto t = tree_[node].token - back;  // "a fellow Union member State"
    if (states_.mention_at(t) != StateWords::no_mention)
      return out.push_back(states_.mention_at(t));
    if (a_.tokens[t].kind == TokenKind::punctuation ||
        a_.is_class(t, WordClass::preposition | WordClass::determiner))
      break;
  }
  const auto nearest = index_.of_states(tree_[node].token);
  if (nearest != MentionIndex::none) out.push_back(nearest);
}

/// Someone is said to be one of them, or they are named.
bool RelationBodies::said_of_states(NodeId node) const {
  const auto head = tree_[node].head;
  const auto first = tree_.reach(node).first;
  return clauses_.led_by(node, WordKind::capacity) || clauses_.led_by(node, WordKind::pairing) ||
         tree_.has(node, Relation::cop) ||
         (head != no_word &&
          (clauses_.is(head, WordKind::partitive) || clauses_.is(head, WordKind::copula))) ||
         (first > 0 && (clauses_.is(first - 1, WordKind::own) ||
                        tree_[first - 1].part == PartOfSpeech::punctuation)) ||
         std::ranges::any_of(tree_.children(node),
                             [&](NodeId c) {
                               return clauses_.is(c, WordKind::own) ||
                                      clauses_.led_by(c, WordKind::example_of);
                             }) ||
         names_fellows(a_, sentence_, node) ||
         listed_behind(a_, states_, sentence_, node).kind == StateWords::Reading::Kind::state;
}

/// "OAS (observer), ...": a list of what the document's state is to bodies.
void RelationBodies::label(NodeId node, std::vector<std::uint32_t>& out) {
  const auto last = tree_[node].token;
  auto t = tree_[tree_.reach(node).first].token;  // "associate" in "(associate member)"
  while (t < last && !a_.is_punctuation(t - 1, "(")) ++t;
  if (t < 2 || !a_.is_punctuation(t - 1, "(") || !a_.is_punctuation(last + 1, "),;")) return;
  const auto m = states_.mention_at(t - 2);
  if (m == StateWords::no_mention) return;
  labelled_ = true;
  out.push_back(m);
}

/// "As one of its founders": the body named last before.
void RelationBodies::spoken_of(NodeId node, std::vector<std::uint32_t>& out) const {
  const auto whose = tree_.child(node, Relation::nmod_poss);
  if (whose == no_word || !clauses_.is(whose, WordKind::anaphor)) return;
  const auto m = index_.before(tree_[node].token);
  if (m == MentionIndex::none) return;
  const auto before = a_.sentence_of[mentions_[m].range.first];
  if (before != Analysis::no_sentence && before + 2 >= sentence_) out.push_back(m);
}

std::uint32_t RelationBodies::following(std::uint32_t m, bool& coordinated) const {
  constexpr auto between = WordClass::determiner | WordClass::coordinator | WordClass::adjective;
  auto t = mentions_[m].range.last;
  bool joint = false;
  while (t < a_.sentences[sentence_].last && states_.mention_at(t) == StateWords::no_mention) {
    const bool comma = a_.is_punctuation(t, ",");
    coordinated = coordinated || a_.is_class(t, WordClass::coordinator);
    const bool year = a_.tokens[t].kind == TokenKind::number ||
                      (a_.is_class(t, WordClass::preposition) && t + 1 < a_.tokens.size() &&
                       a_.tokens[t + 1].kind == TokenKind::number);
    const bool quote = a_.tokens[t].kind == TokenKind::punctuation &&
                       quotation_marks.find(a_.raw(t)) != std::string_view::npos;
    if (!comma && !year && !quote && !a_.is_class(t, between)) return StateWords::no_mention;
    joint = joint || comma || a_.is_class(t, WordClass::coordinator);
    ++t;
  }
  return joint && t < a_.sentences[sentence_].last ? states_.mention_at(t) : StateWords::no_mention;
}

}  // namespace attache
