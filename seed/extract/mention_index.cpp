// SPDX-License-Identifier: MIT
#include "seed/extract/mention_index.h"

#include <algorithm>
#include <map>
#include <utility>

namespace attache {

MentionIndex::MentionIndex(const Analysis& analysis, const std::vector<BodyMention>& mentions)
    : mentions_(mentions) {
  std::map<std::uint32_t, std::uint32_t> counts;
  for (const auto& mention : mentions_) {
    if (mention.body == no_body || mention.back_reference) continue;
    const auto& kind = analysis.lexicon.bodies[mention.body].kind;
    if (kind == intergovernmental_kind || kind == "regional") ++counts[mention.body];
  }
  // Of two that are named as often, the one that is spoken of more ("the Organization").
  std::map<std::uint32_t, std::uint32_t> spoken_of;
  for (const auto& mention : mentions_) {
    if (mention.back_reference) ++spoken_of[mention.body];
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [&](auto& a, auto& b) {
    return std::pair(a.second, spoken_of[a.first]) < std::pair(b.second, spoken_of[b.first]);
  });
  if (most == counts.end()) return;
  for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
    if (mentions_[m].body == most->first) of_states_.push_back(m);
  }
}

std::uint32_t MentionIndex::before(std::uint32_t token) const {
  const auto behind =
      std::lower_bound(mentions_.begin(), mentions_.end(), token,
                       [](const BodyMention& m, std::uint32_t t) { return m.range.first < t; });
  return behind == mentions_.begin() ? none
                                     : static_cast<std::uint32_t>(behind - mentions_.begin()) - 1;
}

std::uint32_t MentionIndex::of_states(std::uint32_t token) const {
  if (of_states_.empty()) return none;
  const auto behind = std::lower_bound(
      of_states_.begin(), of_states_.end(), token,
      [&](std::uint32_t m, std::uint32_t t) { return mentions_[m].range.first < t; });
  return behind == of_states_.begin() ? *behind : *(behind - 1);
}

}  // namespace attache
