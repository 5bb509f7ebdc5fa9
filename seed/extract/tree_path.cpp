// SPDX-License-Identifier: MIT
#include "seed/extract/tree_path.h"

#include <algorithm>

namespace attache {
namespace {

/// The word and all above it, up to the root.
std::vector<NodeId> upwards(const SentenceTree& tree, NodeId node) {
  std::vector<NodeId> way;
  for (; node != no_word && way.size() < tree.size(); node = tree[node].head) way.push_back(node);
  return way;
}

}  // namespace

std::string tree_path(const Analysis& a, const SentenceTree& tree, NodeId from, NodeId to) {
  const auto words = [&](NodeId n) { return a.wording({tree[n].token, tree[n].end}); };
  const auto relation = [&](NodeId n) { return std::string(name_of(tree[n].relation)); };
  const auto down = upwards(tree, to);
  std::string path;
  auto meets = down.end();
  for (const auto n : upwards(tree, from)) {
    path += words(n);
    meets = std::ranges::find(down, n);
    if (meets != down.end()) break;
    path += " <-" + relation(n) + "- ";
  }
  if (meets == down.end()) return {};
  while (meets != down.begin()) {
    --meets;
    path += " -" + relation(*meets) + "-> " + words(*meets);
  }
  return path;
}

}  // namespace attache
