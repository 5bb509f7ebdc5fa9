// SPDX-License-Identifier: MIT
#include "seed/extract/relation_sentences.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "seed/extract/analysis.h"
#include "seed/extract/relations.h"

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

/// Tokens around a noun in which a sign stands that it is said of someone.
constexpr std::uint32_t sign_reach = 5;

/// "as Member States", "we, the Members", "other Members", "one of the Members", "is a Member";
/// "three new Members, Malta ...", "Members, including ...". Trees say it for sure, but cost.
bool may_be_said(const Analysis& a, std::uint32_t token) {
  constexpr std::array signs = {WordKind::fellow,    WordKind::capacity, WordKind::own,
                                WordKind::pairing,   WordKind::copula,   WordKind::partitive,
                                WordKind::example_of};
  const auto& sentence = a.sentences[a.sentence_of[token]];
  const auto first = std::max(sentence.first, token - std::min(token, sign_reach));
  const auto last = std::min(sentence.last, token + sign_reach);
  bool attribute = false;
  for (auto t = first; t < last; ++t) {
    const auto word = a.tokens[t].word;
    if (std::ranges::any_of(signs, [&](WordKind kind) { return a.frames.is(word, kind); }))
      return true;
    const bool before = t < token;
    attribute = attribute || (before && a.is_class(t, WordClass::adjective | WordClass::numeral));
    if (before && a.is_punctuation(t, ",") && a.is_class(t + 1, WordClass::determiner)) return true;
    if (!before && attribute && a.tokens[t].kind == TokenKind::punctuation) return true;
  }
  return false;
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
    if (implied && may_be_said(a, t)) out.push_back(sentence);
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

std::vector<std::uint32_t> kept_out(const Analysis& a) {
  std::vector<std::uint32_t> out;
  for (const auto& hit : a.hits) {
    const auto* cue = a.cue(hit);
    if (cue != nullptr && cue->table == Table::organizations && cue->effect == keeps_out)
      out.push_back(hit.match.first);
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace attache
