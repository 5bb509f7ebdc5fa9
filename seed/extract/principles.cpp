// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/extract/phrases.h"
#include "seed/extract/tables.h"

namespace attache {
namespace {

/// Decides for each wording of a norm whether its sentence upholds it.
class Norms {
 public:
  explicit Norms(const Analysis& analysis) : a_(analysis) {}

  std::vector<PrincipleRow> run() {
    for (std::size_t begin = 0; begin < a_.hits.size();) {
      std::size_t end = begin;
      while (end < a_.hits.size() && a_.hits[end].sentence == a_.hits[begin].sentence) ++end;
      sentence(begin, end);
      begin = end;
    }
    return std::move(rows_);
  }

 private:
  void sentence(std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i) {
      const auto& owner = a_.owner(a_.hits[i]);
      if (owner.kind != PatternOwner::Kind::norm) continue;
      const auto& wording = a_.lexicon.norm_wordings[owner.index];
      if (const auto* cue = upholding(i, begin, end, wording.strength)) take(a_.hits[i], wording, cue->id);
      else if (wording.strength == Strength::strong) take(a_.hits[i], wording, "principles.wording");
      else a_.explain(range(a_.hits[i]), a_.lexicon.norms[wording.norm], "named, not upheld");
    }
  }

  static TokenRange range(const CueHit& hit) { return {hit.match.first, hit.match.last}; }

  /// The cue in the sentence that upholds the norm (or condemns its breach), or nullptr.
  const Cue* upholding(std::size_t hit, std::size_t begin, std::size_t end, Strength strength) const {
    for (auto i = begin; i < end; ++i) {
      const auto* cue = a_.cue(a_.hits[i]);
      if (cue == nullptr || cue->table != Table::principles) continue;
      if (cue->effect != (strength == Strength::breach ? "opposes" : "upholds")) continue;
      if (reaches(*cue, a_.hits[i].match, a_.hits[hit].match)) return cue;
    }
    return nullptr;
  }

  bool reaches(const Cue& cue, const PatternMatch& by, const PatternMatch& norm) const {
    switch (cue.side) {
      case Side::after: return norm.first >= by.first;
      case Side::before: return norm.last <= by.last;
      default: return true;
    }
  }

  void take(const CueHit& hit, const NormWording& wording, const std::string& rule) {
    const auto& slug = a_.lexicon.norms[wording.norm];
    auto row = std::find_if(rows_.begin(), rows_.end(), [&](const PrincipleRow& r) { return r.norm == slug; });
    if (row == rows_.end()) row = rows_.insert(rows_.end(), {slug, a_.wording(range(hit)), {}});
    const auto citation = a_.cite(range(hit), rule);
    for (auto& other : row->citations) {
      if (contains(other.span, citation.span)) return;
      if (contains(citation.span, other.span)) {
        other = citation;
        return;
      }
    }
    row->citations.push_back(citation);
  }

  const Analysis& a_;
  std::vector<PrincipleRow> rows_;
};

}  // namespace

std::vector<PrincipleRow> find_principles(const Analysis& analysis) { return Norms(analysis).run(); }

}  // namespace attache
