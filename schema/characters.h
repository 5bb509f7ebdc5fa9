// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attache {

/// How many characters (Unicode code points) begin in `bytes`, which are UTF-8.
std::size_t characters_in(std::string_view bytes);

/// How many bytes the first `characters` of a text in UTF-8 have; all of them where it has fewer.
std::size_t bytes_of_characters(std::string_view text, std::uint64_t characters);

/// Turns bytes of a text into characters (Unicode code points), as Python, R and SQL count them.
/// One look at the whole text, then each question costs the same wherever in the text it is. The
/// text must outlive it.
class CharacterCounts {
 public:
  /// `text` is UTF-8.
  explicit CharacterCounts(std::string_view text);

  /// How many characters begin before byte `at`; those of the whole text where it is shorter.
  std::int64_t before(std::size_t at) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;  ///< characters before each block; empty where all is ASCII
};

}  // namespace attache
