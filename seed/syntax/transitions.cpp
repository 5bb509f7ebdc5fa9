// SPDX-License-Identifier: MIT
#include "seed/syntax/transitions.h"

namespace attache {

namespace {

/// The next word leaves the buffer for the stack.
void push(Stacks& stacks, Configuration& configuration, std::int32_t below, bool has_head,
          LabelId label) {
  StackEntry entry;
  entry.word = configuration.next++;
  entry.below = below;
  entry.left = configuration.left;
  entry.has_head = has_head;
  entry.label = label;
  configuration.left = {};
  configuration.top = stacks.add(entry);
}

}  // namespace

void take(Stacks& stacks, Configuration& configuration, Action action, LabelId label) {
  switch (action) {
    case Action::shift: push(stacks, configuration, configuration.top, false, 0); return;
    case Action::reduce: configuration.top = stacks.at(configuration.top).below; return;
    case Action::left: {
      const auto& top = stacks.at(configuration.top);
      configuration.left.add(top.word, label);
      configuration.top = top.below;
      return;
    }
    case Action::right: {
      StackEntry head = stacks.at(configuration.top);
      head.right.add(configuration.next, label);
      push(stacks, configuration, stacks.add(head), true, label);
      return;
    }
  }
}

}  // namespace attache
