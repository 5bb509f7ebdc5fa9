// SPDX-License-Identifier: MIT
// Bodies that a colon lists: "is a member of: 1. the AU 2. COMESA".
#include <algorithm>

#include "seed/extract/relation_bodies.h"

namespace attache {
namespace {

/// Tokens before what an item of a list names: "(a) the"; between "the following" and its colon.
constexpr std::uint32_t longest_mark = 5;

}  // namespace

/// "(i)" or "(b)": the word is no pronoun.
bool RelationBodies::list_mark(std::uint32_t t) const {
  return t > 0 && a_.is_punctuation(t - 1, "(") && a_.is_punctuation(t + 1, ")");
}

/// "the following bodies: (a) the AU; (b) COMESA": what a colon at the token lists, up to the
/// next clause, or in items of their own.
void RelationBodies::listed(std::uint32_t colon, std::vector<std::uint32_t>& out) const {
  constexpr auto says = WordClass::auxiliary | WordClass::modal | WordClass::pronoun;
  const auto& sentences = a_.sentences;
  const auto last = sentences[sentence_].last;
  if (colon < last && a_.is_punctuation(colon, ",") && among_them(colon + 1)) colon += 2;
  else if (colon >= last || !a_.is_punctuation(colon, ":")) return;
  for (auto t = colon + 1; t < last && (list_mark(t) || !a_.is_class(t, says)); ++t) {
    // "UN, NATO; observer in the OAS": another relation
    if (a_.is_punctuation(t - 1, ";") && a_.frames.units_of.contains(a_.tokens[t].word)) return;
    begins(t, out);
  }
  if (colon + 1 < last) return;
  for (auto s = sentence_ + 1; s < sentences.size(); ++s) {
    if (!sentences[s].bullet && !sentences[s].item) return;
    const auto end = std::min(sentences[s].last, sentences[s].first + longest_mark);
    for (auto t = sentences[s].first; t < end; ++t) begins(t, out);
    if (opens_another(s)) return;
  }
}

/// An item that ends in a colon behind a unit of its own: what follows is that one's.
bool RelationBodies::opens_another(std::uint32_t sentence) const {
  const auto& item = a_.sentences[sentence];
  if (!a_.is_punctuation(item.last - 1, ":")) return false;
  for (auto t = item.first; t < item.last; ++t)
    if (a_.tokens[t].word != unknown_word && a_.frames.units_of.contains(a_.tokens[t].word))
      return true;
  return false;
}

/// "several bodies, among them the AU"
bool RelationBodies::among_them(std::uint32_t t) const {
  return t + 1 < a_.tokens.size() && a_.frames.is(a_.tokens[t].word, WordKind::pairing) &&
         (a_.frames.is(a_.tokens[t + 1].word, WordKind::someone) ||
          a_.frames.is(a_.tokens[t + 1].word, WordKind::relative));
}

/// "is a member of: 1. the AU 2. COMESA"
void RelationBodies::open_list(const LexicalUnit& unit, NodeId node,
                               std::vector<std::uint32_t>& out) const {
  const auto last = a_.sentences[sentence_].last;
  if (unit.part == LexicalUnit::Part::noun && heading(node)) return listed(last - 1, out);
  auto t = tree_[node].end;
  for (auto next = t + 1; next < last && next < t + longest_mark; ++next) {
    if (!a_.frames.is(a_.tokens[next].word, WordKind::listing)) continue;
    while (next + 1 < last && !a_.is_punctuation(next, ":")) ++next;  // "of the following:"
    if (a_.is_punctuation(next, ":")) listed(next, out);
    return;
  }
  if (t + 1 >= last || !a_.is_punctuation(t + 1, ":")) return;
  const bool opens = std::ranges::any_of(unit.body, [&](const Place& place) {
    return std::ranges::find(place.prepositions, a_.tokens[t].word) != place.prepositions.end();
  });
  if (opens) listed(t + 1, out);
}

/// "Memberships of Senegal:", a line without a verb.
bool RelationBodies::heading(NodeId node) const {
  const auto last = a_.sentences[sentence_].last;
  return tree_[node].head == no_word && a_.is_punctuation(last - 1, ":") &&
         std::ranges::none_of(tree_.nodes(), [](const SyntaxNode& word) {
           return word.part == PartOfSpeech::verb || word.part == PartOfSpeech::auxiliary;
         });
}

void RelationBodies::begins(std::uint32_t t, std::vector<std::uint32_t>& out) const {
  const auto m = states_.mention_at(t);
  if (m != StateWords::no_mention && mentions_[m].range.first == t &&
      std::ranges::find(out, m) == out.end())
    out.push_back(m);
}

}  // namespace attache
