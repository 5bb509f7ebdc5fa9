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

/// Of a word on the stack: itself and its relation.
std::uint64_t node(const StackEntry& entry) {
  return Signature::two(entry.word, entry.has_head ? entry.label + 1 : 0);
}

}  // namespace

void ActionScores::start(const TaggedWords& words) {
  words_ = &words;
  next_scores_.resize(static_cast<std::size_t>(words.size()));
  known_next_ = 0;
  for (auto* group : {&pairs_, &below_, &tops_, &lefts_}) group->clear();
  look_ahead();
  foresee(0, no_node, 0);
}

void ActionScores::foresee(std::size_t reading, std::int32_t top, std::int32_t next) {
  if (asked_.size() <= reading) asked_.resize(reading + 1);
  auto& asked = asked_[reading];
  asked.next = next;
  if (next == words_->size()) return;
  asked.pair = pairs_.number(Signature(Signature::two(top, next)).value(), [&](FeatureRows& rows) {
    add_pair_features(*words_, top, next, weights_.table(), rows);
  });
}

void ActionScores::prepare(std::size_t reading, const Stacks& stacks,
                           const Configuration& configuration) {
  auto& asked = asked_[reading];
  const StackTop stack(stacks, configuration.top);
  const auto top = stack.top.word;
  const auto next = configuration.next;
  const auto& left = configuration.left;
  const auto table = weights_.table();
  const auto pair = Signature::two(top, next);

  const auto below = Signature(pair, node(stack.top))
                         .add(node(stack.below), Signature::two(stack.third.word, left.outer))
                         .value();
  asked.below = below_.number(below, [&](FeatureRows& rows) {
    add_below_features(*words_, stack, configuration, table, rows);
  });
  const auto dependents = Signature(pair).add(stack.top.left).add(stack.top.right).value();
  asked.top = tops_.number(dependents, [&](FeatureRows& rows) {
    add_top_features(*words_, stack.top, next, table, rows);
  });
  asked.left = lefts_.number(Signature(pair).add(left).value(), [&](FeatureRows& rows) {
    add_left_features(*words_, top, next, left, table, rows);
  });
}

Scores ActionScores::scores(std::size_t reading) {
  const auto& asked = asked_[reading];
  auto sums = next_scores(asked.next);
  add(pairs_[asked.pair], sums);
  add(below_[asked.below], sums);
  add(tops_[asked.top], sums);
  add(lefts_[asked.left], sums);
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
  add_next_features(*words_, known_next_, weights_.table(), ahead_);
}

}  // namespace attache
