// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "seed/syntax/configuration.h"
#include "seed/syntax/hash.h"
#include "seed/syntax/sentence.h"

namespace attache {

/// Distances that matter are told apart, long ones by their order.
constexpr std::uint32_t distance_class(std::int32_t from, std::int32_t to) {
  const auto distance = to > from ? to - from : from - to;
  if (distance <= 5) return static_cast<std::uint32_t>(distance);
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}

/// What atoms hold of a word, and of dependents.
class NodeValues {
 public:
  explicit NodeValues(const TaggedWords& words) : words_(words) {}

  std::uint32_t word(std::int32_t node) const { return words_.at(node).word; }
  std::uint32_t cluster(std::int32_t node) const { return words_.at(node).cluster; }
  std::uint32_t coarse(std::int32_t node) const { return words_.at(node).coarse; }
  std::uint32_t suffix(std::int32_t node) const { return words_.at(node).suffix; }
  std::uint32_t shape(std::int32_t node) const { return words_.at(node).shape; }
  std::uint32_t tag(std::int32_t node) const { return words_.at(node).tag; }
  /// The outermost dependent's relation.
  static std::uint32_t label(const Dependents& dependents) {
    return dependents.outer == no_node ? absent : dependents.outer_label;
  }
  /// The relation to its head.
  static std::uint32_t label(const StackEntry& entry) {
    return entry.has_head ? entry.label : absent;
  }
  /// All relations of the dependents as one number.
  static std::uint32_t labels(const Dependents& dependents) { return folded(dependents.labels); }
  static std::uint32_t folded(std::uint64_t labels) {
    return static_cast<std::uint32_t>((labels * 0x9E3779B97F4A7C15U) >> 32U);
  }

 private:
  const TaggedWords& words_;
};

}  // namespace attache
