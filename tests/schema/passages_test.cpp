// SPDX-License-Identifier: MIT
#include "schema/passages.h"

#include "tests/catch.h"

namespace {

using attache::CitedPlace;

CitedPlace place(std::int64_t start, std::int64_t end, std::int64_t from, std::int64_t to) {
  return {0, start, end, {}, from, to};
}

std::string drawn(const std::vector<attache::Passage>& passages) {
  std::string out;
  for (const auto& p : passages) {
    out += std::to_string(p.bytes.start) + "-" + std::to_string(p.bytes.end) + ":";
    for (const auto& m : p.marked)
      out += " " + std::to_string(m.start) + "-" + std::to_string(m.end);
    out += "; ";
  }
  return out;
}

}  // namespace

TEST_CASE("Passages that overlap are one, and none stands twice") {
  using attache::passages_of;
  CHECK(passages_of({}).empty());
  CHECK(drawn(passages_of({place(2, 4, 0, 10), place(6, 8, 0, 10)})) == "0-10: 2-4 6-8; ");
  CHECK(drawn(passages_of({place(12, 14, 8, 20), place(2, 4, 0, 10)})) == "0-20: 2-4 12-14; ");
  CHECK(drawn(passages_of({place(2, 4, 0, 10), place(12, 14, 10, 20)})) ==
        "0-10: 2-4; 10-20: 12-14; ");
}

TEST_CASE("Places inside one another are marked once") {
  CHECK(drawn(attache::passages_of(
            {place(2, 9, 0, 10), place(4, 6, 0, 10), place(8, 10, 0, 10)})) == "0-10: 2-10; ");
}

TEST_CASE("A place that ends behind its passage makes it longer") {
  CHECK(drawn(attache::passages_of({place(8, 13, 0, 10), place(14, 15, 11, 20)})) ==
        "0-20: 8-13 14-15; ");
}
