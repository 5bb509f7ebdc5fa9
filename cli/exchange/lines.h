// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

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
