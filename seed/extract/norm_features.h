// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "seed/extract/norm_context.h"

namespace attache {

/// What tells whether a norm that is named is upheld, in words: "norm=justice",
/// "near=upholds|before|0". norm_weights.csv holds what each weighs.
class NormFeatures {
 public:
  using Take = std::function<void(std::string_view)>;

  /// Both must outlive it.
  NormFeatures(const Analysis& analysis, const NormContext& context)
      : a_(analysis), context_(context) {}

  /// The features of a norm's wording, by its place among the hits; of the sentence that the
  /// context has entered. Some may be given twice.
  void of(std::size_t hit, const Take& take) const;
  /// Those of them that need no tree, and those that do.
  void of_words(std::size_t hit, const Take& take) const;
  void of_sentence(std::size_t hit, const Take& take) const;

  /// The word among the wording's that the others hang on, over its conjuncts: of "A, B and C" it
  /// is A for each. no_word where the sentence has no tree.
  static NodeId leader(const SentenceTree& tree, NodeId head);

 private:
  struct Place;
  struct TreePlace;

  void of_cues(const Place& place, const Take& take) const;
  void of_tree(const TreePlace& place, const Take& take) const;
  void of_clause(const TreePlace& place, const Take& take) const;
  void of_others(const Place& place, const Take& take) const;
  std::string_view word(WordId id) const;
  /// The token's word, folded.
  std::string written(std::uint32_t token) const;

  const Analysis& a_;
  const NormContext& context_;
};

}  // namespace attache
