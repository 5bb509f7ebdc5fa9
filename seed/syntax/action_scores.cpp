// SPDX-License-Identifier: MIT
#include "seed/syntax/action_scores.h"

#include <algorithm>

namespace attache {

namespace {

using Scores = ActionScores::Scores;

void add(const Scores& more, Scores& sums) {
  for (std::size_t a = 0; a < action_classes; ++a) {
    sums[a] = static_cast<std::int16_t>(sums[a] + more[a]);
  }
}

/// All that the features look at: the top, the two below it, and the next word.
std::uint64_t signature_of(const Stacks& stacks, const Configuration& now) {
  Signature signature(static_cast<std::uint64_t>(now.next));
  signature.add(now.left);
  auto place = now.top;
  for (int depth = 0; depth < 3 && place != no_node; ++depth) {
    const auto& entry = stacks.at(place);
    if (depth == 0) signature.add(entry.left).add(entry.right);
    signature.add(Signature::two(entry.word, entry.label), entry.has_head);
    place = entry.below;
  }
  return signature.value();
}

}  // namespace

void ActionScores::start(const TaggedWords& words) {
  words_ = &words;
  next_scores_.resize(static_cast<std::size_t>(words.size()));
  known_next_ = 0;
  waiting_.resize(std::max<std::size_t>(1, waiting_.size()));
  pairs_.clear();
  trees_.clear();
  look_ahead();
  foresee(0, no_node, 0);
}

void ActionScores::foresee(std::size_t reading, std::int32_t top, std::int32_t next) {
  if (waiting_.size() <= reading) waiting_.resize(reading + 1);
  auto& waiting = waiting_[reading];
  waiting.top = top;
  waiting.next = next;
  waiting.pair.count = 0;
  waiting.pair_signature = Signature(Signature::two(top, next)).value();
  if (next == words_->size() || pairs_.find(waiting.pair_signature) != nullptr) return;
  add_pair_features(*words_, top, next, weights_.rows(), waiting.pair);
  weights_.prefetch(waiting.pair);
}

void ActionScores::prepare(std::size_t reading, const Stacks& stacks,
                           const Configuration& configuration) {
  auto& waiting = waiting_[reading];
  waiting.tree.count = 0;
  waiting.signature = signature_of(stacks, configuration);
  if (const auto* known = trees_.find(waiting.signature)) {
    waiting.known = *known;
    return;
  }
  add_tree_features(*words_, stacks, configuration, weights_.rows(), waiting.tree);
  weights_.prefetch(waiting.tree);
}

Scores ActionScores::scores(std::size_t reading) {
  auto& waiting = waiting_[reading];
  if (waiting.tree.count == 0) return waiting.known;
  auto sums = pair_scores(waiting);
  add(weights_.scores(waiting.tree), sums);
  trees_.keep(waiting.signature, sums);
  return sums;
}

Scores ActionScores::pair_scores(Waiting& waiting) {
  if (waiting.pair.count == 0) {
    if (const auto* known = pairs_.find(waiting.pair_signature)) return *known;
    add_pair_features(*words_, waiting.top, waiting.next, weights_.rows(), waiting.pair);
  }
  auto sums = weights_.scores(waiting.pair);
  add(next_scores(waiting.next), sums);
  pairs_.keep(waiting.pair_signature, sums);
  return sums;
}

/// Readings differ in how far they are, but none goes back.
const Scores& ActionScores::next_scores(std::int32_t next) {
  while (known_next_ <= next) {
    next_scores_[static_cast<std::size_t>(known_next_++)] = weights_.scores(ahead_);
    look_ahead();
  }
  return next_scores_[static_cast<std::size_t>(next)];
}

void ActionScores::look_ahead() {
  if (known_next_ == words_->size()) return;
  ahead_.count = 0;
  add_next_features(*words_, known_next_, weights_.rows(), ahead_);
  weights_.prefetch(ahead_);
}

}  // namespace attache
