// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "seed/syntax/configuration.h"

namespace attache {

/// The arc-eager system (J. Nivre, 2003). The label of an arc is decided after the action.
enum class Action : std::uint8_t {
  shift,   ///< the next word goes on the stack
  reduce,  ///< the top, which has its head, leaves the stack
  left,    ///< the top depends on the next word and leaves the stack
  right,   ///< the next word depends on the top and goes on the stack
};

inline constexpr std::size_t action_classes = 4;

/// Whether the action can be taken. While words are left, one can.
inline bool allows(const Stacks& stacks, const Configuration& configuration, Action action) {
  if (action == Action::shift) return true;
  if (configuration.top == no_node) return false;
  const bool has_head = stacks.at(configuration.top).has_head;
  return action == Action::right || has_head == (action == Action::reduce);
}

/// Takes an allowed action; `label` is the arc's, where it makes one.
void take(Stacks& stacks, Configuration& configuration, Action action, LabelId label);

}  // namespace attache
