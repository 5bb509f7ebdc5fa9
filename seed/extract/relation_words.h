// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/state_words.h"

namespace attache {

/// Whether a sentence that names a body has words that a relation to it could be told with: a
/// lexical unit, a companion that it asks for, a preposition that leads to the body. Where it has
/// none, its tree would tell no relation. Much cheaper than the tree.
class RelationWords {
 public:
  RelationWords(const Analysis& analysis, const StateWords& states)
      : a_(analysis), states_(states) {}

  bool in(std::uint32_t sentence);

 private:
  void collect(const Sentence& sentence);
  bool evoked_by_part(std::uint32_t token) const;
  bool has(WordId word) const;
  bool any_of(const std::vector<WordId>& words) const;
  bool in_brackets(std::uint32_t token) const;
  bool may_tell(const LexicalUnit& unit, std::uint32_t token) const;

  const Analysis& a_;
  const StateWords& states_;
  std::vector<WordId> words_;  ///< of the sentence at hand, in rising order
  bool broken_ = false;        ///< a token stands for others that are not among them
  bool anaphor_ = false;       ///< "its" may stand for the body
};

}  // namespace attache
