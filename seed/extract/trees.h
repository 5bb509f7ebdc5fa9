// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "seed/extract/sentence_tree.h"
#include "seed/lexicon/names_in_text.h"
#include "seed/syntax/parser.h"
#include "seed/syntax/words_of.h"

namespace attache {

/// The trees of one document's sentences, each made when it is asked for and kept for a while:
/// those of a long document would fill the memory.
class Trees {
 public:
  static constexpr std::uint32_t longest_sentence = 400;
  static constexpr std::uint32_t usual_kept_words = 250'000;

  /// `one_word`: names that the parser takes for one word, in rising order and apart. All must
  /// outlive it, but for the names.
  Trees(const Grammar& grammar, std::string_view text, const Vocabulary& vocabulary,
        std::vector<Span> one_word, std::uint32_t kept_words = usual_kept_words);

  /// `number` is the sentence's; `tokens` are the document's. A sentence of more than
  /// longest_sentence tokens has no tree but an empty one: no prose is so long, and what is gains
  /// nothing. The tree lives until others of kept_words words have been asked for: whoever holds
  /// one may ask for those of the sentences around it, a hundred and more.
  const SentenceTree& of(std::uint32_t number, const Sentence& sentence,
                         std::span<const Token> tokens);

  /// Words of all trees that are kept: no more than twice kept_words and two sentences.
  std::uint32_t words_kept() const { return recent_words_ + older_words_; }

 private:
  void word(const CutWord& word, std::uint32_t first, std::span<const Token> own);
  using Kept = std::unordered_map<std::uint32_t, SentenceTree>;  ///< by sentence

  const SentenceTree& keep(Kept::node_type tree);
  SentenceTree parse(const Sentence& sentence, std::span<const Token> tokens);

  const Grammar& grammar_;
  std::string_view text_;
  const Vocabulary& vocabulary_;
  WordCutter cutter_;
  Parser parser_;
  std::vector<Span> one_word_;  ///< in tokens
  std::uint32_t kept_words_;
  std::vector<std::string_view> forms_;
  std::vector<SyntaxNode> nodes_;
  /// Those asked for lately, and those before them, which are dropped together.
  Kept recent_, older_;
  std::uint32_t recent_words_ = 0, older_words_ = 0;
};

}  // namespace attache
