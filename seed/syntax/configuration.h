// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/syntax/tree.h"

namespace attache {

/// The dependents that a word has so far on one side.
struct Dependents {
  std::uint64_t labels = 0;      ///< a bit for each label among them
  std::int32_t outer = no_node;  ///< the outermost, and the one inside of it
  std::int32_t inner = no_node;
  LabelId outer_label = 0;
  std::uint8_t count = 0;  ///< at most 255 are counted

  void add(std::int32_t word, LabelId label) {
    inner = outer;
    outer = word;
    outer_label = label;
    labels |= std::uint64_t{1} << (label % 64U);
    if (count < 0xFF) ++count;
  }
};

/// A word on the stack. A word that has a head there stands right on top of it.
struct StackEntry {
  Dependents left;
  Dependents right;
  std::int32_t word = no_node;
  std::int32_t below = no_node;  ///< place of the entry under it
  bool has_head = false;
  LabelId label = 0;  ///< the relation to the head
};

/// The stacks of all readings of one sentence. Entries are added and never changed, so that
/// readings share what they have in common, and a configuration costs the same however long the
/// sentence is.
class Stacks {
 public:
  void clear() { entries_.clear(); }
  std::int32_t add(const StackEntry& entry) {
    entries_.push_back(entry);
    return static_cast<std::int32_t>(entries_.size()) - 1;
  }
  const StackEntry& at(std::int32_t place) const {
    return entries_[static_cast<std::size_t>(place)];
  }

 private:
  std::vector<StackEntry> entries_;
};

/// The three uppermost entries; one that is not there is like no other.
struct StackTop {
  StackTop(const Stacks& stacks, std::int32_t place)
      : top(entry(stacks, place)),
        below(entry(stacks, top.below)),
        third(entry(stacks, below.below)) {}

  const StackEntry& top;
  const StackEntry& below;  ///< the top's head, where it has one
  const StackEntry& third;

 private:
  static const StackEntry& entry(const Stacks& stacks, std::int32_t place) {
    static constexpr StackEntry none{};
    return place == no_node ? none : stacks.at(place);
  }
};

/// How far a reading has come. Words are numbered from 0; those from `next` on are in the buffer.
struct Configuration {
  std::int32_t top = no_node;  ///< place among the stacks, no_node where the stack is empty
  std::int32_t next = 0;
  Dependents left;  ///< of the next word
};

}  // namespace attache
