// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "schema/reference.h"

namespace attache {

/// Bytes of a text, from `start` to one behind `end`.
struct ByteRange {
  std::int64_t start = 0, end = 0;
};

/// Words of a text to be shown once, with the places that stand in them.
struct Passage {
  ByteRange bytes;
  std::vector<CitedPlace> places;  ///< in the order given
  std::vector<ByteRange> marked;   ///< what the places cover, or what states it as far as it
                                   ///< stands here, in order; none overlaps another
};

/// The passages of the places, in the order of the text: those that overlap are one, so that no
/// word stands in two of them.
std::vector<Passage> passages_of(std::vector<CitedPlace> places);

}  // namespace attache
