// SPDX-License-Identifier: MIT
#include "seed/syntax/action_scores.h"

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
    signature.add(std::uint64_t{static_cast<std::uint32_t>(entry.word)} << 32U |
                  std::uint64_t{entry.has_head} << 8U | entry.label);
    if (depth == 0) signature.add(entry.left).add(entry.right);
    place = entry.below;
  }
  return signature.value();
}

}  // namespace

void ActionScores::start(std::int32_t size) {
  next_scores_.resize(static_cast<std::size_t>(size));
  known_next_ = 0;
  pairs_.clear();
  trees_.clear();
}

void ActionScores::prepare(std::size_t reading, const TaggedWords& words, const Stacks& stacks,
                           const Configuration& configuration) {
  if (waiting_.size() <= reading) waiting_.resize(reading + 1);
  auto& waiting = waiting_[reading];
  const auto top = configuration.top == no_node ? no_node : stacks.at(configuration.top).word;
  waiting.tree.count = 0;
  waiting.signature = signature_of(stacks, configuration);
  const auto* known = trees_.find(waiting.signature);
  if (known != nullptr) {
    waiting.known = *known;
    return;
  }
  add_tree_features(words, stacks, configuration, weights_.rows(), waiting.tree);
  weights_.prefetch(waiting.tree);
  waiting.known = pair_scores(words, top, configuration.next);
}

Scores ActionScores::scores(std::size_t reading) {
  auto& waiting = waiting_[reading];
  if (waiting.tree.count == 0) return waiting.known;
  add(weights_.scores(waiting.tree), waiting.known);
  trees_.keep(waiting.signature, waiting.known);
  return waiting.known;
}

Scores ActionScores::pair_scores(const TaggedWords& words, std::int32_t top, std::int32_t next) {
  const auto signature = Signature(0)
                             .add(std::uint64_t{static_cast<std::uint32_t>(top)} << 32U |
                                  static_cast<std::uint32_t>(next))
                             .value();
  if (const auto* known = pairs_.find(signature)) return *known;
  rows_.count = 0;
  add_pair_features(words, top, next, weights_.rows(), rows_);
  weights_.prefetch(rows_);
  auto sums = weights_.scores(rows_);
  add(next_scores(words, next), sums);
  pairs_.keep(signature, sums);
  return sums;
}

/// Readings differ in how far they are, but none goes back.
const Scores& ActionScores::next_scores(const TaggedWords& words, std::int32_t next) {
  for (; known_next_ <= next; ++known_next_) {
    rows_.count = 0;
    add_next_features(words, known_next_, weights_.rows(), rows_);
    weights_.prefetch(rows_);
    next_scores_[static_cast<std::size_t>(known_next_)] = weights_.scores(rows_);
  }
  return next_scores_[static_cast<std::size_t>(next)];
}

}  // namespace attache
