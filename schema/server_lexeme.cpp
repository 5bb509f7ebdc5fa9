// SPDX-License-Identifier: MIT
#include "schema/server_lexeme.h"

namespace attache {
namespace {

/// PostgreSQL takes 2,046 bytes.
constexpr std::size_t longest_lexeme = 1'000;

}  // namespace

std::string_view server_lexeme(std::string_view word) {
  if (word.size() <= longest_lexeme) return word;
  std::size_t end = longest_lexeme;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  return word.substr(0, end);
}

std::string quoted_lexeme(std::string_view word) {
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'' || c == '\\') quoted += c;
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace attache
