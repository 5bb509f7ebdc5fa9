// SPDX-License-Identifier: MIT
#include "seed/extract/state_words.h"

#include <algorithm>

namespace attache {
namespace {

/// "It" is followed back over so many sentences.
constexpr std::uint32_t topic_reach = 6;
constexpr int deepest = 4;
/// So many answers are kept.
constexpr std::size_t most_known = 1024;

bool names_state(NameKind kind) {
  return kind == NameKind::country || kind == NameKind::adjective || kind == NameKind::demonym ||
         kind == NameKind::government || kind == NameKind::person;
}

}  // namespace

StateWords::StateWords(const Analysis& analysis, const std::vector<BodyMention>& mentions)
    : a_(analysis) {
  reported_ = reports(a_);
  mention_of_.assign(a_.tokens.size() + 1, no_mention);
  name_of_.assign(a_.tokens.size() + 1, no_mention);
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    const auto range = mentions[m].range;
    for (auto t = range.first; t < range.last; ++t) {
      const auto before = mention_of_[t];
      if (before == no_mention || mentions[before].range.size() < range.size()) mention_of_[t] = m;
    }
  }
  for (std::uint32_t i = 0; i < a_.names.matches.size(); ++i) {
    const auto& match = a_.names.matches[i];
    if (!names_state(a_.name(match).kind)) continue;
    for (auto t = match.first; t < match.last; ++t) {
      const auto before = name_of_[t];
      const bool longer =
          before == no_mention ||
          a_.names.matches[before].last - a_.names.matches[before].first < match.last - match.first;
      if (longer) name_of_[t] = i;
    }
  }
}

/// A record that tells a speech in the third person: nobody says "we" or "our".
bool StateWords::reports(const Analysis& a) {
  return std::ranges::none_of(a.tokens, [&](const Token& token) {
    return a.frames.is(token.word, WordKind::own) ||
           a.frames.is(token.word, WordKind::possessive_own);
  });
}

/// "His Government would contribute" in such a record, where no one else is named before it.
bool StateWords::reported_own(std::uint32_t sentence, std::uint32_t token) const {
  if (!reported_ || !a_.frames.is(a_.tokens[token].word, WordKind::reported_own)) return false;
  for (auto t = a_.sentences[sentence].first; t < token; ++t) {
    const bool others = name_of_[t] != no_mention && !speakers_own(t);
    if (others || mention_of_[t] != no_mention) return false;
  }
  return true;
}

/// "Mr. Olsen (Norway) said that his Government": the label names the state itself.
bool StateWords::speakers_own(std::uint32_t token) const {
  const auto name = named(token);
  return !a_.turns.empty() && name.kind == Reading::Kind::state &&
         name.country == a_.own_state(token);
}

StateWords::Reading StateWords::named(std::uint32_t token) const {
  if (name_of_[token] == no_mention) return {};
  const auto& name = a_.name(a_.names.matches[name_of_[token]]);
  if (name.kind == NameKind::person) {
    const auto& country = a_.lexicon.persons[name.entry].country;
    return country.empty() || country != a_.own_state(token)
               ? other()
               : Reading{Reading::Kind::state, country};
  }
  return {Reading::Kind::state, a_.lexicon.countries[name.entry].iso3};
}

/// The state whose capital the token names, or of which it is the document's own city.
StateWords::Reading StateWords::city(std::uint32_t token) const {
  for (auto t = token + 1; t-- > 0 && token - t < 3;) {
    for (const auto kind : {NameKind::capital, NameKind::city}) {
      const auto* match = a_.names.at(t, kind, a_.lexicon.names);
      if (match == nullptr || match->last <= token) continue;
      const auto& country = a_.lexicon.countries[a_.name(*match).entry].iso3;
      if (kind == NameKind::capital || country == a_.own_state(t))
        return {Reading::Kind::state, country};
    }
  }
  return {};
}

StateWords::Reading StateWords::read(std::uint32_t sentence, NodeId node, bool cities) const {
  const auto& tree = a_.tree(sentence);
  auto first = single(sentence, node, 0);
  if (cities && first.kind != Reading::Kind::state && mention_of_[tree[node].token] == no_mention) {
    if (const auto found = city(tree[node].token); found.kind == Reading::Kind::state)
      first = found;
  }
  if (first.kind != Reading::Kind::state) {
    if (const auto found = behind_time(sentence, node); found.kind == Reading::Kind::state)
      first = found;
  }
  auto best = first;
  for (const auto c : tree.children(node)) {
    if (tree[c].relation != Relation::conj) continue;
    const auto more = single(sentence, c, 0);
    if (more.kind != Reading::Kind::state) continue;
    const bool own_state = !more.country.empty() && more.country == a_.own_state(tree[c].token);
    if (best.kind != Reading::Kind::state || own_state) best = more;
  }
  return best;
}

/// "Last spring the Republic of Korea joined": the parser takes the season for the subject and
/// hangs the state on it, without a preposition.
StateWords::Reading StateWords::behind_time(std::uint32_t sentence, NodeId node) const {
  const auto& tree = a_.tree(sentence);
  if (!is_subject(tree[node].relation) || tree[node].part != PartOfSpeech::noun) return {};
  for (const auto c : tree.children(node)) {
    const auto relation = tree[c].relation;
    const bool bare = (relation == Relation::nmod || relation == Relation::appos ||
                       relation == Relation::flat || relation == Relation::other) &&
                      !tree.has(c, Relation::case_mark) && c > node;
    if (!bare || mention_of_[tree[c].token] != no_mention) continue;
    if (const auto name = named(tree[c].token); name.kind == Reading::Kind::state) return name;
  }
  return {};
}

StateWords::Reading StateWords::single(std::uint32_t sentence, NodeId node, int depth) const {
  const auto& tree = a_.tree(sentence);
  const auto& frames = a_.frames;
  const auto token = tree[node].token;
  if (mention_of_[token] != no_mention) return other();
  const auto word = tree[node].word;
  if (a_.tokens[token].upper) {  // "US" is no pronoun
    if (const auto name = named(token); name.kind == Reading::Kind::state) return name;
  }
  if (frames.is(word, WordKind::own) || frames.is(word, WordKind::possessive_own))
    return own(token);
  if (frames.is(word, WordKind::anaphor)) return spoken_of(sentence, node, depth);
  if (tree[node].relation == Relation::nmod_poss && frames.is(word, WordKind::someone)) {
    // "Kenya and Ghana on their admission"
    if (const auto companion = beside(sentence, node); companion.kind == Reading::Kind::state)
      return companion;
  }
  if (frames.is(word, WordKind::someone) || frames.is(word, WordKind::relative)) return other();
  if (const auto name = named(token); name.kind != Reading::Kind::none) {
    const auto kind = a_.name(a_.names.matches[name_of_[token]]).kind;
    const bool attribute = kind == NameKind::adjective && tree[node].part == PartOfSpeech::noun;
    if (!attribute) return name;
  }
  if (frames.is(word, WordKind::state_noun) || frames.is(word, WordKind::agent))
    return state_noun(sentence, node, depth);
  return other();
}

/// "the Government of Kenya", "our people", "this country", "Kenyan troops".
StateWords::Reading StateWords::state_noun(std::uint32_t sentence, NodeId node, int depth) const {
  const auto& tree = a_.tree(sentence);
  bool pointed = false;
  for (const auto c : tree.children(node)) {
    const auto token = tree[c].token;
    if (mention_of_[token] == no_mention && a_.frames.is(tree[c].word, WordKind::possessive_own))
      return own(token);
    if (reported_own(sentence, token)) return own(token);
    const auto relation = tree[c].relation;
    const bool says_whose = relation == Relation::nmod || relation == Relation::nmod_poss ||
                            relation == Relation::compound || relation == Relation::amod ||
                            relation == Relation::appos || relation == Relation::flat;
    if (says_whose && mention_of_[token] == no_mention) {
      if (const auto name = named(token); name.kind == Reading::Kind::state) return name;
      const bool leads = a_.frames.is(tree[c].word, WordKind::state_noun) ||
                         a_.frames.is(tree[c].word, WordKind::agent);  // "ships of our navy"
      if (relation == Relation::nmod && leads && depth < deepest)
        return state_noun(sentence, c, depth + 1);
      const bool many = tree[node].plural && a_.frames.is(tree[node].word, WordKind::state_noun);
      if (relation == Relation::nmod_poss && !many &&  // "its States" are a body's
          a_.frames.is(tree[c].word, WordKind::anaphor))
        return spoken_of(sentence, c, depth);
    }
    pointed = pointed || a_.frames.is(tree[c].word, WordKind::pointer);
  }
  const bool one = a_.frames.is(tree[node].word, WordKind::state_noun) && pointed &&
                   !tree[node].plural && !tree.has(node, Relation::nmod) &&
                   !tree.has(node, Relation::amod) && !tree.has(node, Relation::nummod) &&
                   !a_.frames.is(tree[node].word, WordKind::agent);
  return one ? own(tree[node].token) : other();
}

std::size_t StateWords::HashAsked::operator()(const Asked& asked) const {
  const auto place = (std::uint64_t{asked.sentence} << 32) | asked.node;
  return std::hash<std::uint64_t>()(place * 8 + static_cast<std::uint64_t>(asked.depth));
}

template <typename Find>
StateWords::Reading StateWords::known_or(const Asked& asked, Find find) const {
  if (const auto known = known_.find(asked); known != known_.end()) return known->second;
  auto found = find();
  if (known_.size() >= most_known) known_.clear();
  known_.emplace(asked, found);
  return found;
}

/// What "it" or "its" stands for: the state that was a subject before it in the sentence, or that
/// the sentences before are about.
StateWords::Reading StateWords::spoken_of(std::uint32_t sentence, NodeId node, int depth) const {
  if (depth > deepest) return other();
  return known_or({sentence, node, depth}, [&] { return find_spoken_of(sentence, node, depth); });
}

StateWords::Reading StateWords::find_spoken_of(std::uint32_t sentence, NodeId node,
                                               int depth) const {
  const auto& tree = a_.tree(sentence);
  if (const auto companion = beside(sentence, node); companion.kind == Reading::Kind::state)
    return companion;
  if (const auto doer = wished_for(sentence, node); doer.kind == Reading::Kind::state) return doer;
  // "Kenya welcomes its membership": someone else's.
  const auto owned = tree[node].relation == Relation::nmod_poss ? tree[node].head : no_word;
  const auto welcome = owned != no_word && tree[owned].relation == Relation::obj &&
                               a_.frames.is(tree[tree[owned].head].word, WordKind::advocacy)
                           ? tree[owned].head
                           : no_word;
  Reading found;
  bool elsewhere = false;
  for (NodeId n = 0; n < node; ++n) {
    if (welcome != no_word && tree[n].head == welcome) continue;
    const auto relation = tree[n].relation;
    if (!is_subject(relation) && relation != Relation::obj && relation != Relation::nmod_poss)
      continue;
    if (a_.frames.is(tree[n].word, WordKind::anaphor) || tree.below(node, n)) continue;
    const auto reading = single(sentence, n, depth + 1);
    const bool state = reading.kind == Reading::Kind::state;
    if (state) found = reading;
    else if (stands_for_itself(tree, n, node)) found = {};
    else continue;
    elsewhere = !state;
  }
  if (found.kind == Reading::Kind::state) return found;
  if (elsewhere) return other();
  for (NodeId n = 0; n < tree.size(); ++n) {  // "in its relations with X, Tunisia ..."
    if (n <= node || tree[n].head == no_word || tree[tree[n].head].head != no_word) continue;
    if (!is_subject(tree[n].relation)) continue;
    if (tree.below(node, n)) continue;
    const auto reading = single(sentence, n, deepest);
    if (reading.kind == Reading::Kind::state) return reading;
  }
  for (std::uint32_t back = 1; back <= topic_reach && back <= sentence; ++back) {
    const auto reading = topic(sentence - back, depth + 1);
    if (reading.kind == Reading::Kind::state) return reading;
    if (a_.sentences[sentence].paragraph != a_.sentences[sentence - back].paragraph && back > 2)
      break;
  }
  return sentence == 0 ? own(0) : other();
}

/// "time for China to take its seat": who the clause around the word is wished of.
StateWords::Reading StateWords::wished_for(std::uint32_t sentence, NodeId node) const {
  const auto& tree = a_.tree(sentence);
  const Clauses clauses(tree, a_.frames);
  auto verb = node;
  while (tree[verb].head != no_word && !clauses.verbal(verb)) verb = tree[verb].head;
  if (!clauses.verbal(verb)) return {};
  const auto doer = clauses.subject(verb);
  if (doer == no_word || doer > node || !clauses.led_by(doer, WordKind::beneficiary)) return {};
  return named(tree[doer].token);
}

/// "Africa claims its place": a name that is no state's is what the clause is about.
bool StateWords::stands_for_itself(const SentenceTree& tree, NodeId name, NodeId anaphor) const {
  const auto& word = tree[name];
  return is_subject(word.relation) && word.part == PartOfSpeech::proper && word.head != no_word &&
         mention_of_[word.token] == no_mention && !a_.frames.is(word.word, WordKind::state_noun) &&
         !a_.frames.is(word.word, WordKind::agent) && tree.below(anaphor, word.head);
}

/// "congratulate Kenya on its admission": the state that its verb or noun has beside the phrase.
StateWords::Reading StateWords::beside(std::uint32_t sentence, NodeId node) const {
  const auto& tree = a_.tree(sentence);
  const auto noun = tree[node].relation == Relation::nmod_poss ? tree[node].head : no_word;
  const auto above = noun == no_word ? no_word : tree[noun].head;
  if (above != no_word && tree[noun].relation == Relation::conj) {
    // "the independence of Kenya and its admission"
    for (const auto c : tree.children(above)) {
      const auto relation = tree[c].relation;
      if (relation != Relation::nmod && relation != Relation::nmod_poss) continue;
      if (mention_of_[tree[c].token] != no_mention) continue;
      if (const auto reading = named(tree[c].token); reading.kind == Reading::Kind::state)
        return reading;
    }
  }
  const bool phrase = above != no_word && (tree[noun].relation == Relation::obl ||
                                           tree[noun].relation == Relation::nmod);
  if (!phrase) return {};
  for (const auto from : {above, tree[above].head}) {
    if (from == no_word) break;
    for (const auto c : tree.children(from)) {
      const auto relation = tree[c].relation;
      const bool object = relation == Relation::obj || relation == Relation::iobj ||
                          relation == Relation::obl || relation == Relation::nmod;
      const bool phrase_of = relation == Relation::obl || relation == Relation::nmod;
      if (phrase_of && !Clauses(tree, a_.frames).led_by(c, WordKind::addressee)) continue;
      if (!object || c >= noun || mention_of_[tree[c].token] != no_mention) continue;
      for (const auto name : {c, tree.child(c, Relation::nmod), tree.child(c, Relation::conj)}) {
        if (name == no_word) continue;
        if (const auto reading = named(tree[name].token); reading.kind == Reading::Kind::state)
          return reading;
      }
    }
  }
  return {};
}

/// What a sentence is about: its subject; nothing where that is "it" again.
StateWords::Reading StateWords::topic(std::uint32_t sentence, int depth) const {
  return known_or({sentence, no_word, depth}, [&] { return find_topic(sentence, depth); });
}

StateWords::Reading StateWords::find_topic(std::uint32_t sentence, int depth) const {
  const auto& tree = a_.tree(sentence);
  for (NodeId n = 0; n < tree.size(); ++n) {
    if (!is_subject(tree[n].relation)) continue;
    if (a_.frames.is(tree[n].word, WordKind::anaphor)) return {};
    const auto reading = single(sentence, n, depth + 1);
    if (reading.kind == Reading::Kind::state) return reading;
  }
  for (NodeId n = 0; n < tree.size() && n < 6; ++n) {
    if (tree[n].head != no_word) continue;
    return single(sentence, n, depth + 1);  // a heading: "Kenya"
  }
  return {};
}

}  // namespace attache
