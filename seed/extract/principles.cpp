// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "seed/extract/norm_features.h"
#include "seed/extract/norm_phrase.h"
#include "seed/extract/table_lines.h"
#include "seed/extract/tables.h"

namespace attache {
namespace {

/// A wording no longer than this (tokens) names one norm, whatever words of others it is made of.
constexpr std::uint32_t compound_size = 6;
/// A cue so near (tokens) is named as what upholds the norm.
constexpr std::uint32_t cited_reach = 12;
/// Between two wordings of one phrase stand at most so many words that only join them.
constexpr std::uint32_t joining_words = 3;
/// Phrases that begin farther apart (tokens) are not looked at together.
constexpr std::uint32_t longest_phrase = 60;
const std::string by_wording = "principles.wording";
const std::string by_list = "principles.list";

/// A wording that the document upholds.
struct Upheld {
  TokenRange range;
  TokenRange shown;  ///< the phrase that is cited
  std::uint32_t norm = 0;
  Strength strength = Strength::strong;
  const NormCue* cue = nullptr;  ///< what upholds it, or nullptr
  const std::string* rule = nullptr;
  std::uint8_t confidence = 0;  ///< in percent; 0 where it is not known
};

/// Decides for each wording of a norm whether its sentence upholds it.
class Norms {
 public:
  explicit Norms(const Analysis& analysis)
      : a_(analysis), context_(analysis), features_(analysis, context_) {}

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
    breaches_.clear();
    if (of_contents(a_, number)) return;
    for (auto i = begin; i < end; ++i) {
      if (names_norm(a_.hits[i]) && !(number > barred_after_ && number < barred_end_))
        judge(i, listed);
    }
    for (const auto& one : phrases()) take(one);
    if (a_.is_punctuation(a_.sentences[number].last - 1, ":") && bars_list(begin, end)) {
      barred_after_ = number;
      for (barred_end_ = number + 1; barred_end_ < a_.sentences.size() && item(barred_end_);)
        ++barred_end_;
    }
    if (context_.opens_list()) {
      list_after_ = number;
      list_end_ = number + 1;
    }
  }

  bool item(std::uint32_t number) const {
    return a_.sentences[number].item || a_.sentences[number].bullet;
  }

  /// "The main threats are:": none of the items is upheld.
  bool bars_list(std::size_t begin, std::size_t end) const {
    for (auto i = begin; i < end; ++i) {
      if (list_cue(a_.hits[i]) && a_.cue(a_.hits[i])->effect == effect::blocks) return true;
    }
    return false;
  }

  /// The sentence is an item of a list that a heading calls principles.
  bool in_list(std::uint32_t number) {
    if (list_after_ == Analysis::no_sentence || number <= list_after_) return false;
    while (list_end_ <= number && a_.sentences[list_end_].item) ++list_end_;
    return number < list_end_;
  }

  void judge(std::size_t hit, bool listed) {
    const auto words = range(a_.hits[hit]);
    const auto& wording = a_.lexicon.norm_wordings[a_.owner(a_.hits[hit]).index];
    if (context_.in_name(words)) return reject(words, wording, "part of a name");
    if (const auto* cue = context_.keeping_out(words); cue != nullptr)
      return reject(words, wording, "kept out by " + cue->cue->id);
    if (wording.strength == Strength::breach) breaches_.push_back({words, wording.norm});
    const auto* cue = upholding(words, wording.strength);
    const bool item = listed && wording.strength != Strength::breach;
    const float sum = weight(hit);
    if (item || sum > 0)
      upheld_.push_back({words, words, wording.norm, wording.strength, cue,
                         cue != nullptr ? &cue->cue->id
                         : item         ? &by_list
                                        : &by_wording,
                         sum > 0 ? a_.lexicon.confidences.of_norm(sum)
                                 : a_.lexicon.confidences.of(by_list, Confidences::principles)});
    else reject(words, wording, "named, not upheld");
  }

  /// Weights of a place without those of its sentence's tree, beyond which these are not asked.
  static constexpr float clearly_not = -2.0f, clearly_upheld = 1.5f;
  /// What the tree adds to them more often than not.
  static constexpr float usual_of_tree = 0.5f;

  float weight(std::size_t hit) const {
    float sum = a_.lexicon.norm_weights.of("every");
    const auto add = [&](std::string_view f) { sum += a_.lexicon.norm_weights.of(f); };
    features_.of_words(hit, add);
    // The sentence is parsed only where the words alone leave doubt and a row hangs on it: another
    // citation of a norm that the document upholds is decided as sentences usually are.
    if (sum < clearly_not || sum > clearly_upheld) return sum;
    if (upheld_before(hit)) return sum + usual_of_tree;
    features_.of_sentence(hit, add);
    return sum;
  }

  bool upheld_before(std::size_t hit) const {
    const auto norm = a_.lexicon.norm_wordings[a_.owner(a_.hits[hit]).index].norm;
    return std::find(known_.begin(), known_.end(), norm) != known_.end();
  }

  /// The cue that speaks for the norm (or against its breach) and stands nearest, or nullptr.
  const NormCue* upholding(TokenRange norm, Strength strength) const {
    const NormCue* nearest = nullptr;
    std::uint32_t least = cited_reach + 1;
    for (const auto& cue : context_.near(norm)) {
      const auto& effect = cue.cue->effect;
      const bool fits = strength == Strength::breach
                            ? effect == effect::opposes
                            : effect == effect::upholds || effect == effect::favours ||
                                  effect == effect::violates;
      const bool before = cue.words.first <= norm.first;
      if (!fits || cue.cue->side == (before ? Side::before : Side::after)) continue;
      const auto far = cue.words.last <= norm.first   ? norm.first - cue.words.last
                       : cue.words.first >= norm.last ? cue.words.first - norm.last
                                                      : 0;
      if (far >= least) continue;
      nearest = &cue;
      least = far;
    }
    return nearest;
  }

  void reject(TokenRange norm, const NormWording& wording, const std::string& why) const {
    if (a_.trace != nullptr) a_.explain(norm, a_.lexicon.norms[wording.norm], why);
  }

  /// "sovereignty" in "sovereignty over natural resources" is no norm of its own; in "sovereignty
  /// and independence" it is.
  bool part_of_another(std::vector<Upheld>::const_iterator one) const {
    if (one->strength == Strength::strong || one->strength == Strength::condemned) return false;
    const auto covers = [&](const Upheld& other) {
      return other.norm != one->norm && other.range.first <= one->range.first &&
             one->range.last <= other.range.last && other.range.size() > one->range.size() &&
             other.range.size() <= compound_size && undivided(other.range);
    };
    // They stand in the order of their first words.
    for (auto other = one; other != upheld_.begin();) {
      --other;
      if (other->range.first + compound_size < one->range.first) break;
      if (covers(*other)) return true;
    }
    for (auto other = one; other != upheld_.end() && other->range.first == one->range.first;
         ++other) {
      if (covers(*other)) return true;
    }
    return false;
  }

  /// What is upheld, each phrase once: wordings of one norm that overlap, or that only a
  /// preposition joins ("nonintervention | into the | internal affairs"), are one.
  std::vector<Upheld> phrases() const {
    std::vector<Upheld> said;
    for (auto one = upheld_.begin(); one != upheld_.end(); ++one) {
      if (part_of_another(one)) continue;
      auto phrase = *one;
      phrase.shown = shown(phrase);
      if (auto* same = joined_before(said, phrase); same != nullptr) join(*same, phrase);
      else said.push_back(phrase);
    }
    return said;
  }

  /// The phrase of the same norm among those before it that it is one with, or nullptr.
  Upheld* joined_before(std::vector<Upheld>& said, const Upheld& phrase) const {
    for (auto other = said.rbegin();
         other != said.rend() && other->shown.first + longest_phrase > phrase.shown.first; ++other)
      if (other->norm == phrase.norm && one_phrase(other->shown, phrase.shown)) return &*other;
    return nullptr;
  }

  TokenRange shown(const Upheld& one) const {
    return norm_phrase(
        a_, one.range,
        one.cue != nullptr && one.strength == Strength::breach ? one.cue->words : one.range);
  }

  bool one_phrase(TokenRange one, TokenRange other) const {
    const auto& [first, second] =
        std::minmax(one, other, [](TokenRange a, TokenRange b) { return a.first < b.first; });
    if (second.first <= first.last) return true;
    if (second.first - first.last > joining_words) return false;
    for (auto t = first.last; t < second.first; ++t) {
      if (!a_.is_class(t, WordClass::preposition | WordClass::determiner | WordClass::possessive))
        return false;
    }
    return true;
  }

  /// The surer one says what upholds it; the norm itself goes before its breach.
  static void join(Upheld& phrase, const Upheld& other) {
    const TokenRange shown{std::min(phrase.shown.first, other.shown.first),
                           std::max(phrase.shown.last, other.shown.last)};
    const bool other_leads =
        breach(phrase) == breach(other) ? other.confidence > phrase.confidence : breach(phrase);
    const auto confidence = std::max(phrase.confidence, other.confidence);
    if (other_leads) phrase = other;
    phrase.shown = shown;
    phrase.confidence = confidence;
  }

  bool undivided(TokenRange words) const {
    for (auto t = words.first; t < words.last; ++t) {
      if (a_.is_class(t, WordClass::coordinator) || a_.tokens[t].kind == TokenKind::punctuation)
        return false;
    }
    return true;
  }

  static bool breach(const Upheld& one) {
    return one.strength == Strength::breach || one.strength == Strength::condemned ||
           (one.cue != nullptr && one.cue->cue->effect == effect::violates);
  }

  /// "massive use of force", "flagrant violations of rights": the phrase opens with what breaks the
  /// norm, whatever of it is named behind.
  bool within_breach(const Upheld& one) const {
    return std::ranges::any_of(breaches_, [&](const Breach& b) {
      return b.norm == one.norm && b.words.first <= one.range.first &&
             b.words.first >= one.shown.first && one.range.first < b.words.last;
    });
  }

  void take(const Upheld& one) {
    const auto& slug = a_.lexicon.norms[one.norm];
    auto row = std::find_if(rows_.begin(), rows_.end(),
                            [&](const PrincipleRow& r) { return r.norm == slug; });
    const auto words = one.shown;
    if (row == rows_.end())
      row = rows_.insert(rows_.end(), {slug, a_.wording(words), "breach-condemned", {}});
    if (!breach(one) && !within_breach(one) && row->polarity != "upheld") {
      row->polarity = "upheld";
      known_.push_back(one.norm);
    }
    cite(*row, words, one);
  }

  void cite(PrincipleRow& row, TokenRange words, const Upheld& one) const {
    auto citation = a_.cite(words, *one.rule);
    citation.confidence = one.confidence;
    row.confidence = std::max(row.confidence, one.confidence);
    // Citations stand in the order of the text, and only those of one sentence can overlap.
    auto& cited = row.citations;
    const auto from = std::lower_bound(
        cited.begin(), cited.end(), citation.sentence,
        [](const Citation& c, std::uint32_t sentence) { return c.sentence < sentence; });
    for (auto other = from; other != cited.end(); ++other) {
      if (contains(other->span, citation.span)) return;
      if (contains(citation.span, other->span)) {
        if (other == cited.begin()) row.wording = a_.wording(words);
        *other = citation;
        return;
      }
    }
    cited.push_back(citation);
  }

  const Analysis& a_;
  NormContext context_;
  NormFeatures features_;
  struct Breach {
    TokenRange words;
    std::uint32_t norm = 0;
  };
  std::vector<Upheld> upheld_;    ///< of the sentence at hand
  std::vector<Breach> breaches_;  ///< of the sentence at hand, condemned or not
  std::uint32_t list_after_ = Analysis::no_sentence;
  std::uint32_t list_end_ = 0;                       ///< behind the items known to follow it
  std::uint32_t barred_after_ = 0, barred_end_ = 0;  ///< likewise, of items that are none
  std::vector<PrincipleRow> rows_;
  std::vector<std::uint32_t> known_;  ///< norms that a row says are upheld
};

}  // namespace

std::vector<PrincipleRow> find_principles(const Analysis& analysis) {
  return Norms(analysis).run();
}

}  // namespace attache
