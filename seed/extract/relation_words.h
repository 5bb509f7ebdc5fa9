// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// Whether a sentence that names a body has words that a relation to it could be told with: a
/// lexical unit, a companion that it asks for, a preposition that leads to the body. Where it has
/// none, its tree would tell no relation. Much cheaper than the tree.
class RelationWords {
 public:
  explicit RelationWords(const Analysis& analysis) : a_(analysis) {}

  bool in(std::uint32_t sentence);

 private:
  void collect(const Sentence& sentence);
  bool has(WordId word) const;
  bool any_of(const std::vector<WordId>& words) const;
  bool may_tell(const LexicalUnit& unit, std::uint32_t token) const;

  const Analysis& a_;
  std::vector<WordId> words_;  ///< of the sentence at hand, in rising order
  bool parts_ = false;         ///< a token stands for several words of the tree
  bool anaphor_ = false;       ///< "its" may stand for the body
};

}  // namespace attache
