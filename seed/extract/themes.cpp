// SPDX-License-Identifier: MIT
#include "seed/extract/themes.h"

#include <algorithm>

namespace attache {

std::string theme_of(const Analysis& a, TokenRange aim) {
  const auto where = a.pattern_text();
  std::vector<int> votes(a.lexicon.themes.size(), 0);
  std::vector<PatternMatch> found;
  for (auto t = aim.first; t < aim.last; ++t) {
    found.clear();
    a.rules.theme_patterns.match(where, t, aim.last, found);
    for (const auto& match : found) {
      const auto& wording = a.lexicon.theme_wordings[match.payload];
      votes[wording.theme] += wording.weight * static_cast<int>(match.last - match.first);
    }
  }
  const auto best = std::max_element(votes.begin(), votes.end());
  return best == votes.end() || *best == 0
             ? std::string()
             : a.lexicon.themes[static_cast<std::size_t>(best - votes.begin())];
}

}  // namespace attache
