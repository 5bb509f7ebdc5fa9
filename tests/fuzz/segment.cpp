// SPDX-License-Identifier: MIT
// Tokens and sentences of any bytes: in order, apart, and inside the text.
#include "seed/text/segment.h"

#include "seed/text/tokens.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;

void require_tokens(const std::vector<Token>& tokens, std::size_t size) {
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    fuzz::require(token.begin >= end && token.end > token.begin, "tokens stand in order");
    end = token.end;
  }
  fuzz::require(end <= size, "tokens end in the text");
}

void require_sentences(const std::vector<Sentence>& sentences, const std::vector<Token>& tokens) {
  std::uint32_t next = 0;
  for (const Sentence& sentence : sentences) {
    fuzz::require(sentence.first >= next && sentence.last > sentence.first,
                  "sentences stand in order and hold tokens");
    next = sentence.last;
  }
  fuzz::require(next <= tokens.size(), "sentences end in the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = attache::fuzz::bytes_of(data, size);
  const Vocabulary vocabulary;
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  require_tokens(tokens, size);
  drop_page_numbers(tokens, text);
  std::vector<Sentence> sentences;
  segment(text, tokens, vocabulary, SentenceRules{}, sentences);
  require_sentences(sentences, tokens);
  return 0;
}
