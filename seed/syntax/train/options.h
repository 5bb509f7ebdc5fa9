// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace attache {

/// What training can be told. The defaults make the model that the program carries.
struct TrainingOptions {
  std::uint32_t tag_rows = 55'000;  ///< of the tables: the size of the model
  std::uint32_t action_rows = 1'100'000;
  std::uint32_t label_rows = 62'000;
  int tag_rounds = 8;  ///< over the treebank
  int parse_rounds = 12;
  std::size_t voters =
      4;  ///< taggers and parsers, each from another order of sentences, added up in one
  std::size_t folds = 5;   ///< taggers for the tags that the parser learns from
  std::size_t beam = 8;    ///< readings that are kept at once
  std::uint64_t seed = 1;  ///< of the order of sentences
};

}  // namespace attache
