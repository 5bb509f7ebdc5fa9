// SPDX-License-Identifier: MIT
// States that only the words around a pronoun tell, or that a time hides.
#include <algorithm>

#include "seed/extract/state_words.h"

namespace attache {
namespace {

/// "It" is followed back over so many sentences.
constexpr std::uint32_t topic_reach = 6;
/// So many answers are kept.
constexpr std::size_t most_known = 1024;

}  // namespace

/// "Since her admission, Japan": the subject of the sentence, where that is a state; a person named
/// before, or in another sentence, is no state.
StateWords::Reading StateWords::she(std::uint32_t sentence, NodeId node, int depth) const {
  if (depth > deepest) return other();
  const auto& tree = a_.tree(sentence);
  auto said_of = no_word;
  for (NodeId n = 0; n < tree.size(); ++n) {
    if (!is_subject(tree[n].relation) || n == node || tree.below(node, n)) continue;
    const bool main = tree[n].head != no_word && tree[tree[n].head].head == no_word;
    if (n < node || (said_of == no_word && main)) said_of = n;
  }
  return said_of == no_word ? other() : single(sentence, said_of, depth + 1);
}

/// "In December of last year Ghana joined": the state behind a time that the parser took for a part
/// of its phrase; no_word where there is none.
NodeId StateWords::behind_date(std::uint32_t sentence, NodeId verb) const {
  const auto& tree = a_.tree(sentence);
  for (auto n = verb; n-- > 1;) {
    const auto token = tree[n].token;
    if (mention_of_[token] != no_mention || named(token).kind != Reading::Kind::state) continue;
    if (!tree.below(n, verb)) return no_word;
    const bool time = a_.frames.is(tree[n - 1].word, WordKind::time) ||
                      a_.tokens[tree[n - 1].token].kind == TokenKind::number;
    return time ? n : no_word;
  }
  return no_word;
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
  if (const auto whom = thanked(sentence, node); whom.kind == Reading::Kind::state) return whom;
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
    if (a_.frames.is(tree[n].word, WordKind::own)) continue;  // "we" is no "it"
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
    const bool own = a_.frames.is(tree[n].word, WordKind::own);  // "on its admission, we greet X"
    const auto reading = own ? done_to(sentence, n) : single(sentence, n, deepest);
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

/// "thanks Peru for its contribution": the name right before the phrase, wherever the parser hung
/// either, where someone is praised for it.
StateWords::Reading StateWords::thanked(std::uint32_t sentence, NodeId its) const {
  const auto& tree = a_.tree(sentence);
  if (its < 3 || !a_.frames.is(tree[its - 1].word, WordKind::occasion)) return {};
  const auto name = its - 2;
  if (mention_of_[tree[name].token] != no_mention) return {};
  for (NodeId n = 0; n < name; ++n) {
    if (a_.frames.is(tree[n].word, WordKind::utterance)) return named(tree[name].token);
  }
  return {};
}

/// "we wish to welcome the Republic of Chad": the state that the subject of the sentence speaks to.
StateWords::Reading StateWords::done_to(std::uint32_t sentence, NodeId subject) const {
  const auto& tree = a_.tree(sentence);
  for (auto n = subject + 1; n < tree.size(); ++n) {
    if (tree[n].relation != Relation::obj || !tree.below(n, tree[subject].head)) continue;
    const auto reading = single(sentence, n, deepest);
    return reading.kind == Reading::Kind::state ? reading : Reading{};
  }
  return {};
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
  // "the Government of President Olsen resumes its seat": whosever that is.
  const bool government = a_.frames.is(word.word, WordKind::state_noun) && !word.plural &&
                          mention_of_[word.token] == no_mention;
  if (government && word.relation == Relation::nmod_poss) return true;  // "that country's"
  const bool itself = word.part == PartOfSpeech::proper &&
                      !a_.frames.is(word.word, WordKind::state_noun) &&
                      !a_.frames.is(word.word, WordKind::agent);
  const bool told = itself || (government && tree.has(name, Relation::nmod));
  return is_subject(word.relation) && told && word.head != no_word &&
         mention_of_[word.token] == no_mention && tree.below(anaphor, word.head);
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
      // "extends the congratulations of Chad on its": whoever is congratulated, not who does so
      const bool stands_for = phrase_of || a_.frames.is(tree[c].word, WordKind::state_noun) ||
                              a_.frames.is(tree[c].word, WordKind::agent);
      for (const auto name : {c, tree.child(c, Relation::nmod), tree.child(c, Relation::conj)}) {
        if (name == no_word || (tree[name].relation == Relation::nmod && name != c && !stands_for))
          continue;
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
