// SPDX-License-Identifier: MIT
#include "cli/report/segments.h"

#include "tests/catch.h"

using namespace attache;

namespace {

/// "0-4 AB 1,2": the bytes, the letters of the kinds, the rows that end.
std::string shown(const Segment& segment) {
  std::string text = std::to_string(segment.start) + "-" + std::to_string(segment.end) + " ";
  for (std::size_t kind = 0; kind < row_kinds.size(); ++kind)
    if (segment.kinds[kind]) text += row_kinds[kind].letter;
  for (std::size_t i = 0; i < segment.ending.size(); ++i)
    text += (i == 0 ? " " : ",") + std::to_string(segment.ending[i]);
  return text;
}

std::vector<std::string> of(std::int64_t start, std::int64_t end,
                            const std::vector<MarkedSpan>& spans,
                            const std::vector<std::int64_t>& breaks = {}) {
  std::vector<std::string> all;
  for (const Segment& segment : segments_of(start, end, spans, breaks))
    all.push_back(shown(segment));
  return all;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("text without marks is one segment, and no text none") {
  CHECK(of(3, 9, {}) == Shown{"3-9 "});
  CHECK(of(3, 3, {{3, 3, 0, 0}}).empty());
  CHECK(of(9, 3, {{3, 9, 0, 0}}).empty());
}

TEST_CASE("spans may stand apart, nest, overlap and repeat one another") {
  CHECK(of(0, 10, {{2, 4, 0, 7}, {6, 8, 1, 8}}) ==
        Shown{"0-2 ", "2-4 N 7", "4-6 ", "6-8 A 8", "8-10 "});
  CHECK(of(0, 10, {{1, 9, 0, 1}, {3, 5, 2, 2}}) ==
        Shown{"0-1 ", "1-3 N", "3-5 NO 2", "5-9 N 1", "9-10 "});
  CHECK(of(0, 10, {{1, 6, 0, 1}, {4, 9, 1, 2}}) ==
        Shown{"0-1 ", "1-4 N", "4-6 NA 1", "6-9 A 2", "9-10 "});
  CHECK(of(0, 5, {{1, 4, 0, 1}, {1, 4, 0, 2}, {1, 4, 3, 3}}) ==
        Shown{"0-1 ", "1-4 NL 1,2,3", "4-5 "});
}

TEST_CASE("of spans that end together the inner one is told first") {
  CHECK(of(0, 6, {{0, 6, 0, 1}, {2, 6, 1, 2}, {4, 6, 2, 3}}) ==
        Shown{"0-2 N", "2-4 NA", "4-6 NAO 3,2,1"});
}

TEST_CASE("one kind that covers words twice goes on where the first span ends") {
  CHECK(of(0, 6, {{0, 3, 0, 1}, {2, 6, 0, 2}}) == Shown{"0-3 N 1", "3-6 N 2"});
}

TEST_CASE("places of one row that overlap are one, and those that only meet are two") {
  CHECK(of(0, 9, {{0, 3, 0, 1}, {2, 6, 0, 1}, {6, 8, 0, 1}}) ==
        Shown{"0-6 N 1", "6-8 N 1", "8-9 "});
}

TEST_CASE("what reaches outside is cut, and what lies outside marks nothing") {
  CHECK(of(10, 20, {{0, 12, 0, 1}, {18, 30, 1, 2}, {0, 5, 2, 3}, {25, 30, 2, 4}}) ==
        Shown{"10-12 N 1", "12-18 ", "18-20 A 2"});
  CHECK(of(0, 4, {{2, 2, 0, 1}, {3, 1, 0, 2}}) == Shown{"0-4 "});
}

TEST_CASE("segments end at breaks, which mark nothing") {
  CHECK(of(0, 10, {{2, 8, 0, 1}}, {0, 5, 10, 40, -3}) ==
        Shown{"0-2 ", "2-5 N", "5-8 N 1", "8-10 "});
}

TEST_CASE("segments are the whole text in order") {
  std::vector<MarkedSpan> spans;
  for (std::int64_t i = 0; i < 200; ++i)
    spans.push_back({i * 7 % 90, i * 7 % 90 + i % 13, static_cast<std::size_t>(i % 4),
                     static_cast<std::size_t>(i)});
  std::int64_t at = 0;
  std::size_t ended = 0;
  for (const Segment& segment : segments_of(0, 110, spans, {50})) {
    CHECK(segment.start == at);
    CHECK(segment.end > segment.start);
    ended += segment.ending.size();
    at = segment.end;
  }
  CHECK(at == 110);
  CHECK(ended == 184);  // 200 but those of no length
}
