// SPDX-License-Identifier: MIT
#include "seed/lexicon/names_in_text.h"

#include <algorithm>

namespace attache {
namespace {

/// Names of states and of what is theirs.
bool of_state(NameKind kind) {
  return kind == NameKind::country || kind == NameKind::adjective || kind == NameKind::demonym;
}

/// Names that a state's name may be a part of.
bool covers(NameKind kind) {
  return kind == NameKind::country || kind == NameKind::place || kind == NameKind::city ||
         kind == NameKind::capital;
}

/// Keeps the longest reading: what lies inside a longer state's or place's name is no name here.
void drop_inner(const NameTrie& trie, NamesInText& out) {
  NameMatch outer;
  const auto inner = [&](const NameMatch& match) {
    const auto kind = trie.names()[match.name].kind;
    if (of_state(kind) && match.last <= outer.last &&
        match.last - match.first < outer.last - outer.first)
      return true;
    if (covers(kind) && match.last > outer.last) outer = match;
    return false;
  };
  if (std::erase_if(out.matches, inner) == 0) return;
  std::fill(out.starts.begin(), out.starts.end(), 0);
  for (std::uint32_t i = 0; i < out.matches.size(); ++i) {
    auto& start = out.starts[out.matches[i].first];
    if (start == 0) start = i + 1;
  }
}

}  // namespace

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
  drop_inner(trie, out);
}

}  // namespace attache
