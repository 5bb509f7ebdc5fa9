// SPDX-License-Identifier: MIT
#include "seed/parsed.h"

#include "seed/extract/analysis.h"

namespace attache {
namespace {

/// What stands in the text for a word of the tree, its white space folded.
std::string form_of(const Analysis& analysis, const SentenceTree& tree, NodeId node) {
  const auto& word = tree[node];
  if (word.end - word.token > 1) return analysis.wording({word.token, word.end});
  return std::string(length(word.part_of_token) == 0 ? analysis.raw(word.token)
                                                     : slice(analysis.text, word.part_of_token));
}

ParsedSentence told(const Analysis& analysis, const SentenceTree& tree) {
  ParsedSentence sentence;
  const auto& model = analysis.grammar.model();
  for (NodeId n = 0; n < tree.size(); ++n) {
    const auto& word = tree[n];
    sentence.push_back({form_of(analysis, tree, n), model.tags[word.tag], model.labels[word.label],
                        word.head == no_word ? -1 : static_cast<std::int32_t>(word.head)});
  }
  return sentence;
}

}  // namespace

std::vector<ParsedSentence> parse_text(std::string_view text, const Knowledge& knowledge) {
  const Analysis analysis(text, {}, knowledge);
  std::vector<ParsedSentence> parsed;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s)
    parsed.push_back(told(analysis, analysis.tree(s)));
  return parsed;
}

}  // namespace attache
