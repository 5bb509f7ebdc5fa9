// SPDX-License-Identifier: MIT
#include "seed/extract/relations.h"

#include <algorithm>

#include "seed/extract/clauses.h"
#include "seed/extract/mention_index.h"
#include "seed/extract/relation_words.h"
#include "seed/extract/state_words.h"
#include "seed/extract/statements.h"

namespace attache {
namespace {

/// Nouns that lead on to a body, one in the other: "the work of the sessions of".
constexpr int deepest = 4;
/// Tokens before what an item of a list names: "(a) the".
constexpr std::uint32_t longest_mark = 5;
constexpr std::string_view quotation_marks = "\"“”‘’'«»";
/// Of bodies that States give people to.
constexpr std::string_view mission_kind = "mission";

/// Reads the relations of one sentence.
class SentenceReader {
 public:
  SentenceReader(const Analysis& analysis, const std::vector<BodyMention>& mentions,
                 const MentionIndex& index, const StateWords& states, std::uint32_t sentence,
                 std::vector<Role>& out)
      : a_(analysis),
        mentions_(mentions),
        index_(index),
        states_(states),
        sentence_(sentence),
        tree_(analysis.tree(sentence)),
        clauses_(tree_, analysis.frames),
        out_(out) {}

  /// All units of a word: where one that asks for a further word finds it, only those count.
  void word(const std::vector<std::uint32_t>& units, NodeId node) {
    bool narrow = false;
    for (const auto u : units) {
      const auto& unit = a_.frames.units[u];
      narrow = narrow ||
               (!unit.with.empty() && unit.part != LexicalUnit::Part::verb && fits(unit, node));
    }
    for (const auto u : units) {
      if (!narrow || !a_.frames.units[u].with.empty()) unit(a_.frames.units[u], node);
    }
  }

 private:
  void unit(const LexicalUnit& unit, NodeId node) {
    if (!fits(unit, node) || narrowed(unit, node)) return;
    std::vector<std::uint32_t> bodies;
    in_operation_ = false;
    labelled_ = false;
    for (const auto& place : unit.body) collect(place, node, bodies);
    if (bodies.empty()) shared(unit, node, bodies);
    if (bodies.empty() && unit.part == LexicalUnit::Part::predicate) spoken_of(node, bodies);
    if (bodies.empty() && unit.part == LexicalUnit::Part::predicate) label(node, bodies);
    if (bodies.empty() && unit.implied) imply(node, bodies);
    if (!unit.kind.empty() && !in_operation_)
      std::erase_if(bodies, [&](auto m) { return kind_of(m) != unit.kind; });
    if (bodies.empty()) return;
    const TokenRange range{tree_[node].token, tree_[node].token + 1};
    const auto standing = clauses_.standing(node, unit.part == LexicalUnit::Part::predicate);
    const auto& role = a_.frames.frames[unit.frame].roles[static_cast<std::size_t>(standing)];
    const std::string told = "told as " + std::string(name_of(standing));
    if (role.empty()) {
      for (const auto m : bodies) out_.push_back({m, {}, {}, range, unit.id, {}});
      return a_.explain(range, unit.id, told + ", which gives no role");
    }
    auto holder = holder_of(unit, node);
    if (labelled_) holder = {StateWords::Reading::Kind::state, a_.context.country};
    if (holder.kind != StateWords::Reading::Kind::state)
      return a_.explain(range, unit.id, told + " of no state");
    a_.explain(range, unit.id, told + (holder.country.empty() ? "" : " of " + holder.country));
    const auto& in_mission = a_.frames.frames[unit.frame].in_mission;
    for (const auto m : bodies) {
      const bool mission = !in_mission.empty() && kind_of(m) == mission_kind;
      out_.push_back({m, mission ? in_mission : role, holder.country, range, unit.id,
                      stated_in_tree(a_, sentence_, node, holder_, mentions_[m].range)});
    }
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
      if (verb_unit ? relation == Relation::obl : !attribute(relation)) continue;
      const auto count = tree_.child(c, Relation::nummod);
      if (wanted(c) || (verb_unit && count != no_word && wanted(count))) return true;
    }
    return false;
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
           relation == Relation::flat;
  }

  bool linked(NodeId node) const {
    const auto head = tree_[node].head;
    return tree_.has(node, Relation::cop) ||
           (head != no_word && clauses_.is(head, WordKind::copula));
  }

  bool has_verb_unit(NodeId node) const {
    const auto& units = a_.frames.units_of.at(tree_[node].word);
    return std::any_of(units.begin(), units.end(), [&](std::uint32_t u) {
      return a_.frames.units[u].part == LexicalUnit::Part::verb;
    });
  }

  // ---- bodies

  std::string_view kind_of(std::uint32_t m) const {
    const auto body = mentions_[m].body;
    return body == no_body ? std::string_view() : a_.lexicon.bodies[body].kind;
  }

  /// "joined it in 1973 but withdrew", "founded and chairs it": what a verb shares with the one
  /// that it is joined to.
  void shared(const LexicalUnit& unit, NodeId node, std::vector<std::uint32_t>& out) const {
    const bool takes_object = unit.bare || unit.body.front().kind == Place::Kind::object;
    if (unit.part != LexicalUnit::Part::verb || !takes_object) return;
    auto other = tree_[node].relation == Relation::conj ? tree_[node].head
                                                        : tree_.child(node, Relation::conj);
    if (other != no_word && clauses_.verbal(other)) resolve(clauses_.patient(other), out, 0);
  }

  void collect(const Place& place, NodeId node, std::vector<std::uint32_t>& out) const {
    switch (place.kind) {
      case Place::Kind::object: return resolve(clauses_.patient(node), out, 0);
      case Place::Kind::subject: return resolve(clauses_.agent(node), out, 0);
      case Place::Kind::oblique: return oblique(place, node, out);
      case Place::Kind::modifier:
      case Place::Kind::possessor:
        for (const auto c : tree_.children(node)) {
          const auto relation = tree_[c].relation;
          const bool before = relation == Relation::compound || relation == Relation::nmod_poss ||
                              relation == Relation::amod || relation == Relation::nmod;
          if (!before || c > node) continue;
          resolve(c, out, 0);
          if (const auto other = clauses_.paired(c); other != no_word) resolve(other, out, 0);
        }
        return;
      case Place::Kind::bearer: return;
    }
  }

  /// The phrase behind one of the prepositions: the unit's own, or, where the parser hung it
  /// higher or lower, that of its head behind it or of its object.
  void oblique(const Place& place, NodeId node, std::vector<std::uint32_t>& out) const {
    const auto from = [&](NodeId above) { phrases(place, node, above, out, 0); };
    from(node);
    if (!out.empty()) return;
    // "to which it belongs": before its verb.
    for (const auto c : tree_.children(node)) {
      if (c < node && clauses_.led_by(c, place.prepositions)) resolve(relative_or(c), out, 0);
    }
    if (!out.empty()) return;
    const auto head = tree_[node].head;
    const auto relation = tree_[node].relation;
    const bool shares = relation == Relation::obj || relation == Relation::xcomp ||
                        (relation == Relation::obl && clauses_.led_by(node, WordKind::capacity));
    if (out.empty() && head != no_word && shares) from(head);
  }

  /// Those that hang on `above` or on its objects and complements.
  void phrases(const Place& place, NodeId node, NodeId above, std::vector<std::uint32_t>& out,
               int depth) const {
    for (const auto c : tree_.children(above)) {
      const auto phrase = relative_or(c);
      if ((c > node || c != phrase) && clauses_.led_by(c, place.prepositions))
        resolve(phrase, out, 0);
    }
    if (!out.empty() || depth > 2) return;
    for (const auto c : tree_.children(above)) {
      const auto relation = tree_[c].relation;
      const bool goes_on = relation == Relation::obj || relation == Relation::xcomp ||
                           relation == Relation::conj ||
                           (relation == Relation::nmod && far_reaching(place));
      if (goes_on && c > node) phrases(place, node, c, out, depth + 1);
    }
  }

  /// Phrases that nouns within the unit's do not take for themselves: "with", not "of" or "in".
  bool far_reaching(const Place& place) const {
    return std::none_of(place.prepositions.begin(), place.prepositions.end(),
                        [&](WordId p) { return a_.frames.is(p, WordKind::inner); });
  }

  NodeId relative_or(NodeId node) const { return clauses_.antecedent(node); }

  /// The bodies that a phrase names: its own, those joined to it, and those that it leads on to.
  void resolve(NodeId node, std::vector<std::uint32_t>& out, int depth) const {
    if (node == no_word || depth > deepest) return;
    const auto m = states_.mention_at(tree_[node].token);
    if (m != StateWords::no_mention) take(m, out);
    if (m == StateWords::no_mention && clauses_.is(node, WordKind::operation)) in_operation_ = true;
    const bool leads = m == StateWords::no_mention && clauses_.is(node, WordKind::bridge);
    for (const auto c : tree_.children(node)) {
      const auto relation = tree_[c].relation;
      const bool known = m != StateWords::no_mention || leads ||
                         clauses_.led_by(node, WordKind::pairing) ||
                         tree_[node].part == PartOfSpeech::proper;
      const bool joined = known && (relation == Relation::conj || relation == Relation::appos);
      const bool example = relation == Relation::nmod && clauses_.led_by(c, WordKind::example_of);
      const bool operation =
          leads && clauses_.is(node, WordKind::operation) && relation == Relation::compound;
      in_operation_ = in_operation_ || operation;
      const bool within =
          leads && relation == Relation::nmod && clauses_.led_by(c, WordKind::inner);
      if (joined || example || within || operation) resolve(c, out, depth + 1);
    }
    if (leads && out.empty()) listed(tree_[node].token + 1, out);
  }

  /// "the following bodies: (a) the AU; (b) COMESA": what a colon at the token lists, up to the
  /// next clause, or in items of their own.
  void listed(std::uint32_t colon, std::vector<std::uint32_t>& out) const {
    constexpr auto says = WordClass::auxiliary | WordClass::modal | WordClass::pronoun;
    const auto& sentences = a_.sentences;
    const auto last = sentences[sentence_].last;
    if (colon >= last || !a_.is_punctuation(colon, ":")) return;
    for (auto t = colon + 1; t < last && !a_.is_class(t, says); ++t) begins(t, out);
    if (colon + 1 < last) return;
    for (auto s = sentence_ + 1; s < sentences.size(); ++s) {
      if (!sentences[s].bullet && !sentences[s].item) return;
      const auto end = std::min(sentences[s].last, sentences[s].first + longest_mark);
      for (auto t = sentences[s].first; t < end; ++t) begins(t, out);
    }
  }

  void begins(std::uint32_t t, std::vector<std::uint32_t>& out) const {
    const auto m = states_.mention_at(t);
    if (m != StateWords::no_mention && mentions_[m].range.first == t) out.push_back(m);
  }

  /// A mention, and those that follow it in one enumeration.
  void take(std::uint32_t m, std::vector<std::uint32_t>& out) const {
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
  void imply(NodeId node, std::vector<std::uint32_t>& out) const {
    const auto& children = tree_.children(node);
    const bool said = clauses_.led_by(node, WordKind::capacity) || tree_.has(node, Relation::cop) ||
                      std::any_of(children.begin(), children.end(), [&](NodeId c) {
                        return clauses_.is(c, WordKind::fellow) || clauses_.is(c, WordKind::own) ||
                               clauses_.led_by(c, WordKind::example_of);
                      });
    if (!said || !a_.tokens[tree_[node].token].capital) return;
    const auto nearest = index_.of_states(tree_[node].token);
    if (nearest != MentionIndex::none) out.push_back(nearest);
  }

  /// "OAS (observer), ...": a list of what the document's state is to bodies.
  void label(NodeId node, std::vector<std::uint32_t>& out) const {
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
  void spoken_of(NodeId node, std::vector<std::uint32_t>& out) const {
    const auto whose = tree_.child(node, Relation::nmod_poss);
    if (whose == no_word || !clauses_.is(whose, WordKind::anaphor)) return;
    const auto m = index_.before(tree_[node].token);
    if (m == MentionIndex::none) return;
    const auto before = a_.sentence_of[mentions_[m].range.first];
    if (before != Analysis::no_sentence && before + 2 >= sentence_) out.push_back(m);
  }

  std::uint32_t following(std::uint32_t m, bool& coordinated) const {
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
    return joint && t < a_.sentences[sentence_].last ? states_.mention_at(t)
                                                     : StateWords::no_mention;
  }

  // ---- holder

  StateWords::Reading holder_of(const LexicalUnit& unit, NodeId node) const {
    StateWords::Reading last;
    holder_ = no_word;
    const bool cities = a_.frames.frames[unit.frame].cities;
    for (const auto& place : unit.holder) {
      for (const auto candidate : candidates(place, node, unit.frame)) {
        if (place.kind == Place::Kind::bearer && !agrees(node, candidate)) continue;
        auto reading = states_.read(sentence_, candidate, cities);
        if (reading.kind != StateWords::Reading::Kind::state &&
            (clauses_.is(candidate, WordKind::someone) || person(candidate)))
          return last;
        holder_ = candidate;
        if (reading.kind == StateWords::Reading::Kind::state) return reading;
        reading = one_of(candidate);
        if (reading.kind == StateWords::Reading::Kind::state) return reading;
      }
    }
    return last;
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
    if (!tree_[countries].plural || !clauses_.is(countries, WordKind::state_noun)) return {};
    for (const auto bearer : clauses_.bearers(countries)) {
      const auto reading = states_.read(sentence_, bearer);
      if (reading.kind == StateWords::Reading::Kind::state && agrees(countries, bearer)) {
        holder_ = bearer;
        return reading;
      }
    }
    return {};
  }

  /// "the five permanent members" are no single state, but for "we", and "one of the members" is.
  bool agrees(NodeId noun, NodeId bearer) const {
    if (!tree_[noun].plural) return true;
    const auto head = tree_[noun].head;
    return tree_[bearer].head == noun || tree_.has(bearer, Relation::conj) ||
           clauses_.is(bearer, WordKind::own) || clauses_.is(bearer, WordKind::possessive_own) ||
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
      if (clauses_.led_by(c, place.prepositions)) out.push_back(relative_or(c));
    }
    // "The headquarters is in Vienna", "has its seat in Vienna".
    const auto head = tree_[node].head;
    if (head == no_word) return out;
    if (clauses_.led_by(head, place.prepositions)) out.push_back(head);
    for (const auto c : tree_.children(head)) {
      if (c > node && clauses_.led_by(c, place.prepositions)) out.push_back(relative_or(c));
    }
    return out;
  }

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  const MentionIndex& index_;
  const StateWords& states_;
  mutable NodeId holder_ = no_word;    ///< the word that stood for the state of the last reading
  mutable bool labelled_ = false;      ///< said in brackets behind the body's name
  mutable bool in_operation_ = false;  ///< the bodies at hand are found through an operation
  std::uint32_t sentence_;
  const SentenceTree& tree_;
  Clauses clauses_;
  std::vector<Role>& out_;
};

/// The sentences that name a body, and those that open a list which does, in order.
std::vector<std::uint32_t> sentences_with(const Analysis& a,
                                          const std::vector<BodyMention>& mentions) {
  std::vector<std::uint32_t> out;
  std::uint32_t walked = 0;  // no list is walked back over twice
  for (const auto& mention : mentions) {
    const auto sentence = a.sentence_of[mention.range.first];
    if (sentence == Analysis::no_sentence || (!out.empty() && out.back() == sentence)) continue;
    auto opener = sentence;
    while (opener > walked && (a.sentences[opener].bullet || a.sentences[opener].item)) --opener;
    walked = sentence;
    const bool opens = opener < sentence && a.is_punctuation(a.sentences[opener].last - 1, ":");
    if (opens && (out.empty() || out.back() < opener)) out.push_back(opener);
    out.push_back(sentence);
  }
  return out;
}

}  // namespace

std::vector<Role> find_relations(const Analysis& analysis,
                                 const std::vector<BodyMention>& mentions) {
  std::vector<Role> out;
  const StateWords states(analysis, mentions);
  const MentionIndex index(analysis, mentions);
  RelationWords words(analysis, states);
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
  return out;
}

}  // namespace attache
