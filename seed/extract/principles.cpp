// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "seed/extract/norm_context.h"
#include "seed/extract/tables.h"

namespace attache {
namespace {

/// A wording no longer than this (tokens) names one norm, whatever words of others it is made of.
constexpr std::uint32_t compound_size = 6;
const std::string by_wording = "principles.wording";
const std::string by_list = "principles.list";

/// A wording that the document upholds.
struct Upheld {
  TokenRange range;
  std::uint32_t norm = 0;
  Strength strength = Strength::strong;
  const std::string* rule = nullptr;
};

/// Decides for each wording of a norm whether its sentence upholds it.
class Norms {
 public:
  explicit Norms(const Analysis& analysis) : a_(analysis), context_(analysis) {}

  std::vector<PrincipleRow> run() {
    for (std::size_t begin = 0; begin < a_.hits.size();) {
      a_.step();
      std::size_t end = begin;
      bool norms = false, cues = false;
      for (; end < a_.hits.size() && a_.hits[end].sentence == a_.hits[begin].sentence; ++end) {
        norms = norms || names_norm(a_.hits[end]);
        cues = cues || list_cue(a_.hits[end]);
      }
      if (norms || cues) sentence(begin, end);
      begin = end;
    }
    return std::move(rows_);
  }

 private:
  static TokenRange range(const CueHit& hit) { return {hit.match.first, hit.match.last}; }
  bool names_norm(const CueHit& hit) const {
    return a_.owner(hit).kind == PatternOwner::Kind::norm;
  }
  bool list_cue(const CueHit& hit) const {
    const auto* cue = a_.cue(hit);
    return cue != nullptr && cue->list && cue->table == Table::principles;
  }

  void sentence(std::size_t begin, std::size_t end) {
    const auto number = a_.hits[begin].sentence;
    context_.enter(begin, end);
    const bool listed = in_list(number);
    upheld_.clear();
    for (auto i = begin; i < end; ++i) {
      if (names_norm(a_.hits[i]))
        judge(range(a_.hits[i]), a_.lexicon.norm_wordings[a_.owner(a_.hits[i]).index], listed);
    }
    for (const auto& one : upheld_) {
      if (!part_of_another(one)) take(one);
    }
    if (context_.opens_list()) {
      list_after_ = number;
      list_end_ = number + 1;
    }
  }

  /// The sentence is an item of a list that a heading calls principles.
  bool in_list(std::uint32_t number) {
    if (list_after_ == Analysis::no_sentence || number <= list_after_) return false;
    while (list_end_ <= number && a_.sentences[list_end_].item) ++list_end_;
    return number < list_end_;
  }

  void judge(TokenRange norm, const NormWording& wording, bool listed) {
    if (context_.in_name(norm)) return reject(norm, wording, "part of a name");
    const auto* cue = context_.upholding(norm, wording.strength);
    const auto* block = context_.blocking(norm);
    if (block != nullptr && (cue == nullptr || !frees(*cue, *block)))
      return reject(norm, wording, "kept out by " + block->cue->id);
    if (cue != nullptr) upheld_.push_back({norm, wording.norm, wording.strength, &cue->cue->id});
    else if (wording.strength == Strength::strong)
      upheld_.push_back({norm, wording.norm, wording.strength, &by_wording});
    else if (listed && wording.strength != Strength::breach)
      upheld_.push_back({norm, wording.norm, wording.strength, &by_list});
    else reject(norm, wording, "named, not upheld");
  }

  /// "questions of respect for human rights": the cue stands between what would keep the norm out
  /// and the norm.
  static bool frees(const CueReach& cue, const CueReach& block) {
    return block.cue->side != Side::capture && cue.cue->effect == "upholds" &&
           cue.words.first > block.words.first;
  }

  void reject(TokenRange norm, const NormWording& wording, const std::string& why) const {
    if (a_.trace != nullptr) a_.explain(norm, a_.lexicon.norms[wording.norm], why);
  }

  /// "sovereignty" in "sovereignty over natural resources" is no norm of its own; in "sovereignty
  /// and independence" it is.
  bool part_of_another(const Upheld& one) const {
    if (one.strength == Strength::strong) return false;
    return std::any_of(upheld_.begin(), upheld_.end(), [&](const Upheld& other) {
      return other.norm != one.norm && other.range.first <= one.range.first &&
             one.range.last <= other.range.last && other.range.size() > one.range.size() &&
             other.range.size() <= compound_size && undivided(other.range);
    });
  }

  bool undivided(TokenRange words) const {
    for (auto t = words.first; t < words.last; ++t) {
      if (a_.is_class(t, WordClass::coordinator) || a_.tokens[t].kind == TokenKind::punctuation)
        return false;
    }
    return true;
  }

  void take(const Upheld& one) {
    const auto& slug = a_.lexicon.norms[one.norm];
    auto row = std::find_if(rows_.begin(), rows_.end(),
                            [&](const PrincipleRow& r) { return r.norm == slug; });
    if (row == rows_.end()) row = rows_.insert(rows_.end(), {slug, a_.wording(one.range), {}});
    const auto citation = a_.cite(one.range, *one.rule);
    // Citations stand in the order of the text, and only those of one sentence can overlap.
    auto& cited = row->citations;
    const auto from = std::lower_bound(
        cited.begin(), cited.end(), citation.sentence,
        [](const Citation& c, std::uint32_t sentence) { return c.sentence < sentence; });
    for (auto other = from; other != cited.end(); ++other) {
      if (contains(other->span, citation.span)) return;
      if (contains(citation.span, other->span)) {
        if (other == cited.begin()) row->wording = a_.wording(one.range);
        *other = citation;
        return;
      }
    }
    cited.push_back(citation);
  }

  const Analysis& a_;
  NormContext context_;
  std::vector<Upheld> upheld_;  ///< of the sentence at hand
  std::uint32_t list_after_ = Analysis::no_sentence;
  std::uint32_t list_end_ = 0;  ///< behind the items known to follow it
  std::vector<PrincipleRow> rows_;
};

}  // namespace

std::vector<PrincipleRow> find_principles(const Analysis& analysis) {
  return Norms(analysis).run();
}

}  // namespace attache
