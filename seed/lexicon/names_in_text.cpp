// SPDX-License-Identifier: MIT
#include "seed/lexicon/names_in_text.h"

#include <algorithm>

namespace attache {

void find_names(const std::vector<Token>& tokens, const NameTrie& trie, NamesInText& out) {
  out.matches.clear();
  out.starts.assign(tokens.size() + 1, 0);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!trie.starts(tokens[i].word)) continue;
    const auto before = out.matches.size();
    trie.match(tokens, i, out.matches);
    if (out.matches.size() == before) continue;
    std::stable_sort(out.matches.begin() + static_cast<std::ptrdiff_t>(before), out.matches.end(),
                     [](const NameMatch& a, const NameMatch& b) { return a.last > b.last; });
    out.starts[i] = static_cast<std::uint32_t>(before) + 1;
  }
}

}  // namespace attache
