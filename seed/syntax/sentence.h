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

/// The words of one sentence and their tags, as features look at them.
class TaggedWords {
 public:
  /// `kinds` for each tag of the model.
  void set(std::span<const SyntaxWord> words, std::span<const TagId> tags,
           std::span<const TagKind> kinds);

  std::int32_t size() const { return static_cast<std::int32_t>(words_.size()); }
  bool inside(std::int32_t word) const { return word >= 0 && word < size(); }
  const SyntaxWord& word(std::int32_t word) const { return words_[static_cast<std::size_t>(word)]; }
  TagId tag(std::int32_t word) const { return tags_[static_cast<std::size_t>(word)]; }

  /// How many verbs, commas and conjunctions stand between two words, packed; each up to three.
  std::uint32_t between(std::int32_t first, std::int32_t last) const;

 private:
  struct Counts {
    std::uint16_t verbs = 0;
    std::uint16_t commas = 0;
    std::uint16_t conjunctions = 0;
  };

  std::span<const SyntaxWord> words_;
  std::span<const TagId> tags_;
  std::vector<Counts> before_;  ///< of all words before each
};

}  // namespace attache
