// SPDX-License-Identifier: MIT
#include "seed/syntax/train/oracle.h"

#include <algorithm>
#include <limits>

namespace attache {

namespace {

/// What is still to come for the top and the next word.
struct Outlook {
  int to_stack = 0;       ///< words on the stack that wait for the next word as their head
  int head_on_stack = 0;  ///< 1 where the next word's head stands on the stack
  int dependents = 0;     ///< of the top in the buffer
  std::int32_t top_head = no_node;
  std::int32_t next_head = no_node;
  std::int32_t top = no_node;
  std::int32_t next = 0;
};

Outlook outlook_of(const Stacks& stacks, const Configuration& configuration,
                   std::span<const std::int32_t> heads) {
  const auto head_of = [&](std::int32_t word) { return heads[static_cast<std::size_t>(word)]; };
  Outlook is;
  is.next = configuration.next;
  is.next_head = head_of(is.next);
  for (auto at = configuration.top; at != no_node; at = stacks.at(at).below) {
    const auto& entry = stacks.at(at);
    if (is.next_head == entry.word) is.head_on_stack = 1;
    if (!entry.has_head && head_of(entry.word) == is.next) ++is.to_stack;
  }
  if (configuration.top == no_node) return is;
  is.top = stacks.at(configuration.top).word;
  is.top_head = head_of(is.top);
  const auto buffer = heads.subspan(static_cast<std::size_t>(is.next));
  is.dependents = static_cast<int>(std::count(buffer.begin(), buffer.end(), is.top));
  return is;
}

/// How many of the right arcs that can still be made can be made no longer after the action.
int cost_of(const Outlook& is, Action action) {
  switch (action) {
    case Action::shift: return is.to_stack + is.head_on_stack;
    case Action::reduce: return is.dependents;
    case Action::left: {
      // The root must get no head; a word whose head is further on can still get it.
      const bool waits = is.top_head == no_node || is.top_head > is.next;
      return is.dependents + (waits ? 1 : 0);
    }
    case Action::right: {
      if (is.next_head == is.top) return is.to_stack;
      const bool waits = is.next_head == no_node || is.next_head > is.next;
      return is.to_stack + is.head_on_stack + (waits ? 1 : 0);
    }
  }
  return 0;
}

}  // namespace

Action right_action(const Stacks& stacks, const Configuration& configuration,
                    std::span<const std::int32_t> heads) {
  const auto outlook = outlook_of(stacks, configuration, heads);
  auto best = Action::shift;
  auto least = std::numeric_limits<int>::max();
  for (const auto action : {Action::left, Action::right, Action::reduce, Action::shift}) {
    if (!allows(stacks, configuration, action)) continue;
    const auto cost = cost_of(outlook, action);
    if (cost >= least) continue;
    least = cost;
    best = action;
  }
  return best;
}

}  // namespace attache
