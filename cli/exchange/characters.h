// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Counts the code points of a text, as every tool does that is not written in C. The text is gone
/// through once; each question then takes constant time.
class Characters {
 public:
  /// `text` is UTF-8 and must outlive this.
  explicit Characters(std::string_view text);

  /// How many code points begin before byte `at`, which must not lie behind the text.
  std::int64_t before(std::int64_t at) const;

 private:
  static constexpr std::size_t block = 64;
  std::string_view text_;
  std::vector<std::int64_t> counts_;  ///< before each block of bytes
};

/// The text as a file that all programs count alike: of the line end CR LF the CR becomes a blank,
/// and a lone CR becomes LF, so that each byte and each code point keeps its place.
std::string with_plain_line_ends(std::string text);

/// A span of bytes without what ends lines, tabs and white space around it; in pieces where it goes
/// on behind one. Empty where nothing is left.
struct ByteSpan {
  std::int64_t start = 0, end = 0;
};
std::vector<ByteSpan> pieces_on_lines(std::string_view text, ByteSpan span);

}  // namespace attache
