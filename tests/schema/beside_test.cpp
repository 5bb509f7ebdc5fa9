// SPDX-License-Identifier: MIT
#include "schema/beside.h"

#include <atomic>
#include <stdexcept>
#include <string>

#include "tests/catch.h"

using namespace attache;

TEST_CASE("Things made beside are taken in order, few at a time, in room that is used again") {
  std::atomic<int> made = 0, taken = 0, most = 0;
  std::string all;
  Beside<std::string> beside(
      3,
      [&](const auto& give) {
        for (int i = 0; i < 100; ++i)
          give([&](std::string& thing) {
            thing = std::to_string(i);
            most = std::max(most.load(), ++made - taken.load());
          });
      },
      [&](const std::string& thing) {
        all += thing + " ";
        ++taken;
      });
  beside.take_ready();
  beside.take_all();
  std::string expected;
  for (int i = 0; i < 100; ++i) expected += std::to_string(i) + " ";
  CHECK(all == expected);
  // One more than there are places: the test counts a thing as taken before its place is free.
  CHECK(most <= 4);
}

TEST_CASE("What fails beside is thrown where it is taken, behind what was made before") {
  int taken = 0;
  Beside<int> beside(
      2,
      [](const auto& give) {
        give([](int& thing) { thing = 1; });
        throw std::runtime_error("no more");
      },
      [&](const int& thing) { taken += thing; });
  CHECK_THROWS_WITH(beside.take_all(), "no more");
  CHECK(taken == 1);
}

TEST_CASE("Making ends where what is made is not wanted any more") {
  std::atomic<bool> ended = false;
  const auto make = [&](const auto& give) {
    struct AtEnd {
      std::atomic<bool>& ended;
      ~AtEnd() { ended = true; }
    } at_end{ended};
    for (;;) give([](int& thing) { ++thing; });
  };
  {
    Beside<int> beside(2, make, [](const int&) { throw std::runtime_error("full"); });
    CHECK_THROWS_WITH(beside.take_all(), "full");
  }
  CHECK(ended);
  ended = false;
  {
    const Beside<int> beside(2, make, [](const int&) {});
  }
  CHECK(ended);
}
