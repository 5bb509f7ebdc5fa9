// SPDX-License-Identifier: MIT
#include "seed/extract/relations.h"

#include <algorithm>

#include "seed/extract/clauses.h"
#include "seed/extract/mention_index.h"
#include "seed/extract/relation_bodies.h"
#include "seed/extract/relation_sentences.h"
#include "seed/extract/relation_words.h"
#include "seed/extract/state_lists.h"
#include "seed/extract/state_words.h"
#include "seed/extract/statements.h"

namespace attache {
namespace {

/// Reads the relations of one sentence.
class SentenceReader {
 public:
  SentenceReader(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                 const MentionIndex& index, const StateWords& states, std::uint32_t sentence,
                 std::vector<Role>& out)
      : a_(analysis),
        mentions_(mentions),
        states_(states),
        sentence_(sentence),
        tree_(analysis.tree(sentence)),
        clauses_(tree_, analysis.frames),
        bodies_(analysis, mentions, index, states, sentence, clauses_),
        out_(out) {}

  /// All units of a word: where one that asks for a further word finds it, only those count.
  void word(const std::vector<std::uint32_t>& units, NodeId node) {
    bool narrow = false;
    for (const auto u : units) {
      const auto& unit = a_.frames.units[u];
      narrow = narrow || (!unit.with.empty() && unit.part != LexicalUnit::Part::verb &&
                          fits(unit, node) && !bodies_.of(unit, node).mentions.empty());
    }
    for (const auto u : units) {
      if (!narrow || !a_.frames.units[u].with.empty()) unit(a_.frames.units[u], node);
    }
  }

 private:
  void unit(const LexicalUnit& unit, NodeId node) {
    if (!fits(unit, node) || narrowed(unit, node)) return;
    const auto [bodies, labelled] = bodies_.of(unit, node);
    if (bodies.empty()) return;
    const TokenRange range{tree_[node].token, tree_[node].token + 1};
    const auto standing = unit.settled || beside_fellows(unit, node)
                              ? Standing::asserted
                              : clauses_.standing(adjunct(unit, node) ? verb_over(node) : node,
                                                  unit.part == LexicalUnit::Part::predicate);
    const auto& role = a_.frames.frames[unit.frame].roles[static_cast<std::size_t>(standing)];
    const std::string told = "told as " + std::string(name_of(standing));
    if (role.empty()) {
      for (const auto m : bodies) out_.push_back({m, {}, {}, range, unit.id, {}});
      return a_.explain(range, unit.id, told + ", which gives no role");
    }
    auto holder = holder_of(unit, node);
    if (holder.kind != StateWords::Reading::Kind::state && unit.part == LexicalUnit::Part::noun)
      holder = behind_body(bodies);
    if (holder.kind != StateWords::Reading::Kind::state && unit.part != LexicalUnit::Part::verb)
      holder = beside(unit, node);
    if (labelled) holder = {StateWords::Reading::Kind::state, a_.own_state(range.first)};
    if (holder.kind != StateWords::Reading::Kind::state) {
      // Of others who are named: no cue makes it the document's. "A history of serving in" has
      // none.
      const bool others = holder_ != no_word && holder_ != tree_[node].head &&
                          tree_[holder_].part == PartOfSpeech::noun;
      if (unit.part == LexicalUnit::Part::verb && others) {
        for (const auto m : bodies) out_.push_back({m, {}, {}, range, unit.id, {}});
      }
      return a_.explain(range, unit.id, told + " of no state");
    }
    a_.explain(range, unit.id, told + (holder.country.empty() ? "" : " of " + holder.country));
    const auto& in_mission = a_.frames.frames[unit.frame].in_mission;
    for (const auto m : bodies) {
      const bool mission = !in_mission.empty() && bodies_.kind_of(m) == mission_kind;
      out_.push_back({m, mission ? in_mission : role, holder.country, range, unit.id,
                      stated_in_tree(a_, sentence_, node, holder_, mentions_[m].range)});
    }
  }

  /// "Kenya, together with other Member States, asks": a member whatever the clause tells.
  bool beside_fellows(const LexicalUnit& unit, NodeId node) const {
    return unit.part == LexicalUnit::Part::predicate && !tree_.has(node, Relation::cop) &&
           names_fellows(a_, sentence_, node);
  }

  /// Those who do something with "the other Member States", and those that are listed: "the new
  /// Members, Malta and Fiji".
  StateWords::Reading beside(const LexicalUnit& unit, NodeId node) const {
    if (unit.part != LexicalUnit::Part::predicate) return {};
    const auto listed = listed_behind(a_, states_, sentence_, node);
    if (listed.kind == StateWords::Reading::Kind::state) return listed;
    const auto relation = tree_[node].relation;
    const bool told = relation == Relation::obl || relation == Relation::obj ||
                      relation == Relation::conj || relation == Relation::ccomp;
    const bool fellows = told && (unit.implied || unit.settled) && beside_fellows(unit, node);
    const auto doer = fellows ? clauses_.agent(verb_over(node)) : no_word;
    if (doer == no_word) return {};
    holder_ = doer;
    return states_.read(sentence_, doer);
  }

  /// "in partnership with": told as the verb that the phrase hangs on.
  bool adjunct(const LexicalUnit& unit, NodeId node) const {
    const auto preposition = tree_.child(node, Relation::case_mark);
    return unit.part == LexicalUnit::Part::noun && preposition != no_word &&
           std::ranges::find(unit.with, tree_[preposition].word) != unit.with.end();
  }

  bool fits(const LexicalUnit& unit, NodeId node) const {
    if (states_.mention_at(tree_[node].token) != StateWords::no_mention) return false;
    // The tagger's word counts where the frames know the word as both.
    const bool verb = tree_[node].part == PartOfSpeech::verb && has_verb_unit(node);
    if ((unit.part == LexicalUnit::Part::verb) != verb) return false;
    if (unit.linked && !linked(node)) return false;
    if (unit.bare && tree_.has(node, Relation::obj)) return false;
    if (unit.with.empty()) return true;
    return has_companion(unit, node);
  }

  /// One of the words that the unit asks for hangs on it, or counts what does ("$1 million").
  bool has_companion(const LexicalUnit& unit, NodeId node) const {
    const bool verb_unit = unit.part == LexicalUnit::Part::verb;
    const auto wanted = [&](NodeId n) {
      return std::find(unit.with.begin(), unit.with.end(), tree_[n].word) != unit.with.end();
    };
    for (const auto c : tree_.children(node)) {
      const auto relation = tree_[c].relation;
      const bool phrase = relation == Relation::obl && tree_.has(c, Relation::case_mark);
      if (verb_unit ? phrase : !attribute(relation)) continue;
      if (wanted(c) || (verb_unit && tells_more(c, wanted))) return true;
    }
    return false;
  }

  /// "$1 million", "a joint task force", "the Convention and the Statute".
  template <typename Wanted>
  bool tells_more(NodeId object, const Wanted& wanted) const {
    const auto& children = tree_.children(object);
    return std::any_of(children.begin(), children.end(), [&](NodeId c) {
      const auto relation = tree_[c].relation;
      return (relation == Relation::nummod || relation == Relation::amod ||
              relation == Relation::conj) &&
             wanted(c);
    });
  }

  /// "was admitted as an observer": as what, the predicate says.
  bool narrowed(const LexicalUnit& unit, NodeId node) const {
    if (unit.part != LexicalUnit::Part::verb) return false;
    const auto& children = tree_.children(node);
    return std::any_of(children.begin(), children.end(), [&](NodeId c) {
      const auto units = a_.frames.units_of.find(tree_[c].word);
      if (units == a_.frames.units_of.end() || !clauses_.led_by(c, WordKind::capacity))
        return false;
      return std::none_of(units->second.begin(), units->second.end(),
                          [&](std::uint32_t u) { return a_.frames.units[u].frame == unit.frame; });
    });
  }

  static bool attribute(Relation relation) {
    return relation == Relation::amod || relation == Relation::compound ||
           relation == Relation::nmod || relation == Relation::nmod_poss ||
           relation == Relation::flat || relation == Relation::case_mark;  // "in partnership with"
  }

  bool linked(NodeId node) const {
    const auto head = tree_[node].head;
    if (tree_.has(node, Relation::cop)) return true;
    const auto body = tree_.child(node, Relation::nmod);
    if (body != no_word && clauses_.led_by(node, WordKind::capacity))  // "Kenya, as part of"
      return states_.mention_at(tree_[body].token) != StateWords::no_mention;
    return head != no_word && clauses_.is(head, WordKind::copula);
  }

  bool has_verb_unit(NodeId node) const {
    const auto& units = a_.frames.units_of.at(tree_[node].word);
    return std::any_of(units.begin(), units.end(), [&](std::uint32_t u) {
      return a_.frames.units[u].part == LexicalUnit::Part::verb;
    });
  }

  // ---- holder

  StateWords::Reading holder_of(const LexicalUnit& unit, NodeId node) const {
    StateWords::Reading last;
    holder_ = no_word;
    const bool cities = a_.frames.frames[unit.frame].cities;
    for (const auto& place : unit.holder) {
      // "to act in partnership with": of whom the verb is said itself.
      if (place.kind == Place::Kind::subject && adjunct(unit, node) &&
          !tree_.has(tree_[node].head, Relation::nsubj))
        continue;
      for (const auto candidate : candidates(place, node, unit.frame)) {
        if (place.kind == Place::Kind::bearer && !agrees(node, candidate)) continue;
        // "welcomed Kenya's initiative": what acts for a state is not let in.
        if (place.kind == Place::Kind::object && clauses_.is(candidate, WordKind::agent)) continue;
        auto reading = states_.read(sentence_, candidate, cities);
        if (reading.kind != StateWords::Reading::Kind::state &&
            (clauses_.is(candidate, WordKind::someone) || person(candidate)))
          return last;
        holder_ = candidate;
        if (reading.kind == StateWords::Reading::Kind::state) return reading;
        reading = one_of(candidate);
        if (reading.kind == StateWords::Reading::Kind::state) return reading;
        reading = whose_aim(candidate);
        if (reading.kind == StateWords::Reading::Kind::state) return reading;
      }
    }
    return last;
  }

  /// "the admission to the Organization of Kenya": a state behind the body.
  StateWords::Reading behind_body(const std::vector<std::uint32_t>& bodies) const {
    for (const auto m : bodies) {
      const auto& range = mentions_[m].range;
      const auto body = tree_.head_of(range.first, range.last);
      if (body == no_word || a_.sentence_of[range.first] != sentence_) continue;
      for (const auto c : tree_.children(body)) {
        if (c < body || !clauses_.led_by(c, {a_.lexicon.little.of})) continue;
        const auto reading = states_.read(sentence_, c);
        if (reading.kind != StateWords::Reading::Kind::state) continue;
        holder_ = c;
        return reading;
      }
    }
    return {};
  }

  /// A proper noun that names neither a state nor a body: most likely a person.
  bool person(NodeId node) const {
    return tree_[node].part == PartOfSpeech::proper && !clauses_.is(node, WordKind::state_noun) &&
           !clauses_.is(node, WordKind::agent) &&
           states_.mention_at(tree_[node].token) == StateWords::no_mention;
  }

  /// The verb that a noun hangs on, or the verb itself.
  NodeId verb_over(NodeId node) const {
    auto n = node;
    while (!clauses_.verbal(n) && tree_[n].head != no_word) n = tree_[n].head;
    return n;
  }

  /// "We are among the countries that contribute to it": of whom the countries are said.
  StateWords::Reading one_of(NodeId countries) const {
    const bool states = clauses_.is(countries, WordKind::state_noun) ||
                        clauses_.is(countries, WordKind::bridge);  // "the members that"
    if (!tree_[countries].plural || !states) return {};
    for (const auto bearer : clauses_.bearers(countries)) {
      const auto reading = states_.read(sentence_, bearer);
      if (reading.kind == StateWords::Reading::Kind::state && agrees(countries, bearer)) {
        holder_ = bearer;
        return reading;
      }
    }
    return {};
  }

  /// "Our goal is to join": who has the goal.
  StateWords::Reading whose_aim(NodeId noun) const {
    if (!a_.frames.governors.contains(tree_[noun].word)) return {};
    for (const auto owner : clauses_.possessors(noun)) {
      const auto reading = states_.read(sentence_, owner);
      if (reading.kind != StateWords::Reading::Kind::state) continue;
      holder_ = owner;
      return reading;
    }
    return {};
  }

  /// "the five permanent members" are no single state, but for "we", and "one of the members" is.
  bool agrees(NodeId noun, NodeId bearer) const {
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

  std::vector<NodeId> candidates(const Place& place, NodeId node, std::uint32_t frame) const {
    const auto one = [](NodeId n) { return n == no_word ? std::vector<NodeId>{} : std::vector{n}; };
    switch (place.kind) {
      case Place::Kind::subject: return one(clauses_.agent(verb_over(node)));
      case Place::Kind::object: return one(clauses_.patient(node));
      case Place::Kind::possessor:
      case Place::Kind::modifier:
        return clauses_.possessors(node, a_.frames.frames[frame].cultivated);
      case Place::Kind::bearer: return clauses_.bearers(node);
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

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const StateWords& states_;
  mutable NodeId holder_ = no_word;  ///< the word that stood for the state of the last reading
  std::uint32_t sentence_;
  const SentenceTree& tree_;
  Clauses clauses_;
  RelationBodies bodies_;
  std::vector<Role>& out_;
};

}  // namespace

std::vector<Role> find_relations(const Analysis& analysis,
                                 const std::vector<BodyMention>& mentions) {
  std::vector<Role> out;
  const StateWords states(analysis, mentions);
  const MentionIndex index(analysis, mentions);
  RelationWords words(analysis, mentions, states);
  for (const auto sentence : sentences_with(analysis, mentions)) {
    if (!words.in(sentence)) continue;
    const auto& tree = analysis.tree(sentence);
    SentenceReader reader(analysis, mentions, index, states, sentence, out);
    for (NodeId n = 0; n < tree.size(); ++n) {
      const auto found = analysis.frames.units_of.find(tree[n].word);
      if (tree[n].word == unknown_word || found == analysis.frames.units_of.end()) continue;
      reader.word(found->second, n);
    }
  }
  std::erase_if(out, [kept = kept_out(analysis)](const Role& role) {
    return std::ranges::binary_search(kept, role.cue.first);
  });
  return out;
}

}  // namespace attache
