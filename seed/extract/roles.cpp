// SPDX-License-Identifier: MIT
#include "seed/extract/roles.h"

#include <algorithm>
#include <array>

#include "seed/extract/phrases.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 10> ranks{"founder", "chair",       "member", "candidate",     "observer",
                                                 "partner", "contributor", "host",   "former-member", "mention"};

/// Words that may stand between a cue and the body it takes ("member of a number of international organizations such as X").
constexpr std::uint32_t widest_gap = 12;

class RoleFinder {
 public:
  RoleFinder(const Analysis& analysis, const std::vector<BodyMention>& mentions) : a_(analysis), mentions_(mentions) {}

  std::vector<Role> run() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::organizations || cue->effect == "blocks") continue;
      const TokenRange range{hit.match.first, hit.match.last};
      if (negated(a_, range, hit.sentence)) {
        a_.explain(range, cue->id, "negated");
        continue;
      }
      apply(hit, *cue);
    }
    return std::move(roles_);
  }

 private:
  void apply(const CueHit& hit, const Cue& cue) {
    const auto country = subject_country(a_, hit.match.first, hit.sentence);
    if (!country.has_value()) {
      a_.explain({hit.match.first, hit.match.last}, cue.id, "no state is the subject");
      return;
    }
    if (cue.side == Side::capture) inside(hit, cue, *country);
    else if (cue.side == Side::before) before(hit, cue, *country);
    else after(hit, cue, *country);
  }

  void add(std::uint32_t mention, const CueHit& hit, const Cue& cue, const std::string& country) {
    roles_.push_back({mention, cue.effect, country, {hit.match.first, hit.match.last}, cue.id});
  }

  void inside(const CueHit& hit, const Cue& cue, const std::string& country) {
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      const auto& range = mentions_[m].range;
      if (range.first >= hit.match.capture_first && range.last <= hit.match.capture_last) add(m, hit, cue, country);
    }
  }

  void before(const CueHit& hit, const Cue& cue, const std::string& country) {
    for (auto m = static_cast<std::uint32_t>(mentions_.size()); m-- > 0;) {
      const auto& range = mentions_[m].range;
      if (range.last > hit.match.first || a_.sentence_of[range.first] != hit.sentence) continue;
      if (hit.match.first - range.last <= 3) add(m, hit, cue, country);
      return;
    }
  }

  /// The first body behind the cue and those in a list with it.
  void after(const CueHit& hit, const Cue& cue, const std::string& country) {
    std::uint32_t reach = hit.match.last + widest_gap;
    bool first = true;
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      const auto& range = mentions_[m].range;
      if (range.first < hit.match.last && range.last <= hit.match.last) {
        if (range.first >= hit.match.first) add(m, hit, cue, country);  // the pattern itself took the body
        continue;
      }
      if (a_.sentence_of[range.first] != hit.sentence || range.first > reach) break;
      if (!first && !list_between(reach_from_, range.first)) break;
      if (first && !open_between(hit.match.last, range.first)) break;
      add(m, hit, cue, country);
      first = false;
      reach_from_ = range.last;
      reach = range.last + widest_gap;
    }
  }

  /// Nothing but list words stands between two bodies: commas, "and", "of the", brackets, an acronym, a year.
  bool list_between(std::uint32_t from, std::uint32_t to) const {
    bool separator = false;
    for (auto t = from; t < to; ++t) {
      if (a_.is_punctuation(t, ",") || a_.is_word(t, "and") || a_.is_word(t, "or")) separator = true;
      else if (!list_word(t)) return false;
    }
    return separator || to <= from;
  }

  bool list_word(std::uint32_t t) const {
    constexpr auto small = WordClass::determiner | WordClass::possessive | WordClass::numeral | WordClass::adverb;
    return a_.is_punctuation(t, "()") || a_.is_class(t, small) || a_.tokens[t].capital || a_.is_word(t, "of") || a_.is_word(t, "in") ||
           a_.is_word(t, "as") || a_.is_word(t, "well") || a_.is_word(t, "well") || a_.is_word(t, "with") || a_.is_word(t, "to") ||
           a_.is_word(t, "since") || a_.is_word(t, "'s");
  }

  /// No verb, no clause boundary between the cue and its body.
  bool open_between(std::uint32_t from, std::uint32_t to) const {
    constexpr auto closes = WordClass::modal | WordClass::auxiliary | WordClass::relative | WordClass::subordinator;
    for (auto t = from; t < to; ++t) {
      if (a_.is_punctuation(t, ";:") || a_.is_class(t, closes)) return a_.is_word(t, "as") || a_.is_word(t, "such");
    }
    return true;
  }

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  std::vector<Role> roles_;
  std::uint32_t reach_from_ = 0;
};

}  // namespace

int role_rank(std::string_view role) {
  const auto found = std::find(ranks.begin(), ranks.end(), role);
  return static_cast<int>(found - ranks.begin());
}

std::vector<Role> find_roles(const Analysis& analysis, const std::vector<BodyMention>& mentions) { return RoleFinder(analysis, mentions).run(); }

}  // namespace attache
