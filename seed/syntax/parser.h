// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "seed/syntax/model.h"
#include "seed/syntax/tree.h"
#include "seed/syntax/weights.h"

namespace attache {

/// How much the parser searches.
struct ParserOptions {
  std::size_t width = 8;      ///< readings that are kept at once; 1 is a greedy parser
  std::int32_t margin = 200;  ///< readings further behind the best are dropped; in sums of weights
};

/// Tags and parses sentences from left to right. Holds buffers that serve one sentence after the
/// other: one parser for each thread. The model must outlive it.
class Parser {
 public:
  explicit Parser(const Model& model, ParserOptions options = {});
  ~Parser();

  /// `forms` are the words of one sentence as they stand in the text, clitics and punctuation on
  /// their own ("do", "n't", "Kenya", "'s", ","). Takes time and memory in proportion to their
  /// number. The tree stays valid until the next call; it is empty where there are no words.
  const Tree& parse(std::span<const std::string_view> forms);

 private:
  class Search;

  void tag();

  const Model& model_;
  std::vector<std::uint64_t> hashes_;  ///< of the forms
  std::vector<SyntaxWord> words_;
  std::vector<TagId> tags_;
  std::array<FeatureRows, 4> rows_;  ///< of the word whose tag is asked, and of those behind
  Tree tree_;
  std::unique_ptr<Search> search_;
};

}  // namespace attache
