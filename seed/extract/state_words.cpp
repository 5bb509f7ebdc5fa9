// SPDX-License-Identifier: MIT
#include "seed/extract/state_words.h"

#include <algorithm>

namespace attache {
namespace {

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
  const auto& match = a_.names.matches[name_of_[token]];
  const auto& name = a_.name(match);
  if (left_out(match.first)) return other();
  if (name.kind == NameKind::person) {
    const auto& country = a_.lexicon.persons[name.entry].country;
    return country.empty() || country != a_.own_state(token)
               ? other()
               : Reading{Reading::Kind::state, country};
  }
  return {Reading::Kind::state, a_.lexicon.countries[name.entry].iso3};
}

/// "all States save Switzerland", "Chad, unlike Niger, joined": not who is spoken of.
bool StateWords::left_out(std::uint32_t name) const {
  while (name > 0 && a_.is_class(name - 1, WordClass::determiner)) --name;
  if (name < 2 || !a_.frames.is(a_.tokens[name - 1].word, WordKind::excepted)) return false;
  constexpr auto verb_before =
      WordClass::modal | WordClass::auxiliary | WordClass::pronoun | WordClass::preposition;
  return !a_.is_class(name - 2, verb_before);  // "to save Switzerland"
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
  const bool time = a_.frames.is(tree[node].word, WordKind::time);
  if (!is_subject(tree[node].relation) || (tree[node].part != PartOfSpeech::noun && !time))
    return {};
  for (const auto c : tree.children(node)) {
    const auto relation = tree[c].relation;
    if (time && c + 1 == node && relation != Relation::nmod_poss &&  // "Ghana today has"
        tree[c].part == PartOfSpeech::proper && mention_of_[tree[c].token] == no_mention)
      return named(tree[c].token);
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
  if (tree[node].relation == Relation::nmod_poss && frames.is(word, WordKind::several)) {
    // "Kenya and Ghana on their admission"
    if (const auto companion = beside(sentence, node); companion.kind == Reading::Kind::state)
      return companion;
  }
  if (frames.is(word, WordKind::feminine)) return she(sentence, node, depth);
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
    if (reported_own(sentence, token)) return a_.own_state(token).empty() ? other() : own(token);
    const auto relation = tree[c].relation;
    if (relation == Relation::nmod_poss && a_.frames.is(tree[c].word, WordKind::relative)) {
      const auto whose = Clauses(tree, a_.frames).antecedent(c);  // "Nepal, whose troops serve"
      if (whose != c && depth < deepest) return single(sentence, whose, depth + 1);
    }
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
  if (!one) return other();
  if (a_.own_state(tree[node].token).empty()) {  // "Chad announced that the Republic had joined"
    if (auto named_before = spoken_of(sentence, node, depth + 1); !named_before.country.empty())
      return named_before;
  }
  return own(tree[node].token);
}

}  // namespace attache
