// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "seed/syntax/parser.h"
#include "seed/syntax/train/conllu.h"

namespace attache {

/// How parses agree with a treebank; all words count, punctuation too.
struct TreebankScore {
  std::size_t words = 0;
  std::size_t tags = 0;        ///< universal tag right
  std::size_t heads = 0;       ///< head right
  std::size_t labels = 0;      ///< head and relation with subtype right
  std::size_t core_right = 0;  ///< subjects and objects: head and relation without subtype right
  std::size_t core_given = 0;
  std::size_t core_wanted = 0;
  double seconds = 0;  ///< of this process's time, for tagging and parsing alone

  double core_f() const {
    const auto sum = static_cast<double>(core_given + core_wanted);
    return sum == 0 ? 0 : 2.0 * static_cast<double>(core_right) / sum;
  }
};

TreebankScore score(const Model& model, const std::vector<GoldSentence>& sentences,
                    const ParserOptions& options);

}  // namespace attache
