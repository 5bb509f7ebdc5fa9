// SPDX-License-Identifier: MIT
#include "seed/extract/sentence_tree.h"

#include <algorithm>

namespace attache {

SentenceTree::SentenceTree(std::vector<SyntaxNode> nodes) : nodes_(std::move(nodes)) {
  first_child_.assign(nodes_.size() + 1, 0);
  for (const auto& node : nodes_) {
    if (node.head != no_word) ++first_child_[node.head + 1];
  }
  for (std::size_t i = 1; i < first_child_.size(); ++i) first_child_[i] += first_child_[i - 1];
  children_.resize(first_child_.back());
  auto next = first_child_;
  reach_.resize(nodes_.size());
  for (NodeId i = 0; i < size(); ++i) {
    reach_[i] = {i, i + 1};
    if (nodes_[i].head != no_word) children_[next[nodes_[i].head]++] = i;
  }
  // Children before their heads: the order of a walk from the root, backwards.
  std::vector<NodeId> order;
  order.reserve(nodes_.size());
  for (NodeId i = 0; i < size(); ++i) {
    if (nodes_[i].head == no_word) order.push_back(i);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const auto c : children(order[i])) order.push_back(c);
  }
  for (auto i = order.size(); i-- > 0;) {
    const auto head = nodes_[order[i]].head;
    if (head == no_word) continue;
    reach_[head].first = std::min(reach_[head].first, reach_[order[i]].first);
    reach_[head].last = std::max(reach_[head].last, reach_[order[i]].last);
  }
}

NodeId SentenceTree::child(NodeId node, Relation relation) const {
  for (const auto c : children(node)) {
    if (nodes_[c].relation == relation) return c;
  }
  return no_word;
}

NodeId SentenceTree::at(std::uint32_t token) const {
  const auto found =
      std::lower_bound(nodes_.begin(), nodes_.end(), token,
                       [](const SyntaxNode& node, std::uint32_t t) { return node.end <= t; });
  return found == nodes_.end() || found->token > token
             ? no_word
             : static_cast<NodeId>(found - nodes_.begin());
}

NodeId SentenceTree::head_of(std::uint32_t first, std::uint32_t last) const {
  const auto in_range = [&](NodeId n) { return nodes_[n].end > first && nodes_[n].token < last; };
  NodeId best = no_word;
  std::uint32_t most = 0;
  NodeId from = 0;
  while (from < size() && nodes_[from].end <= first) ++from;
  for (NodeId n = from; n < size() && nodes_[n].token < last; ++n) {
    if (nodes_[n].head != no_word && in_range(nodes_[n].head)) continue;
    std::uint32_t count = 0;
    for (NodeId m = from; m < size() && nodes_[m].token < last; ++m) count += below(m, n) ? 1u : 0u;
    if (count > most) {
      most = count;
      best = n;
    }
  }
  return best;
}

bool SentenceTree::below(NodeId node, NodeId above) const {
  const auto [first, last] = reach_[above];
  if (node < first || node >= last) return false;
  for (auto n = node; n != no_word; n = nodes_[n].head) {
    if (n == above) return true;
  }
  return false;
}

}  // namespace attache
