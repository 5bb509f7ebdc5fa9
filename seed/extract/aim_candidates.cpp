// SPDX-License-Identifier: MIT
#include "seed/extract/aim_candidates.h"

#include <algorithm>
#include <unordered_map>

#include "seed/extract/themes.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// An inner cue this near the beginning of the outer aim is what the outer aim is about.
constexpr std::uint32_t leads_within = 3;

bool overlap(TokenRange x, TokenRange y) { return x.first < y.last && y.first < x.last; }

/// True where `inner` is better than the `outer` one that holds it.
bool leads_to(const AimCandidate& outer, const AimCandidate& inner) {
  if (inner.cue.first == outer.cue.first && inner.cue.last > outer.cue.last) return true;
  return inner.cue.first >= outer.aim.first && inner.cue.first <= outer.aim.first + leads_within &&
         inner.aim.first > outer.aim.first;
}

/// Sorted by first token, the longest first.
void drop_nested(const Analysis& a, std::vector<AimCandidate>& all) {
  std::vector<AimCandidate> kept;
  for (auto& next : all) {
    bool drop = false;
    while (!kept.empty() && overlap(kept.back().aim, next.aim)) {
      drop = !leads_to(kept.back(), next);
      const auto& loser = drop ? next : kept.back();
      a.explain(loser.aim, loser.by->id, "inside or across another aim");
      if (drop) break;
      kept.pop_back();
    }
    if (!drop) kept.push_back(next);
  }
  all = std::move(kept);
}

}  // namespace

std::vector<PriorityRow> rows_of(const Analysis& a, std::vector<AimCandidate> all,
                                 const ActorWords& actors) {
  std::stable_sort(all.begin(), all.end(), [](const AimCandidate& x, const AimCandidate& y) {
    return x.aim.first != y.aim.first ? x.aim.first < y.aim.first : x.aim.last > y.aim.last;
  });
  drop_nested(a, all);
  std::vector<PriorityRow> rows;
  std::unordered_map<std::string, std::size_t> known;
  for (const auto& candidate : all) {
    const auto wording = a.wording(candidate.aim);
    auto citation = a.cite(candidate.aim, candidate.by->id);
    citation.confidence = a.lexicon.confidences.of(candidate.by->id, Confidences::priorities);
    const auto [at, added] = known.try_emplace(fold_phrase(wording), rows.size());
    if (added)
      rows.push_back({wording,
                      theme_of(a, candidate.aim),
                      actor_of(a, candidate.cue, candidate.aim, candidate.sentence, actors),
                      {citation}});
    else rows[at->second].citations.push_back(citation);
    auto& sure = rows[at->second].confidence;
    sure = std::max(sure, citation.confidence);
  }
  return rows;
}

}  // namespace attache
