// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "seed/syntax/transitions.h"

namespace attache {

/// The action after which most of the right arcs can still be made (Y. Goldberg and J. Nivre,
/// COLING 2012): all of them where the tree has no crossing arcs. Of several such actions the one
/// that comes first in: left, right, reduce, shift. Words must be left in the buffer.
Action right_action(const Stacks& stacks, const Configuration& configuration,
                    std::span<const std::int32_t> heads);

}  // namespace attache
