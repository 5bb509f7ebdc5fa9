// SPDX-License-Identifier: MIT
#include "seed/extract/norm_phrase.h"

#include <algorithm>

#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// So many tokens at most are added on either side.
constexpr std::uint32_t longest_lead = 8;
constexpr std::uint32_t longest_tail = 8;

/// The word is no end of a phrase: "of", "the", "and", a comma.
bool open(const Analysis& a, std::uint32_t token) {
  return a.tokens[token].kind == TokenKind::punctuation ||
         a.is_class(token, WordClass::preposition | WordClass::determiner | WordClass::coordinator |
                               WordClass::possessive);
}

/// Whether a noun may follow that the wording's last word belongs to ("human rights | defenders",
/// "free, fair | elections"). Asked before the tree is, which costs more than all else.
bool may_go_on(const Analysis& a, std::uint32_t last, const Sentence& sentence) {
  constexpr auto closing = WordClass::preposition | WordClass::determiner | WordClass::possessive |
                           WordClass::pronoun | WordClass::relative | WordClass::subordinator |
                           WordClass::modal | WordClass::auxiliary | WordClass::negation;
  constexpr auto verbal = WordClass::verb_base | WordClass::verb_s | WordClass::verb_ed |
                          WordClass::adverb | WordClass::conjunctive_adverb;
  constexpr auto nominal = WordClass::noun | WordClass::adjective | WordClass::verb_ing;
  if (open(a, last)) return true;
  const auto next = last + 1;
  if (next >= sentence.last || a.is_class(next, closing) || only_class(a, next, verbal, nominal))
    return false;
  const bool joint = a.is_punctuation(next, ",;:.!?)") || a.is_class(next, WordClass::coordinator);
  return !joint || !a.is_class(last, WordClass::noun);
}

bool modifies(Relation relation) {
  return relation == Relation::amod || relation == Relation::compound ||
         relation == Relation::det || relation == Relation::nmod_poss ||
         relation == Relation::case_mark || relation == Relation::nummod;
}

/// Behind the noun that the wording's last word belongs to, or the wording's end.
std::uint32_t end_of_noun(const SentenceTree& tree, TokenRange wording) {
  auto node = tree.at(wording.last - 1);
  if (node == no_word) return wording.last;
  while (modifies(tree[node].relation) && tree[node].head != no_word && tree[node].head > node &&
         tree[tree[node].head].token >= tree[node].token)
    node = tree[node].head;
  const auto end = tree[node].token + 1;
  return end > wording.last && end - wording.last <= longest_tail ? end : wording.last;
}

/// "mutual respect, respect for sovereignty": a gap in the wording reached over its own first word.
std::uint32_t last_begin(const Analysis& a, TokenRange wording) {
  auto first = wording.first;
  for (auto t = wording.first + 2; t < wording.last; ++t) {
    if (a.tokens[t].word == a.tokens[first].word && (comma(a, t - 1) || coordinator(a, t - 1)))
      first = t;
  }
  return first;
}

}  // namespace

TokenRange norm_phrase(const Analysis& a, TokenRange wording, TokenRange cue) {
  TokenRange shown{last_begin(a, wording), wording.last};
  const auto sentence = a.sentence_of[wording.first];
  if (sentence != Analysis::no_sentence && may_go_on(a, wording.last - 1, a.sentences[sentence])) {
    const auto& tree = a.tree(sentence);
    if (!tree.empty()) shown.last = end_of_noun(tree, wording);
  }
  while (shown.size() > 1 && open(a, shown.last - 1)) --shown.last;
  while (shown.size() > 1 && is(a, shown.first, PhraseRole::of)) ++shown.first;
  if (cue.first < shown.first && cue.last <= shown.first && shown.first - cue.first <= longest_lead)
    shown.first = cue.first;
  return shown;
}

}  // namespace attache
