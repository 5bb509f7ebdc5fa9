// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "seed/extract/sentence_tree.h"
#include "seed/syntax/parser.h"
#include "seed/syntax/words_of.h"

namespace attache {

/// The trees of one document's sentences, each made when it is asked for first.
class Trees {
 public:
  /// All three must outlive it.
  Trees(const Grammar& grammar, std::string_view text, const Vocabulary& vocabulary);

  /// `number` is the sentence's; `tokens` are the document's. A sentence of more than
  /// longest_sentence tokens has no tree but an empty one: no prose is so long, and what is gains
  /// nothing.
  const SentenceTree& of(std::uint32_t number, const Sentence& sentence,
                         std::span<const Token> tokens);

  static constexpr std::uint32_t longest_sentence = 400;

 private:
  SentenceTree parse(const Sentence& sentence, std::span<const Token> tokens);

  const Grammar& grammar_;
  std::string_view text_;
  const Vocabulary& vocabulary_;
  WordCutter cutter_;
  Parser parser_;
  std::vector<std::string_view> forms_;
  std::unordered_map<std::uint32_t, SentenceTree> trees_;
};

}  // namespace attache
