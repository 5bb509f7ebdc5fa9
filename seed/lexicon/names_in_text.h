// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "seed/lexicon/name_trie.h"

namespace attache {

/// Names of the lexicon as they stand in one document's tokens.
/// A state, its people or its capital inside a longer name of a state or a place is not kept: no
/// Korea in "North Korea", no America in "Latin America".
struct NamesInText {
  std::vector<NameMatch> matches;  ///< by first token; at the same token the longest first
  std::vector<std::uint32_t>
      starts;  ///< token -> 1 + index of its first match, 0 for none; size tokens + 1

  /// The longest match of that kind which starts at the token, or nullptr.
  const NameMatch* at(std::uint32_t token, NameKind kind, const NameTrie& trie) const {
    for (auto i = starts[token]; i != 0 && i <= matches.size() && matches[i - 1].first == token;
         ++i) {
      if (trie.names()[matches[i - 1].name].kind == kind) return &matches[i - 1];
    }
    return nullptr;
  }
};

/// Finds all names. `out` keeps its memory from one document to the next.
void find_names(const std::vector<Token>& tokens, const NameTrie& trie, NamesInText& out);

}  // namespace attache
