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
    if (one_of(a, t,
               {"not", "never", "cannot", "without", "nor", "neither", "no", "refuse", "refuses",
                "refused", "refusal", "nt"})) {
      // "not only" and "without prejudice to" affirm.
      return !one_of(a, t + 1, {"only", "prejudice"});
    }
  }
  for (auto t = cue.first; t < cue.last; ++t) {
    if (one_of(a, t, {"not", "never", "no"}) && !a.is_word(t + 1, "only") &&
        !(t > cue.first && comma(a, t - 1)))
      return true;
  }
  return false;
}

std::uint32_t clause_begin(const Analysis& a, std::uint32_t token, std::uint32_t sentence,
                           std::uint32_t reach) {
  const auto first = std::max(a.sentences[sentence].first, token > reach ? token - reach : 0);
  for (auto t = token; t-- > first;) {
    if (a.is_punctuation(t, ";:\"") ||
        one_of(a, t, {"but", "while", "although", "whereas", "because"}))
      return t + 1;
    if (comma(a, t) && t + 2 < token && coordinator(a, t + 1) &&
        (subject_pronoun(a, t + 2) || a.names.at(t + 2, NameKind::country, a.lexicon.names)))
      return t + 2;
  }
  return first;
}

std::optional<std::string> subject_country(const Analysis& a, std::uint32_t token,
                                           std::uint32_t sentence) {
  const auto begin = clause_begin(a, token, sentence);
  for (auto t = token; t-- > begin;) {
    if (one_of(a, t, {"we", "our", "us", "my", "i", "ourselves"})) return a.context.country;
    for (const auto kind : {NameKind::country, NameKind::adjective, NameKind::demonym}) {
      const auto* match = a.names.at(t, kind, a.lexicon.names);
      if (match != nullptr && match->last <= token)
        return a.lexicon.countries[a.name(*match).entry].iso3;
    }
  }
  return a.context.country;
}

}  // namespace attache
