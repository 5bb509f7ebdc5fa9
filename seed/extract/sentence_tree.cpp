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
  below_.assign(nodes_.size(), 1);
  place_.resize(nodes_.size());
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
    below_[head] += below_[order[i]];
    reach_[head].first = std::min(reach_[head].first, reach_[order[i]].first);
    reach_[head].last = std::max(reach_[head].last, reach_[order[i]].last);
  }
  std::uint32_t place = 0;
  for (const auto n : order) {
    if (nodes_[n].head == no_word) {
      place_[n] = place;
      place += below_[n];
    }
    auto child_place = place_[n] + 1;
    for (const auto c : children(n)) {
      place_[c] = child_place;
      child_place += below_[c];
    }
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
  const auto begin = std::partition_point(
      nodes_.begin(), nodes_.end(), [&](const SyntaxNode& node) { return node.end <= first; });
  const auto from = static_cast<NodeId>(begin - nodes_.begin());
  auto to = from;
  while (to < size() && nodes_[to].token < last) ++to;
  if (to - from == 1) return from;
  const auto in_range = [&](NodeId n) { return n >= from && n < to; };
  // Their places in rising order, so that those below a word stand together.
  std::vector<std::uint32_t> places(place_.begin() + from, place_.begin() + to);
  std::sort(places.begin(), places.end());
  NodeId best = no_word;
  std::ptrdiff_t most = 0;
  for (auto n = from; n < to; ++n) {
    if (nodes_[n].head != no_word && in_range(nodes_[n].head)) continue;
    const auto own = std::lower_bound(places.begin(), places.end(), place_[n]);
    const auto count = std::lower_bound(own, places.end(), place_[n] + below_[n]) - own;
    if (count > most) {
      most = count;
      best = n;
    }
  }
  return best;
}

}  // namespace attache
