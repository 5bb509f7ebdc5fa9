// SPDX-License-Identifier: MIT
#include "seed/extract/statements.h"

#include <algorithm>

#include "seed/extract/phrases.h"

namespace attache {
namespace {

/// Tokens behind a body in which the state may stand: "As a member of X, Estonia".
constexpr std::uint32_t reach_behind = 14;

void join(TokenRange& range, TokenRange other) {
  if (other.empty()) return;
  range = {std::min(range.first, other.first), std::max(range.last, other.last)};
}

std::uint32_t first_token(const SentenceTree& tree, NodeId node) {
  return tree[tree.reach(node).first].token;
}

/// What leads in to the word and belongs to it: "is a founding", "has not yet been".
bool leads_in(Relation relation) {
  switch (relation) {
    case Relation::det:
    case Relation::amod:
    case Relation::compound:
    case Relation::nummod:
    case Relation::nmod_poss:
    case Relation::aux:
    case Relation::aux_pass:
    case Relation::cop:
    case Relation::advmod: return true;
    default: return false;
  }
}

/// The word with what leads in to it.
TokenRange word_range(const SentenceTree& tree, NodeId node) {
  TokenRange range{tree[node].token, tree[node].end};
  for (const auto c : tree.children(node)) {
    if (c > node) break;
    if (leads_in(tree[c].relation)) range.first = std::min(range.first, first_token(tree, c));
  }
  return range;
}

/// A noun with its modifiers, but for the clauses behind it: "the Government of Kenya".
TokenRange phrase_range(const SentenceTree& tree, NodeId node) {
  auto range = word_range(tree, node);
  const auto& children = tree.children(node);
  for (const auto c : children) {
    const auto relation = tree[c].relation;
    const bool noun =
        relation == Relation::nmod || relation == Relation::flat || relation == Relation::compound;
    if (c < node || !noun) continue;
    const bool clause = std::any_of(tree.children(c).begin(), tree.children(c).end(),
                                    [&](NodeId d) { return tree[d].part == PartOfSpeech::verb; });
    if (!clause) range.last = std::max(range.last, tree[tree.reach(c).last - 1].end);
  }
  return range;
}

/// The item of a list up to the body.
TokenRange item_up_to(const Analysis& a, TokenRange body) {
  const auto sentence = a.sentence_of[body.first];
  return sentence == Analysis::no_sentence ? body
                                           : TokenRange{a.sentences[sentence].first, body.last};
}

/// "in 1955" right behind belongs to it.
void take_year(const Analysis& a, TokenRange& range, std::uint32_t limit) {
  const auto t = range.last;
  if (t + 1 < limit && a.is_class(t, WordClass::preposition) &&
      a.tokens[t + 1].kind == TokenKind::number && a.raw(t + 1).size() == 4)
    range.last = t + 2;
}

/// A sentence's part of a statement whose words may be read across its bounds.
TokenRange within(const Analysis& a, std::uint32_t sentence, TokenRange range) {
  const auto& bounds = a.sentences[sentence];
  range = {std::max(range.first, bounds.first), std::min(range.last, bounds.last)};
  take_year(a, range, bounds.last);
  return range;
}

/// The name of the country, or "we" and "our" of the document's own, that begins at the token;
/// empty where none does.
TokenRange state_at(const Analysis& a, std::uint32_t t, std::string_view country) {
  if (country == a.own_state(t)) {
    const auto word = a.tokens[t].word;
    if (a.frames.is(word, WordKind::own) || a.frames.is(word, WordKind::possessive_own))
      return {t, t + 1};
  }
  for (const auto kind : {NameKind::country, NameKind::adjective, NameKind::demonym}) {
    const auto* match = a.names.at(t, kind, a.lexicon.names);
    if (match != nullptr && a.lexicon.countries[a.name(*match).entry].iso3 == country)
      return {match->first, match->last};
  }
  return {};
}

}  // namespace

TokenRange stated_in_tree(const Analysis& analysis, std::uint32_t sentence, NodeId word,
                          NodeId holder, TokenRange body) {
  const auto& tree = analysis.tree(sentence);
  const auto of_body = analysis.sentence_of[body.first];
  if (of_body != Analysis::no_sentence && of_body > sentence) return item_up_to(analysis, body);
  auto range = word_range(tree, word);
  if (holder != no_word) join(range, phrase_range(tree, holder));
  if (of_body == sentence) join(range, body);
  return within(analysis, sentence, range);
}

TokenRange stated_by_cue(const Analysis& analysis, TokenRange cue, TokenRange body,
                         std::string_view country) {
  const auto sentence = analysis.sentence_of[cue.first];
  const auto of_body = analysis.sentence_of[body.first];
  if (sentence == Analysis::no_sentence || (of_body != Analysis::no_sentence && of_body > sentence))
    return item_up_to(analysis, body);
  auto range = cue;
  if (of_body == sentence) join(range, body);
  const auto begin = clause_begin(analysis, range.first, sentence);
  for (auto t = range.first; t-- > begin;) {
    if (const auto state = state_at(analysis, t, country); !state.empty()) {
      join(range, state);
      return within(analysis, sentence, range);
    }
  }
  const auto end = std::min(analysis.sentences[sentence].last, range.last + reach_behind);
  bool inside = false;
  for (auto t = range.first; t < range.last; ++t)
    inside = inside || !state_at(analysis, t, country).empty();
  for (auto t = range.last; t < end && !inside; ++t) {
    if (const auto state = state_at(analysis, t, country); !state.empty()) {
      join(range, state);
      break;
    }
  }
  return within(analysis, sentence, range);
}

}  // namespace attache
