// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace attache {

/// Number of a tag or a label in the model's lists.
using TagId = std::uint8_t;
using LabelId = std::uint8_t;

/// Where the root's head and an absent child would be.
inline constexpr std::int32_t no_node = -1;

/// One word's place in the tree.
struct TreeNode {
  std::int32_t head = no_node;  ///< index of the word it depends on, or no_node for the root
  TagId tag = 0;
  LabelId label = 0;  ///< the relation to the head

  friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

/// A dependency tree over the words of one sentence: exactly one root, no cycles.
using Tree = std::vector<TreeNode>;

}  // namespace attache
