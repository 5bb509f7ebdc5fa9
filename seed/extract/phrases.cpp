// SPDX-License-Identifier: MIT
#include "seed/extract/phrases.h"

#include <algorithm>

#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// How far back a denial reaches over the words before a cue.
constexpr std::uint32_t negation_reach = 5;

}  // namespace

bool negated(const Analysis& a, TokenRange cue, std::uint32_t sentence) {
  const auto begin = clause_begin(a, cue.first, sentence, negation_reach);
  for (auto t = cue.first; t-- > begin;) {
    // "not only" and "without prejudice to" affirm.
    if (is(a, t, PhraseRole::denies)) return !is(a, t + 1, PhraseRole::affirms);
  }
  for (auto t = cue.first; t < cue.last; ++t) {
    if (is(a, t, PhraseRole::denies) && !is(a, t + 1, PhraseRole::affirms) &&
        !(t > cue.first && comma(a, t - 1)))
      return true;
  }
  return false;
}

std::uint32_t clause_begin(const Analysis& a, std::uint32_t token, std::uint32_t sentence,
                           std::uint32_t reach) {
  const auto first = std::max(a.sentences[sentence].first, token > reach ? token - reach : 0);
  for (auto t = token; t-- > first;) {
    if (a.is_punctuation(t, ";:\"") || is(a, t, PhraseRole::parts_clauses)) return t + 1;
    if (comma(a, t) && t + 2 < token && coordinator(a, t + 1) &&
        (subject_pronoun(a, t + 2) || a.names.at(t + 2, NameKind::country, a.lexicon.names)))
      return t + 2;
  }
  return first;
}

}  // namespace attache
