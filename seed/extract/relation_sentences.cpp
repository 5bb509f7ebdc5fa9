// SPDX-License-Identifier: MIT
#include "seed/extract/relation_sentences.h"

#include <algorithm>
#include <iterator>

#include "seed/extract/analysis.h"

namespace attache {
namespace {

/// Sentences that name a body, and those that open a list which does.
std::vector<std::uint32_t> naming(const Analysis& a, const std::vector<BodyMention>& mentions) {
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

/// Sentences with a unit whose body may be implied.
std::vector<std::uint32_t> implying(const Analysis& a) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = 0; t < a.tokens.size(); ++t) {
    const auto sentence = a.sentence_of[t];
    if (sentence == Analysis::no_sentence || (!out.empty() && out.back() == sentence)) continue;
    const auto units = a.frames.units_of.find(a.tokens[t].word);
    if (units == a.frames.units_of.end()) continue;
    const bool implied = std::ranges::any_of(units->second, [&](std::uint32_t u) {
      const auto& unit = a.frames.units[u];
      return unit.implied && (a.tokens[t].capital || !unit.with.empty());
    });
    if (implied) out.push_back(sentence);
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> sentences_with(const Analysis& analysis,
                                          const std::vector<BodyMention>& mentions) {
  const auto named = naming(analysis, mentions);
  if (named.empty()) return named;
  std::vector<std::uint32_t> out;
  std::ranges::set_union(named, implying(analysis), std::back_inserter(out));
  return out;
}

}  // namespace attache
