// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "cli/report/row_kind.h"

namespace attache {

/// Words that a row cites: bytes of the document's text.
struct MarkedSpan {
  std::int64_t start = 0, end = 0;
  std::size_t kind = 0;  ///< index into row_kinds
  std::size_t row = 0;   ///< the caller's number of the row
};

/// A piece of text that is marked in one way from end to end.
struct Segment {
  std::int64_t start = 0, end = 0;
  std::bitset<row_kinds.size()> kinds;  ///< those whose spans cover it
  std::vector<std::size_t> ending;      ///< rows of the spans that end with it, innermost first
};

/// The bytes from `start` to `end` as segments, in order and without a hole. Spans may nest,
/// overlap, repeat one another, and reach outside, where they are cut; empty ones and those outside
/// mark nothing; those of one row that overlap are one. A segment ends at each of `breaks`, too.
std::vector<Segment> segments_of(std::int64_t start, std::int64_t end,
                                 const std::vector<MarkedSpan>& spans,
                                 const std::vector<std::int64_t>& breaks);

}  // namespace attache
