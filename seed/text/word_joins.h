// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "seed/text/vocabulary.h"

namespace attache {

/// Halves of two names rather than of one word: both begin with a capital, and one is an acronym.
bool pair_of_names(std::string_view left, std::string_view right);

/// Tells hyphens and dashes that join the halves of one word from those that part two. Offsets are
/// bytes; 0 says that the word does not go on.
class WordJoins {
 public:
  /// Both must outlive this.
  WordJoins(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  /// Where a hyphen of so many bytes at `offset` joins two halves of a word that began at `begin`:
  /// the offset of the second half. One between names that are known apart ("NATO-Ukraine") parts
  /// them. A hyphen at a line's or page's end joins where the next line
  /// goes on in lower case ("influ-\nence"), but not in "short-\nand long-term"; before a capital
  /// where the whole is known ("non-\nAligned") or both halves are names.
  std::size_t after_hyphen(std::size_t begin, std::size_t offset, std::uint32_t bytes) const;
  /// The same for a dash between letters: it stands for a hyphen where the whole is a known word
  /// ("Asia–Pacific"), or where it is short and the halves are names that nobody knows apart.
  std::size_t after_dash(std::size_t begin, std::size_t offset) const;
  /// Behind soft hyphens and characters without width, where the word goes on, on the same or the
  /// next line.
  std::size_t after_soft_hyphens(std::size_t offset) const;

 private:
  bool is_word_char(std::size_t offset) const;
  /// "NATO-Ukraine": two known names, one an acronym, that are no known name together.
  bool pairs_names(std::size_t begin, std::size_t hyphen, std::size_t behind) const;
  std::size_t next_line(std::size_t offset) const;
  std::size_t run_end(std::size_t offset) const;
  WordId word_of(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  const Vocabulary& vocabulary_;
};

}  // namespace attache
