// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "seed/syntax/dictionary.h"

namespace attache {

/// What a tag means for the words around it.
struct TagKind {
  bool verb = false;         ///< can be a sentence's root before other words
  bool comma = false;        ///< a comma or a mark like it
  bool conjunction = false;  ///< "and", "or"
};

/// The value of an atom that is not there.
inline constexpr std::uint32_t absent = 0xFFFFFFFE;

/// What features of trees see of a word; as it stands, a word that is not there.
struct SeenWord {
  std::uint32_t word = absent;
  std::uint32_t cluster = absent;
  std::uint32_t coarse = absent;
  std::uint32_t suffix = absent;
  std::uint32_t shape = absent;
  std::uint32_t tag = absent;
};

/// The words of one sentence and their tags, as features look at them.
class TaggedWords {
 public:
  /// `kinds` for each tag of the model.
  void set(std::span<const SyntaxWord> words, std::span<const TagId> tags,
           std::span<const TagKind> kinds);

  std::int32_t size() const { return size_; }
  /// Of any word from the one before the first, which no_node is, to the third behind the last.
  const SeenWord& at(std::int32_t word) const {
    return seen_[static_cast<std::size_t>(word + before_first)];
  }

  /// How many verbs, commas and conjunctions stand between two words, packed; each up to three.
  std::uint32_t between(std::int32_t first, std::int32_t last) const;

 private:
  struct Counts {
    std::uint16_t verbs = 0;
    std::uint16_t commas = 0;
    std::uint16_t conjunctions = 0;
  };

  static constexpr std::int32_t before_first = 1;
  static constexpr std::size_t around = 4;  ///< words that are not there, on both sides together

  std::int32_t size_ = 0;
  std::vector<SeenWord> seen_;  ///< those that are not there, too, so that none has to be asked for
  std::vector<Counts> before_;  ///< of all words before each
};

}  // namespace attache
