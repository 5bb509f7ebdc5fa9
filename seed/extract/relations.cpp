// SPDX-License-Identifier: MIT
#include "seed/extract/relations.h"

#include <algorithm>

#include "seed/extract/clauses.h"
#include "seed/extract/mention_index.h"
#include "seed/extract/relation_bodies.h"
#include "seed/extract/relation_holders.h"
#include "seed/extract/relation_sentences.h"
#include "seed/extract/relation_words.h"
#include "seed/extract/state_words.h"
#include "seed/extract/statements.h"
#include "seed/extract/tree_path.h"

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
        holders_(analysis, mentions, states, sentence, clauses_),
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
    const auto [bodies, excluded, labelled] = bodies_.of(unit, node);
    const TokenRange range{tree_[node].token, tree_[node].token + 1};
    for (const auto m : excluded) out_.push_back({m, {}, {}, range, unit.id, {}});
    if (bodies.empty()) return;
    const auto standing =
        unit.settled || holders_.beside_fellows(unit, node)
            ? Standing::asserted
            : clauses_.standing(holders_.adjunct(unit, node) ? holders_.verb_over(node) : node,
                                unit.part == LexicalUnit::Part::predicate);
    const auto& roles = a_.frames.frames[unit.frame].roles;
    const auto& ended = roles[static_cast<std::size_t>(Standing::ended)];
    const bool over = standing == Standing::asserted && !ended.empty() && ended_since(unit, bodies);
    const auto& role = over ? ended : roles[static_cast<std::size_t>(standing)];
    const std::string told = "told as " + std::string(name_of(over ? Standing::ended : standing));
    if (role.empty()) {
      for (const auto m : bodies) out_.push_back({m, {}, {}, range, unit.id, {}});
      return tell(unit, node, told + ", which gives no role", standing, no_word, bodies);
    }
    auto holder = holders_.of(unit, node, bodies);
    if (labelled || (!holder.is_state() && noted(unit, node)))
      holder.reading = {StateWords::Reading::Kind::state, a_.own_state(range.first)};
    if (!holder.is_state()) {
      // Of others who are named: no cue makes it the document's. "A history of serving in" has
      // none.
      if (over || standing == Standing::ended || told_of_others(unit, node, holder.word)) {
        for (const auto m : bodies) out_.push_back({m, {}, {}, range, unit.id, {}});
      }
      return tell(unit, node, told + " of no state", standing, no_word, bodies);
    }
    const auto& country = holder.reading.country;
    tell(unit, node, told + (country.empty() ? "" : " of " + country), standing, holder.word,
         bodies);
    const auto& in_mission = a_.frames.frames[unit.frame].in_mission;
    for (const auto m : bodies) {
      const bool mission = !in_mission.empty() && bodies_.kind_of(m) == mission_kind;
      out_.push_back({m, mission ? in_mission : role, country, range, unit.id,
                      stated_in_tree(a_, sentence_, node, holder.word, mentions_[m].range)});
    }
  }

  /// Someone else is named of whom it is told; a verb's noun right above it only where the verb
  /// stands right behind it ("a proliferator presiding").
  bool told_of_others(const LexicalUnit& unit, NodeId node, NodeId who) const {
    if (who == no_word || clauses_.is(who, WordKind::time) ||
        states_.mention_at(tree_[who].token) != StateWords::no_mention)
      return false;
    const auto part = tree_[who].part;
    const bool proper = part == PartOfSpeech::proper && a_.tokens[tree_[who].token].capital;
    const bool name = part == PartOfSpeech::noun || proper;  // a pictogram is none
    const bool someone = part == PartOfSpeech::pronoun && clauses_.is(who, WordKind::someone);
    switch (unit.part) {
      case LexicalUnit::Part::verb: {
        const bool behind = who + 1 == node && !clauses_.is(who, WordKind::capacity);
        return someone || (name && (who != tree_[node].head || behind));
      }
      case LexicalUnit::Part::noun: return name && tree_[who].relation == Relation::nmod_poss;
      case LexicalUnit::Part::predicate:  // "esteem for you as one of the founders"
        return who < node &&
               (someone ? !is_subject(tree_[who].relation) : proper);
    }
    return false;
  }

  /// "Member of: UN, NATO; observer in the OAS": a note is told of the document's state.
  bool noted(const LexicalUnit& unit, NodeId node) const {
    const auto token = tree_[tree_.reach(node).first].token;
    const auto before = token > 0 && !a_.is_punctuation(token, ";") ? token - 1 : token;
    return unit.part == LexicalUnit::Part::predicate && a_.is_punctuation(before, ";") &&
           !a_.own_state(token).empty() &&
           a_.frames.units_of.contains(a_.tokens[a_.sentences[sentence_].first].word) &&
           std::ranges::none_of(tree_.nodes(), [](const SyntaxNode& word) {
             return word.part == PartOfSpeech::verb || word.part == PartOfSpeech::auxiliary;
           });
  }

  /// "our mandate on the Council, which ended in 2019".
  bool ended_since(const LexicalUnit& unit, const std::vector<std::uint32_t>& bodies) const {
    if (unit.part != LexicalUnit::Part::noun) return false;
    const auto last = a_.sentences[sentence_].last;
    auto t = mentions_[bodies.back()].range.last;
    if (t < last && a_.is_punctuation(t, ",")) ++t;
    if (t < last && a_.frames.is(a_.tokens[t].word, WordKind::relative)) ++t;
    return t < last && a_.frames.is(a_.tokens[t].word, WordKind::expiry) &&
           a_.is_class(t, WordClass::verb_ed);
  }

  /// For `explain`: what became of the unit, which words fill its places, and the ways there.
  void tell(const LexicalUnit& unit, NodeId node, const std::string& outcome, Standing standing,
            NodeId holder, const std::vector<std::uint32_t>& bodies) const {
    if (a_.trace == nullptr) return;
    TraceLine line{sentence_, {tree_[node].token, tree_[node].token + 1}, unit.id, outcome};
    line.standing = name_of(standing);
    const auto way = [&](NodeId to) {
      return to == no_word ? std::string() : tree_path(a_, tree_, node, to);
    };
    if (holder != no_word)
      line.places.push_back({true, {tree_[holder].token, tree_[holder].end}, way(holder)});
    for (const auto m : bodies) {
      const auto& words = mentions_[m].range;
      const bool here = a_.sentence_of[words.first] == sentence_;
      line.places.push_back(
          {false, words, way(here ? tree_.head_of(words.first, words.last) : no_word)});
    }
    a_.trace->push_back(std::move(line));
  }

  bool fits(const LexicalUnit& unit, NodeId node) const {
    if (states_.mention_at(tree_[node].token) != StateWords::no_mention) return false;
    // The tagger's word counts where the frames know the word as both.
    const bool verb = tree_[node].part == PartOfSpeech::verb && has_verb_unit(node);
    if ((unit.part == LexicalUnit::Part::verb) != verb) return false;
    if (unit.linked && !linked(node)) return false;
    if (unit.bare && has_object(node)) return false;
    if (unit.singular && tree_[node].plural) return false;
    if (unit.with.empty()) return true;
    return has_companion(unit, node);
  }

  /// "denies that Chad has withdrawn": a "that" which the parser took for an object is none.
  bool has_object(NodeId verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](NodeId c) {
      return tree_[c].relation == Relation::obj && !clauses_.is(c, WordKind::content);
    });
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
              relation == Relation::conj || relation == Relation::nsubj) &&
             wanted(c);
    });
  }

  /// "was admitted as an observer", "was elected to the presidency": as what, the noun says.
  bool narrowed(const LexicalUnit& unit, NodeId node) const {
    if (unit.part != LexicalUnit::Part::verb) return false;
    const auto& children = tree_.children(node);
    return std::any_of(children.begin(), children.end(), [&](NodeId c) {
      const auto units = a_.frames.units_of.find(tree_[c].word);
      const bool into =
          clauses_.is(node, WordKind::investiture) && tree_[c].relation == Relation::obl;
      if (units == a_.frames.units_of.end() || !(into || clauses_.led_by(c, WordKind::capacity)))
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

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const StateWords& states_;
  std::uint32_t sentence_;
  const SentenceTree& tree_;
  Clauses clauses_;
  RelationBodies bodies_;
  RelationHolders holders_;
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
