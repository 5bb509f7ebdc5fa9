// SPDX-License-Identifier: MIT
// Of whom a clause is told: its own subject, or that of the clauses and nouns above it.
#include <algorithm>

#include "seed/extract/clauses.h"

namespace attache {
namespace {

/// Nouns within nouns that a clause hangs on.
constexpr int deepest_noun = 8;

}  // namespace

NodeId Clauses::own_subject(NodeId predicate) const {
  auto found = no_word;
  for (const auto c : tree_.children(predicate)) {
    // "To the Fund we are among the largest contributors": no subject behind a preposition.
    const bool phrase = tree_.has(c, Relation::case_mark) && c < predicate;
    if (!is_subject(tree_[c].relation)) continue;
    if (phrase) {  // "Together with other nations Portugal established it"
      const auto named = tree_.child(c, Relation::appos);
      if (named == no_word || tree_[named].part != PartOfSpeech::proper ||
          tree_.has(named, Relation::det) || tree_.reach(named).first != named ||
          tree_[named - 1].part == PartOfSpeech::punctuation)
        continue;
      found = named;
      continue;
    }
    // Of two, the nearer: "it was law before Kenya joined", mistaken for one clause.
    if (found == no_word || c < predicate) found = c;
  }
  if (found == no_word) found = behind_place(predicate);
  return found == no_word ? no_word : antecedent(found);
}

/// "At Marrakesh Algeria signed": the place took the state for a part of its own name.
NodeId Clauses::behind_place(NodeId predicate) const {
  for (const auto c : tree_.children(predicate)) {
    if (!is_subject(tree_[c].relation) || c > predicate) continue;
    const auto place = tree_.child(c, Relation::compound);
    if (place != no_word && place + 1 == c && tree_[c].part == PartOfSpeech::proper) return c;
  }
  return no_word;
}

/// Of a complement without a subject of its own: the object of a verb that makes someone act, else
/// no word.
NodeId Clauses::controller(NodeId complement) const {
  const auto head = tree_[complement].head;
  if (head == no_word || !verbal(head) || is(head, WordKind::copula)) return no_word;
  const auto so = tree_.child(complement, Relation::advmod);  // "changed its law so as to be able"
  if (so != no_word && tree_.has(so, Relation::fixed)) return no_word;
  auto object = tree_.child(head, Relation::obj);
  if (object == no_word) object = tree_.child(head, Relation::iobj);
  if (object == no_word && is(head, WordKind::advocacy)) {  // "appeal to Kenya to join"
    for (const auto c : tree_.children(head)) {
      const bool asked = led_by(c, WordKind::addressee) || led_by(c, WordKind::occasion);
      if (c > head && c < complement && tree_[c].relation == Relation::obl && asked) object = c;
    }
  }
  return object != no_word && object < complement ? antecedent(object) : no_word;
}

/// "Kenya" of "time for Kenya to join": whom a phrase behind the noun names, before the clause.
NodeId Clauses::for_whom(NodeId wish, NodeId clause) const {
  if (wish == no_word) return no_word;
  for (const auto c : tree_.children(wish)) {
    const auto relation = tree_[c].relation;
    const bool phrase = relation == Relation::nmod || relation == Relation::obl;
    if (phrase && c < clause && led_by(c, WordKind::beneficiary)) return antecedent(c);
  }
  return no_word;
}

/// The noun or adjective that an infinitive behind "for Kenya" hangs on ("it is time for Kenya to
/// join"), or beside, as the object of its verb; so does a gerund behind "support for Kenya".
NodeId Clauses::wish_for(NodeId clause) const {
  const auto head = tree_[clause].head;
  if (head == no_word || head > clause) return no_word;
  auto link = tree_.child(clause, Relation::cop);
  if (link == no_word) link = tree_.child(clause, Relation::aux_pass);  // "to be admitted"
  const auto form = tree_[link == no_word ? clause : link].form;
  const bool infinitive = form == VerbForm::base && tree_.has(clause, Relation::mark);
  if (!infinitive && form != VerbForm::gerund) return no_word;
  const auto object = verbal(head) ? tree_.child(head, Relation::obj) : head;
  if (object == no_word || object > clause) return no_word;
  if (!infinitive && !is(object, WordKind::advocacy)) return no_word;
  return for_whom(object, clause) == no_word ? no_word : object;
}

NodeId Clauses::subject(NodeId predicate) const {
  if (subjects_.empty()) subjects_.assign(tree_.size(), not_asked);
  if (subjects_[predicate] == not_asked) {
    const auto found = find_subject(predicate);
    subjects_[predicate] = found;
  }
  return subjects_[predicate];
}

/// "the Statute establishing the Court": a noun that leads on to a body, right before the gerund.
bool Clauses::establishes(NodeId verb) const {
  return verb > 0 && tree_[verb].form == VerbForm::gerund && is(verb, WordKind::inner) &&
         is(verb - 1, WordKind::bridge);
}

/// "Senegal was the first country in the world to ratify": of whom the noun with "first" is said.
NodeId Clauses::first_to(NodeId clause) const {
  if (tree_[clause].form != VerbForm::base) return no_word;
  auto noun = tree_[clause].head;
  for (int i = 0; i < deepest_noun && noun != no_word && tree_[noun].part != PartOfSpeech::verb;
       ++i) {
    const bool first = std::ranges::any_of(
        tree_.children(noun), [&](NodeId c) { return c < noun && is(c, WordKind::settled_by); });
    if (first) return tree_.has(noun, Relation::cop) ? own_subject(noun) : no_word;
    noun = tree_[noun].head;
  }
  return no_word;
}

/// The word above a name's phrase, of those before `end`: "the Ambassador of Peru" of "Peru".
NodeId Clauses::phrase_of(NodeId name, NodeId end) const {
  for (auto head = tree_[name].head; head != no_word && head < end; head = tree_[name].head) {
    const auto relation = tree_[name].relation;
    const bool part = (relation == Relation::nmod && tree_.has(name, Relation::case_mark)) ||
                      relation == Relation::flat || relation == Relation::compound ||
                      relation == Relation::appos;
    if (!part || verbal(head) || (head > 0 && is(head - 1, WordKind::time))) break;
    name = head;
  }
  return name;
}

/// "to Peru joining", "see Mr. Olsen presiding": a gerund right behind a name is that name's,
/// wherever the parser hung it.
NodeId Clauses::named_right_before(NodeId gerund) const {
  if (tree_[gerund].form != VerbForm::gerund || !verbal(gerund)) return no_word;
  auto before = gerund;
  while (before > 0 && tree_[before - 1].part == PartOfSpeech::adverb) --before;
  if (before == 0 || tree_[before - 1].part != PartOfSpeech::proper ||
      is(before - 1, WordKind::time))
    return no_word;
  return phrase_of(before - 1, gerund);
}

/// "that Malta, upon becoming a Member, will": a time between commas is told of the name before it.
NodeId Clauses::named_before_time(NodeId clause) const {
  if (!led_by(clause, WordKind::moment)) return no_word;
  auto first = tree_.reach(clause).first;
  if (tree_[first].part == PartOfSpeech::punctuation) ++first;
  if (first < 2 || tree_[first - 1].part != PartOfSpeech::punctuation) return no_word;
  const auto name = first - 2;
  if (tree_[name].part != PartOfSpeech::proper || tree_.has(name, Relation::case_mark))
    return no_word;
  return name;
}

NodeId Clauses::find_subject(NodeId predicate) const {
  auto p = predicate;
  for (std::uint32_t steps = 0; steps < tree_.size(); ++steps) {
    if (const auto own = own_subject(p); own != no_word) return own;
    const auto& node = tree_[p];
    if (p == predicate && establishes(p)) return p - 1;
    if (const auto name = named_right_before(p); name != no_word) return name;
    if (node.head == no_word) return no_word;
    if (const auto wish = wish_for(p); wish != no_word) return for_whom(wish, p);
    switch (node.relation) {
      case Relation::acl_relcl: return node.head;
      case Relation::xcomp:
        if (const auto object = controller(p); object != no_word) return object;
        break;
      case Relation::advcl:
        if (const auto name = named_before_time(p); name != no_word) return name;
        // "see Palestine become a member"
        if (node.form == VerbForm::base && !tree_.has(p, Relation::mark)) {
          if (const auto object = controller(p); object != no_word) return object;
        }
        if ((node.form == VerbForm::gerund && led_by(p, WordKind::occasion)) ||
            (node.form == VerbForm::base && is(node.head, WordKind::advocacy))) {
          if (const auto object = controller(p); object != no_word) return object;
        }
        break;
      case Relation::acl:
        // "Two years after joining, Kenya": the years join nothing.
        if (node.form == VerbForm::gerund && led_by(p, WordKind::moment) &&
            tree_[node.head].part != PartOfSpeech::proper)
          break;
        // "the honour of chairing" is that of who has it.
        if (node.form == VerbForm::gerund && led_by(p, WordKind::inner) &&
            tree_[node.head].part != PartOfSpeech::proper) {
          if (const auto own = possessor(node.head); own != no_word) return own;
        }
        if (const auto first = first_to(p); first != no_word) return first;
        // "the honour to be elected" is that of who has it.
        if (node.form == VerbForm::gerund ||
            (node.form == VerbForm::participle && !tree_.has(p, Relation::aux_pass)))
          return node.head;
        [[fallthrough]];
      case Relation::csubj:  // "Joining it is our aim"
        if (const auto own = possessor(node.head); own != no_word) return own;
        break;
      case Relation::conj:
      case Relation::cop:
      case Relation::aux:
      case Relation::obj:
      case Relation::obl:
      case Relation::nmod:
      case Relation::parataxis: break;
      case Relation::appos:  // "our aspiration — joining it"
        if (node.form != VerbForm::gerund || !frames_.governors.contains(tree_[node.head].word))
          return no_word;
        return possessor(node.head);
      default: return no_word;
    }
    if (node.relation == Relation::parataxis && !verbal(p)) return no_word;
    p = node.head;
  }
  return no_word;
}

}  // namespace attache
