// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/text/tokens.h"

namespace attache {

/// The token is that one character.
inline bool is(std::string_view text, const Token& token, char c) {
  return token.end - token.begin == 1 && text[token.begin] == c;
}

/// The token is a punctuation mark, one of the ASCII characters of `set`.
inline bool is_one_of(std::string_view text, const Token& token, std::string_view set) {
  return token.kind == TokenKind::punctuation && token.end - token.begin == 1 &&
         set.find(text[token.begin]) != std::string_view::npos;
}

inline bool lower_word(const Token& token) {
  return token.kind == TokenKind::word && !token.capital;
}

/// The mark closes what was said in quotes.
inline bool is_closing_quote(std::string_view text, const Token& token) {
  const auto s = slice(text, token.span());
  return s == "\"" || s == "'" || s == "\u201D" || s == "\u2019" || s == "\u00BB";
}

/// A hyphen or dash that stands alone.
inline bool is_lone_dash(std::string_view text, const Token& token) {
  const auto s = slice(text, token.span());
  return s == "-" || s == "\u2013" || s == "\u2014";
}

}  // namespace attache
