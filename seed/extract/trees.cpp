// SPDX-License-Identifier: MIT
#include "seed/extract/trees.h"

#include "seed/text/fold.h"

namespace attache {

Trees::Trees(const Grammar& grammar, std::string_view text, const Vocabulary& vocabulary)
    : grammar_(grammar),
      text_(text),
      vocabulary_(vocabulary),
      cutter_(grammar.model().dictionary),
      parser_(grammar.model()) {}

const SentenceTree& Trees::of(std::uint32_t number, const Sentence& sentence,
                              std::span<const Token> tokens) {
  const auto found = trees_.find(number);
  if (found != trees_.end()) return found->second;
  return trees_.emplace(number, parse(sentence, tokens)).first->second;
}

SentenceTree Trees::parse(const Sentence& sentence, std::span<const Token> tokens) {
  std::vector<SyntaxNode> nodes;
  if (sentence.last - sentence.first > longest_sentence) return SentenceTree(std::move(nodes));
  const auto own = tokens.subspan(sentence.first, sentence.last - sentence.first);
  const auto& words = cutter_.cut(text_, own);
  forms_.clear();
  for (const auto& word : words) forms_.push_back(word.form);
  const auto& tree = parser_.parse(forms_);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& token = own[words[i].token];
    const bool whole = words[i].form.size() == token.end - token.begin;
    nodes.push_back({sentence.first + words[i].token,
                     whole ? token.word : vocabulary_.find(fold_word(words[i].form)),
                     tree[i].head == no_node ? no_word : static_cast<NodeId>(tree[i].head),
                     grammar_.relation(tree[i].label), grammar_.part(tree[i].tag),
                     grammar_.verb_form(tree[i].tag)});
  }
  return SentenceTree(std::move(nodes));
}

}  // namespace attache
