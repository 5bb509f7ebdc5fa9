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
  if (tree_.has(verb, Relation::aux_pass) || tree_.has(verb, Relation::nsubj_pass)) return true;
  return node.form == VerbForm::participle && !tree_.has(verb, Relation::aux) &&
         !tree_.has(verb, Relation::nsubj) && !tree_.has(verb, Relation::obj) &&
         (node.relation == Relation::acl || node.relation == Relation::advcl ||
          node.relation == Relation::amod);
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

NodeId Clauses::own_subject(NodeId predicate) const {
  for (const auto c : tree_.children(predicate)) {
    if (is_subject(tree_[c].relation)) return antecedent(c);
  }
  return no_word;
}

/// Of a complement without a subject of its own: the object of a verb that makes someone act, else
/// no word.
NodeId Clauses::controller(NodeId complement) const {
  const auto head = tree_[complement].head;
  if (head == no_word || !verbal(head) || is(head, WordKind::copula)) return no_word;
  auto object = tree_.child(head, Relation::obj);
  if (object == no_word) object = tree_.child(head, Relation::iobj);
  return object != no_word && object < complement ? antecedent(object) : no_word;
}

NodeId Clauses::subject(NodeId predicate) const {
  if (subjects_.empty()) subjects_.assign(tree_.size(), not_asked);
  if (subjects_[predicate] == not_asked) {
    const auto found = find_subject(predicate);
    subjects_[predicate] = found;
  }
  return subjects_[predicate];
}

NodeId Clauses::find_subject(NodeId predicate) const {
  auto p = predicate;
  for (std::uint32_t steps = 0; steps < tree_.size(); ++steps) {
    if (const auto own = own_subject(p); own != no_word) return own;
    const auto& node = tree_[p];
    if (node.head == no_word) return no_word;
    switch (node.relation) {
      case Relation::acl_relcl: return node.head;
      case Relation::xcomp:
        if (const auto object = controller(p); object != no_word) return object;
        break;
      case Relation::advcl:
        if (node.form == VerbForm::gerund && led_by(p, WordKind::occasion)) {
          if (const auto object = controller(p); object != no_word) return object;
        }
        break;
      case Relation::acl:
        if (node.form == VerbForm::gerund || node.form == VerbForm::participle) return node.head;
        if (const auto own = possessors(node.head); !own.empty()) return own.front();
        break;
      case Relation::conj:
      case Relation::cop:
      case Relation::aux:
      case Relation::obj:
      case Relation::obl:
      case Relation::nmod:
      case Relation::parataxis: break;
      default: return no_word;
    }
    if (node.relation == Relation::parataxis && !verbal(p)) return no_word;
    p = node.head;
  }
  return no_word;
}

NodeId Clauses::agent(NodeId verb) const {
  if (!passive(verb)) return subject(verb);
  const auto by = tree_.child(verb, Relation::obl_agent);
  return by == no_word ? no_word : antecedent(by);
}

NodeId Clauses::patient(NodeId verb) const {
  if (passive(verb)) return subject(verb);
  const auto object = tree_.child(verb, Relation::obj);
  if (object != no_word) return antecedent(object);
  for (const auto c : tree_.children(verb)) {  // an object that the parser took for a phrase
    const bool bare = tree_[c].relation == Relation::obl && c > verb &&
                      !tree_.has(c, Relation::case_mark) && tree_[c].part == PartOfSpeech::proper;
    if (bare) return c;
  }
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

std::vector<NodeId> Clauses::bearers(NodeId predicate) const {
  std::vector<NodeId> out;
  bearers(predicate, out, 0);
  return out;
}

void Clauses::bearers(NodeId n, std::vector<NodeId>& out, int depth) const {
  const auto add = [&](NodeId found) {
    if (found != no_word && found != n) out.push_back(found);
  };
  if (depth > deepest) return;
  if (const auto own = own_subject(n); own != no_word) return add(own);
  if (tree_.has(n, Relation::cop)) return add(subject(n));
  if (const auto named = tree_.child(n, Relation::appos); named != no_word) add(antecedent(named));
  for (const auto c : tree_.children(n)) {  // "Member States, including Albania"
    if (tree_[c].relation == Relation::nmod && c > n && led_by(c, WordKind::example_of)) add(c);
  }
  auto before = tree_.reach(n).first;  // "We, the Members, have"
  while (before > 0 && tree_[before - 1].part == PartOfSpeech::punctuation) --before;
  if (before > 0 && is(before - 1, WordKind::own)) add(before - 1);
  for (const auto c : tree_.children(n)) {
    if (is(c, WordKind::own) && c < n) add(c);
  }
  const auto head = tree_[n].head;
  const bool role = led_by(n, WordKind::capacity);
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
      if (tree_[n].relation == Relation::obj) return;
      if (tree_[n].relation == Relation::nmod || tree_[n].relation == Relation::obl ||
          tree_[n].relation == Relation::advcl) {
        if (!role) return;
      }
      if (const auto object = tree_.child(head, Relation::obj);
          object != no_word && object < n && !passive(head))
        add(antecedent(object));
      add(subject(head));
      break;
    case Relation::appos:
    case Relation::compound:
    case Relation::amod: add(antecedent(head)); return bearers(head, out, depth + 1);
    case Relation::conj:
      if (std::ranges::any_of(tree_.children(n), [&](NodeId c) { return is(c, WordKind::fellow); }))
        add(head);  // "Kenya and other members"
      bearers(head, out, depth + 1);
      break;
    case Relation::nsubj:
    case Relation::nsubj_pass:
      // "Another member is Kenya".
      if (tree_.has(head, Relation::cop)) add(head);
      break;
    default: break;
  }
  if (!role) return;
  // "As a member, we": the next subject behind it, whatever the parser hung it on.
  for (auto i = n + 1; i < tree_.size(); ++i) {
    if (is_subject(tree_[i].relation)) return add(antecedent(i));
  }
}

std::vector<NodeId> Clauses::possessors(NodeId noun, bool cultivated) const {
  std::vector<NodeId> out;
  possessors(noun, cultivated, out, 0);
  return out;
}

void Clauses::possessors(NodeId noun, bool cultivated, std::vector<NodeId>& out, int depth) const {
  if (depth > deepest) return;
  for (const auto relation :
       {Relation::nmod_poss, Relation::compound, Relation::amod, Relation::nmod}) {
    for (const auto c : tree_.children(noun)) {
      if (tree_[c].relation != relation) continue;
      out.push_back(antecedent(c));
      if (const auto other = paired(c); other != no_word) out.push_back(other);
    }
  }
  lent(noun, cultivated, out, depth);
}

NodeId Clauses::paired(NodeId name) const {
  for (const auto c : tree_.children(name)) {
    const auto relation = tree_[c].relation;
    const bool joined = relation == Relation::compound || relation == Relation::flat ||
                        relation == Relation::conj || relation == Relation::appos;
    const auto hyphen = std::max(c, name) - 1;
    if (joined && std::min(c, name) + 1 == hyphen &&
        tree_[hyphen].part == PartOfSpeech::punctuation)
      return c;
  }
  return no_word;
}

/// A verb or a noun that says little but how the noun stands: "holds", "applied for", "process of".
bool Clauses::lends(NodeId word, bool cultivated) const {
  if (is(word, WordKind::advocacy)) return false;
  return is(word, WordKind::light_verb) || is(word, WordKind::bridge) ||
         is(word, WordKind::capacity) || (cultivated && is(word, WordKind::cultivation)) ||
         frames_.governors.contains(tree_[word].word);
}

void Clauses::lent(NodeId noun, bool cultivated, std::vector<NodeId>& out, int depth) const {
  const auto head = tree_[noun].head;
  if (head == no_word) return;
  switch (tree_[noun].relation) {
    case Relation::nsubj:
      // "Partnership with it is our principle".
      if (tree_.has(head, Relation::cop)) possessors(head, cultivated, out, depth + 1);
      return;
    case Relation::acl:
    case Relation::nmod:
    case Relation::compound:
      if (lends(head, cultivated)) possessors(head, cultivated, out, depth + 1);
      return;
    case Relation::obj:
    case Relation::nsubj_pass:
    case Relation::obl:
    case Relation::xcomp: {
      if (!verbal(head) || !lends(head, cultivated)) return;
      const auto who = agent(head);
      if (who != no_word && who != noun) out.push_back(who);
      return;
    }
    default: return;
  }
}

/// What stands around a word that turns what is told.
struct Clauses::Marks {
  bool denied = false, ended = false, supposed = false, planned = false, wished = false,
       urged = false;

  /// Of a word above. `shared`: of the one that this is joined to, whose "not" is its own.
  void add(const Marks& more, bool shared = false) {
    if (!shared) denied = denied != more.denied;
    ended = ended || (more.ended && !shared);
    supposed = supposed || more.supposed;
    planned = planned || more.planned;
    wished = wished || more.wished;
    urged = urged || more.urged;
  }

  void add(Standing turn) {
    switch (turn) {
      case Standing::denied: denied = !denied; break;
      case Standing::supposed: supposed = true; break;
      case Standing::wished: wished = true; break;
      case Standing::urged: urged = true; break;
      case Standing::planned: planned = true; break;
      case Standing::ended: ended = true; break;
      case Standing::asserted: break;
    }
  }

  Standing standing() const {
    if (supposed) return Standing::supposed;
    if (ended) return Standing::ended;
    if (denied) return Standing::denied;
    if (wished) return Standing::wished;
    if (urged) return Standing::urged;
    return planned ? Standing::planned : Standing::asserted;
  }
};

/// What a word makes of what hangs on it.
std::optional<Standing> Clauses::governor(NodeId node) const {
  const auto word = tree_[node].word;
  if (const auto found = frames_.governors.find(word); found != frames_.governors.end())
    return found->second;
  for (const auto c : tree_.children(node)) {
    const auto found = frames_.pair_governors.find({word, tree_[c].word});
    if (found != frames_.pair_governors.end()) return found->second;
  }
  return std::nullopt;
}

/// "Had it joined, ...", "Should it join, ...", "Has it joined?".
bool Clauses::inverted(NodeId node) const {
  const auto subject = own_subject(node);
  const auto first = tree_.reach(node).first;
  if (subject == no_word || (tree_[node].relation != Relation::advcl && first != 0)) return false;
  return (tree_[first].relation == Relation::aux || tree_[first].relation == Relation::cop) &&
         first < subject;
}

Clauses::Marks Clauses::marks_of(NodeId node) const {
  Marks marks;
  marks.supposed = inverted(node) || (is(node, WordKind::inversion) &&
                                      tree_.reach(node).first == node && verbal(node));
  for (const auto c : tree_.children(node)) {
    const auto relation = tree_[c].relation;
    if (is_subject(relation) && is(c, WordKind::negation)) marks.denied = true;  // "nobody says"
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
    if (relation == Relation::mark && is(c, WordKind::condition)) marks.supposed = true;
    if (relation != Relation::aux) continue;
    marks.planned = marks.planned || is(c, WordKind::intention);
    marks.supposed = marks.supposed || is(c, WordKind::possibility);
    marks.urged = marks.urged || is(c, WordKind::obligation);
  }
  return marks;
}

/// "rumours that it joined": no relative clause, whatever the parser says.
bool Clauses::tells_content(NodeId clause) const {
  const auto own = own_subject(clause);
  const bool whole = tree_.has(clause, Relation::obj) || tree_.has(clause, Relation::cop);
  return tree_[clause].relation == Relation::acl_relcl && whole && own != no_word &&
         own != tree_[clause].head && (content(clause) || lends(tree_[clause].head, false));
}

/// Whether what is said of the word above is not said of this one: it is told in its own right.
bool Clauses::told_apart(NodeId n) const {
  const auto& word = tree_[n];
  switch (word.relation) {
    case Relation::acl_relcl: return !tells_content(n);
    case Relation::appos:
    case Relation::parataxis: return true;
    case Relation::conj: return own_subject(n) != no_word;
    case Relation::advcl:
      if (content(n)) return false;
      if (own_subject(n) != no_word || word.form == VerbForm::gerund) return true;
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

/// What the word above adds to what is told of `n`. False where nothing above it bears on `n`.
bool Clauses::add_above(NodeId n, bool linked_only, Marks& all) const {
  const auto head = tree_[n].head;
  const auto relation = tree_[n].relation;
  if (relation == Relation::conj) {
    all.add(marks_of(head), true);
    return true;
  }
  if (led_by(n, WordKind::capacity) && !verbal(n)) {
    if (head > n || (!verbal(head) && !lends(head, false))) return false;
    if (verbal(head)) all.add(marks_of(head));
    else if (const auto noun = frames_.governors.find(tree_[head].word);
             noun != frames_.governors.end())
      all.wished = all.wished || noun->second == Standing::wished;  // "candidacy as a member"
    return true;
  }
  const bool predicate = tree_.has(n, Relation::cop) || relation == Relation::xcomp;
  const bool copula = is(head, WordKind::copula);
  if (linked_only && !predicate && !copula) return false;
  const auto turn = governor(head);
  if (!verbal(n) && !predicate && relation != Relation::ccomp) {
    if (is(head, WordKind::cultivation)) return false;  // what grows is there
    if (!turn && !copula && !lends(head, true) && !is(head, WordKind::advocacy)) return false;
  }
  if (turn) all.add(*turn);
  const bool within = relation == Relation::nsubj || relation == Relation::compound ||
                      relation == Relation::nmod_poss || relation == Relation::amod;
  if (!within || turn) all.add(marks_of(head));
  return true;
}

Standing Clauses::standing(NodeId node, bool said) const {
  auto all = marks_of(node);
  if (const auto own = own_subject(node); own != no_word) {  // "Neither is", "no country is"
    for (const auto c : tree_.children(own)) {
      if (is(c, WordKind::negation) && c < node) all.denied = true;
    }
  }
  for (auto n = node; tree_[n].head != no_word; n = tree_[n].head) {
    if (told_apart(n)) break;
    if (tree_[n].relation == Relation::advcl && !content(n) && verbal(n) &&
        tree_[n].form == VerbForm::base) {
      all.wished = true;  // "in order to join"
      break;
    }
    if (!add_above(n, said && n == node, all)) break;
  }
  return all.standing();
}

}  // namespace attache
