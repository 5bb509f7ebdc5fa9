// SPDX-License-Identifier: MIT
#include "schema/passages.h"

#include <algorithm>
#include <utility>

namespace attache {
namespace {

/// A place may end behind its passage: a name that two sentences share.
ByteRange whole(const CitedPlace& place) {
  return {std::min(place.passage_start, place.start), std::max(place.passage_end, place.end)};
}

/// What is marked of a place in a passage: the words that state it, where they stand there.
ByteRange marked(const CitedPlace& place, ByteRange passage) {
  const ByteRange stated{std::max(place.statement_start, passage.start),
                         std::min(place.statement_end, passage.end)};
  return stated.start < stated.end ? stated : ByteRange{place.start, place.end};
}

/// Adds a range that begins no earlier than those that are there.
void add(std::vector<ByteRange>& ranges, ByteRange range) {
  if (ranges.empty() || range.start > ranges.back().end) ranges.push_back(range);
  else ranges.back().end = std::max(ranges.back().end, range.end);
}

}  // namespace

std::vector<Passage> passages_of(std::vector<CitedPlace> places) {
  std::stable_sort(places.begin(), places.end(), [](const CitedPlace& a, const CitedPlace& b) {
    return whole(a).start != whole(b).start ? whole(a).start < whole(b).start : a.start < b.start;
  });
  std::vector<Passage> passages;
  for (CitedPlace& place : places) {
    const ByteRange bytes = whole(place);
    if (passages.empty() || bytes.start >= passages.back().bytes.end)
      passages.push_back({bytes, {}, {}});
    Passage& last = passages.back();
    last.bytes.end = std::max(last.bytes.end, bytes.end);
    last.places.push_back(std::move(place));
  }
  for (Passage& passage : passages) {
    std::sort(passage.places.begin(), passage.places.end(),
              [](const CitedPlace& a, const CitedPlace& b) {
                return std::pair(a.start, a.end) < std::pair(b.start, b.end);
              });
    std::vector<ByteRange> ranges;
    for (const CitedPlace& place : passage.places) ranges.push_back(marked(place, passage.bytes));
    std::sort(ranges.begin(), ranges.end(),
              [](ByteRange a, ByteRange b) { return a.start < b.start; });
    for (const ByteRange range : ranges) add(passage.marked, range);
  }
  return passages;
}

}  // namespace attache
