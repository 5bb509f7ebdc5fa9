// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attache {

/// Turns bytes of a text into characters (Unicode code points), as Python, R, JavaScript's
/// iterators and SQL count them. One look at the whole text, then each question costs the same
/// wherever in the text it is. The text must outlive it.
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
