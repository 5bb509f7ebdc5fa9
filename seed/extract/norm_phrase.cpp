// SPDX-License-Identifier: MIT
#include "seed/extract/norm_phrase.h"

#include <algorithm>

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

}  // namespace

TokenRange norm_phrase(const Analysis& a, TokenRange wording, TokenRange cue) {
  TokenRange shown = wording;
  const auto sentence = a.sentence_of[wording.first];
  if (sentence != Analysis::no_sentence) {
    const auto& tree = a.tree(sentence);
    if (!tree.empty()) shown.last = end_of_noun(tree, wording);
  }
  while (shown.size() > 1 && open(a, shown.last - 1)) --shown.last;
  if (cue.first < shown.first && cue.last <= shown.first && shown.first - cue.first <= longest_lead)
    shown.first = cue.first;
  return shown;
}

}  // namespace attache
