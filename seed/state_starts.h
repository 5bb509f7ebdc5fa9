// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "seed/text/vocabulary.h"

namespace attache {

/// The words that names of states begin with. A look at the words of a text tells whether one may
/// be there, so that only such sentences are cut into words.
class StateStarts {
 public:
  /// The words of `names` are in the vocabulary.
  StateStarts(const std::vector<std::string>& names, const Vocabulary& vocabulary);

  /// Whether a name may begin in the text: false is sure. A text whose letters are beyond ASCII,
  /// or go on behind a line's hyphen, may always have one.
  bool may_begin_in(std::string_view text) const;

 private:
  /// Words by hash: another word may be taken for one of them, and none is missed.
  using Words = std::bitset<1u << 16>;

  bool begins_at(std::string_view text, std::size_t begin, std::size_t end,
                 std::uint32_t hash) const;

  Words alone_;  ///< names of their own, or followed by what is not said here
  Words first_;  ///< only ever followed by one of second_
  Words second_;
  std::bitset<std::size_t{26} * 26> small_;  ///< letters that names without a capital begin with
};

}  // namespace attache
