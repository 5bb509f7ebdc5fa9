// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "seed/syntax/features.h"
#include "seed/syntax/transitions.h"

namespace attache {

/// One of several readings of a sentence.
template <typename Score>
struct PartialParse {
  Configuration configuration;
  Score score = 0;
  std::int32_t last = no_node;  ///< the step that led here
};

/// A step of a reading, and the one before it.
struct Step {
  std::int32_t before = no_node;
  Action action = Action::shift;
  LabelId label = 0;
};

/// Keeps the best readings at once: at most `width`, and only those that are not more than `margin`
/// behind the best. A Scorer gives `scores(reading)`, a score for each action, and
/// `label(reading)`, the relation of the arc that its last action makes. It is told what it will be
/// asked as early as that is known, of all readings of a step before the first answer, so that the
/// memory it needs arrives meanwhile: of the arc by `prepare_label(reading, head, dependent)`, of
/// the top of the stack and the next word by `foresee(reading, top, next)`, and of all else by
/// `prepare(reading, stacks, configuration)`.
template <typename Score, typename Scorer>
class Beam {
 public:
  Beam(Scorer& scorer, std::size_t width, Score margin)
      : scorer_(scorer), width_(width), margin_(margin) {}

  void start(std::int32_t size) {
    size_ = size;
    stacks_.clear();
    steps_.clear();
    readings_.assign(1, {});
  }

  bool done(const Configuration& configuration) const { return configuration.next == size_; }
  bool finished() const {
    return std::all_of(readings_.begin(), readings_.end(),
                       [this](const auto& r) { return done(r.configuration); });
  }

  /// All readings that are not done take one action each.
  void step() {
    candidates_.clear();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const auto& configuration = readings_[i].configuration;
      if (!done(configuration)) scorer_.prepare(i, stacks_, configuration);
    }
    for (std::size_t i = 0; i < readings_.size(); ++i) expand(i);
    prune();
    next_readings_.clear();
    for (const auto& candidate : candidates_) {
      next_readings_.push_back(*candidate.from);
      next_readings_.back().score = candidate.score;
      if (!candidate.waits) announce(next_readings_.size() - 1, candidate.action);
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!candidates_[i].waits) advance(i, next_readings_[i], candidates_[i].action);
    }
    std::swap(readings_, next_readings_);
  }

  /// Takes one action in a reading of one's own.
  void advance(PartialParse<Score>& reading, Action action) {
    prepare_label(0, reading.configuration, action);
    advance(0, reading, action);
  }

  const PartialParse<Score>& best() const { return readings_.front(); }
  std::size_t count() const { return readings_.size(); }
  const Stacks& stacks() const { return stacks_; }
  const Step& step_at(std::int32_t place) const { return steps_[static_cast<std::size_t>(place)]; }

 private:
  struct Candidate {
    const PartialParse<Score>* from;
    Score score;
    Action action;
    bool waits;
  };

  void expand(std::size_t place) {
    const auto& reading = readings_[place];
    if (done(reading.configuration)) {
      best_ = candidates_.empty() ? reading.score : std::max(best_, reading.score);
      candidates_.push_back({&reading, reading.score, Action::shift, true});
      return;
    }
    const auto scores = scorer_.scores(place);
    for (std::size_t a = 0; a < action_classes; ++a) {
      const auto action = static_cast<Action>(a);
      if (!allows(stacks_, reading.configuration, action)) continue;
      const auto score = reading.score + static_cast<Score>(scores[a]);
      if (!candidates_.empty() && score + margin_ < best_) continue;
      best_ = candidates_.empty() ? score : std::max(best_, score);
      candidates_.push_back({&reading, score, action, false});
    }
  }

  /// The best first; ties in the order of readings and actions. Most that are far behind were never
  /// taken; the others are gone before the rest is put in order.
  void prune() {
    const auto better = [](const Candidate& a, const Candidate& b) {
      if (a.score != b.score) return a.score > b.score;
      return a.from != b.from ? a.from < b.from : a.action < b.action;
    };
    std::erase_if(candidates_, [this](const Candidate& c) { return c.score + margin_ < best_; });
    std::sort(candidates_.begin(), candidates_.end(), better);
    if (candidates_.size() > width_) candidates_.resize(width_);
  }

  static bool makes_arc(Action action) { return action == Action::left || action == Action::right; }

  /// Tells the scorer what comes of an action.
  void announce(std::size_t place, Action action) {
    const auto& now = next_readings_[place].configuration;
    prepare_label(place, now, action);
    if (action == Action::shift || action == Action::right)
      return scorer_.foresee(place, now.next, now.next + 1);
    const auto below = stacks_.at(now.top).below;
    scorer_.foresee(place, below == no_node ? no_node : stacks_.at(below).word, now.next);
  }

  void prepare_label(std::size_t place, const Configuration& configuration, Action action) {
    if (!makes_arc(action)) return;
    const auto top = end_on_stack(stacks_, configuration.top);
    const auto next = end_in_buffer(configuration);
    if (action == Action::left) scorer_.prepare_label(place, next, top);
    else scorer_.prepare_label(place, top, next);
  }

  void advance(std::size_t place, PartialParse<Score>& reading, Action action) {
    const LabelId label = makes_arc(action) ? scorer_.label(place) : LabelId{0};
    take(stacks_, reading.configuration, action, label);
    steps_.push_back({reading.last, action, label});
    reading.last = static_cast<std::int32_t>(steps_.size()) - 1;
  }

  Scorer& scorer_;
  std::size_t width_;
  Score margin_;
  std::int32_t size_ = 0;
  Stacks stacks_;
  std::vector<Step> steps_;
  std::vector<PartialParse<Score>> readings_;
  std::vector<PartialParse<Score>> next_readings_;
  std::vector<Candidate> candidates_;
  Score best_ = 0;  ///< of the candidates, where there are any
};

}  // namespace attache
