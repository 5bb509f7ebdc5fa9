// SPDX-License-Identifier: MIT
#include "seed/extract/person_acts.h"

#include <algorithm>

#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// A name that stands for itself has no more tokens.
constexpr std::uint32_t longest_name = 4;
/// Words between a name and the pronoun that goes back to it.
constexpr std::uint32_t farthest_pronoun = 12;
/// Bytes of a name that is one word.
constexpr std::uint32_t shortest_name = 4;

class Actors {
 public:
  explicit Actors(const Analysis& analysis)
      : a_(analysis), covered_(analysis.tokens.size() + 1, false) {
    for (const auto& match : a_.names.matches)
      std::fill(covered_.begin() + match.first, covered_.begin() + match.last, true);
  }

  std::vector<PersonMention> run() {
    for (std::uint32_t s = 0; s < a_.sentences.size(); ++s) {
      const auto& sentence = a_.sentences[s];
      if (!tells_of_persons(sentence)) continue;
      for (auto t = sentence.first; t < sentence.last;) {
        const auto name = candidate(t, sentence);
        if (!name.empty() && (acts(s, name) || has_own(s, name)))
          out_.push_back({name, {}, PersonMention::no_person, "leaders.acts", false, false});
        t = std::max(t + 1, name.last);
      }
    }
    return std::move(out_);
  }

 private:
  /// Only then is the sentence parsed.
  bool tells_of_persons(const Sentence& sentence) const {
    for (auto t = sentence.first; t < sentence.last; ++t) {
      const auto word = a_.tokens[t].word;
      if (a_.lexicon.has(word, WordFact::person_act) ||
          a_.lexicon.has(word, WordFact::person_owned) ||
          a_.frames.is(word, WordKind::reported_own))
        return true;
    }
    return false;
  }

  /// A name of unknown words, with no other capital beside it.
  TokenRange candidate(std::uint32_t t, const Sentence& sentence) const {
    if (!stranger(t) || (t > sentence.first && a_.tokens[t - 1].capital)) return {t, t};
    auto end = t + 1;
    while (end < sentence.last && stranger(end)) ++end;
    if (end - t > longest_name || (end < sentence.last && a_.tokens[end].capital))
      return {end, end};
    if (a_.tokens[end - 1].end - a_.tokens[end - 1].begin < shortest_name) return {end, end};
    // "Jake spoke" and "NGOs' views" name no leader.
    const auto last = a_.raw(end - 1);
    if (end == t + 1 && (a_.lexicon.has(a_.tokens[t].word, WordFact::given_name) ||
                         (last[1] >= 'A' && last[1] <= 'Z')))
      return {end, end};
    return {t, end};
  }

  /// A capital word that neither the language nor the lexicon knows.
  bool stranger(std::uint32_t t) const {
    const auto& token = a_.tokens[t];
    return token.kind == TokenKind::word && token.capital && !token.upper && !token.dotted &&
           !covered_[t] && in_name(a_, t) &&
           a_.lexicon.vocabulary.classes(token.word) == WordClass::none &&
           !a_.lexicon.has(token.word, WordFact::person_thing) &&
           !a_.lexicon.has(token.word, WordFact::body_head) &&
           !a_.lexicon.has(token.word, WordFact::body_marker);
  }

  bool acts(std::uint32_t sentence, TokenRange name) const {
    const auto& tree = a_.tree(sentence);
    const auto node = tree.head_of(name.first, name.last);
    if (node == no_word || tree[node].head == no_word || tree.has(node, Relation::det) ||
        tree.has(node, Relation::amod) || tree.has(node, Relation::nmod))
      return false;
    const auto first = first_of_list(tree, node);
    const auto& head = tree[tree[first].head];
    const bool act = a_.lexicon.has(head.word, WordFact::person_act);
    switch (tree[first].relation) {
      case Relation::nsubj: return act;
      case Relation::obj:
      case Relation::iobj: return act && a_.lexicon.has(head.word, WordFact::person_source);
      case Relation::obl_agent:
      case Relation::obl: return act && from_person(tree, first);
      case Relation::nmod_poss: return a_.lexicon.has(head.word, WordFact::person_owned);
      default: return false;
    }
  }

  /// "Forden earned his degree", "McNamara, in his statement, called", "Smith and his henchmen": a
  /// pronoun below the name's verb or below the name goes back to it.
  bool has_own(std::uint32_t sentence, TokenRange name) const {
    const auto& tree = a_.tree(sentence);
    const auto node = tree.head_of(name.first, name.last);
    if (node == no_word || tree.has(node, Relation::det) || tree.has(node, Relation::amod) ||
        tree.has(node, Relation::case_mark))
      return false;
    const bool subject = tree[node].relation == Relation::nsubj && tree[node].head != no_word;
    const auto above = subject ? tree[node].head : node;
    for (auto i = node + 1; i < tree.size() && i - node < farthest_pronoun; ++i) {
      const auto& word = tree[i];
      if (tree.below(i, above) && word.relation == Relation::nmod_poss &&
          a_.frames.is(word.word, WordKind::reported_own))
        return subject || tree[word.head].relation == Relation::conj;
      // Whoever else is named or acts has it.
      if (word.relation == Relation::nsubj || word.relation == Relation::nsubj_pass ||
          word.part == PartOfSpeech::proper || a_.names.starts[word.token] != 0)
        return false;
    }
    return false;
  }

  /// "with Forde, Beasley and X": the first of the names that X is joined to.
  NodeId first_of_list(const SentenceTree& tree, NodeId node) const {
    auto first = node;
    while (tree[first].relation == Relation::conj && tree[first].head != no_word &&
           in_name(a_, tree[tree[first].head].token))
      first = tree[first].head;
    return tree[first].head == no_word ? node : first;
  }

  /// "by X", "from X".
  bool from_person(const SentenceTree& tree, NodeId node) const {
    const auto mark = tree.child(node, Relation::case_mark);
    return mark != no_word && a_.lexicon.has(tree[mark].word, WordFact::person_source);
  }

  const Analysis& a_;
  std::vector<bool> covered_;  ///< tokens inside names that the lexicon knows
  std::vector<PersonMention> out_;
};

}  // namespace

std::vector<PersonMention> acting_persons(const Analysis& analysis) {
  return Actors(analysis).run();
}

}  // namespace attache
