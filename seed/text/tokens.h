// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/text/span.h"
#include "seed/text/vocabulary.h"

namespace attache {

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// A word, a number or a punctuation mark, as a span over the original bytes; its normal form is
/// kept beside. "Azerbaijan's" is two tokens; "peace-keeping" and "coop-\neration" are one.
struct Token {
  std::uint32_t begin = 0;  ///< byte
  std::uint32_t end = 0;    ///< byte
  WordId word = unknown_word;
  TokenKind kind = TokenKind::punctuation;
  bool capital : 1 = false;  ///< first letter is upper case
  bool upper : 1 = false;    ///< two or more letters, all upper case
  bool dotted : 1 = false;   ///< an acronym with dots: "U.S."
  bool space : 1 = false;    ///< white space stands before it
  bool newline : 1 = false;  ///< a line starts with it
  bool blank : 1 = false;    ///< a blank line stands before it

  Span span() const { return {begin, end}; }
};

/// Cuts a text into tokens. Never fails: bytes that are not UTF-8 are punctuation.
/// `tokens` is cleared first and keeps its memory, so that one buffer serves many documents.
void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens);

}  // namespace attache
