// SPDX-License-Identifier: MIT
#include "seed/syntax/group_scores.h"

#include <set>
#include <vector>

#include "tests/catch.h"

using namespace attache;

namespace {

/// A table in which the row of that number has its number in each cell.
std::vector<std::int8_t> numbered_rows(std::size_t count) {
  std::vector<std::int8_t> cells;
  for (std::size_t row = 0; row < count; ++row) {
    cells.insert(cells.end(), action_classes, static_cast<std::int8_t>(row));
  }
  return cells;
}

}  // namespace

TEST_CASE("a group's features are asked for once for each signature, and summed up") {
  const auto cells = numbered_rows(100);
  const Weights<action_classes> weights(cells);
  GroupScores group(weights);
  std::size_t asked = 0;
  const auto number = [&](std::uint32_t row) {
    return group.number(Signature(row).value(), [&](FeatureRows& rows) {
      ++asked;
      rows.rows[0] = row;
      rows.rows[1] = 1;
      rows.count = 2;
    });
  };
  const auto seven = number(7);
  const auto nine = number(9);
  CHECK(number(7) == seven);
  CHECK(asked == 2);
  CHECK(group[nine] == GroupScores::Scores{10, 10, 10, 10});
  CHECK(group[seven] == GroupScores::Scores{8, 8, 8, 8});
  const auto eleven = number(11);
  CHECK(group[eleven] == GroupScores::Scores{12, 12, 12, 12});
  CHECK(group[seven] == GroupScores::Scores{8, 8, 8, 8});

  group.clear();
  CHECK(number(7) == 0);
  CHECK(asked == 4);
}

TEST_CASE("sums keep their numbers, however many there are") {
  const auto cells = numbered_rows(100);
  const Weights<action_classes> weights(cells);
  GroupScores group(weights);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    numbers.push_back(group.number(Signature(i).value(), [&](FeatureRows& rows) {
      rows.rows[0] = i % 100;
      rows.count = 1;
    }));
    if (i % 7 == 0) CHECK(group[numbers.back()][0] == static_cast<std::int16_t>(i % 100));
  }
  for (std::uint32_t i = 0; i < 5000; ++i) {
    if (group[numbers[i]][0] != static_cast<std::int16_t>(i % 100)) FAIL(i);
  }
}

TEST_CASE("no two pairs of small numbers have the same signature") {
  std::set<std::uint64_t> seen;
  for (std::uint64_t first = 0; first < 100; ++first) {
    for (std::uint64_t second = 0; second < 100; ++second) {
      seen.insert(Signature(first, second).value());
      seen.insert(Signature(first << 32U, second).value());
      seen.insert(Signature(first, second << 32U).value());
    }
  }
  CHECK(seen.size() == 10'000 + 2 * 99 * 100);
}

TEST_CASE("a signature tells numbers and their order apart") {
  const auto of = [](std::uint64_t first, std::uint64_t second) {
    return Signature(first, second).value();
  };
  CHECK(of(1, 2) == of(1, 2));
  CHECK(of(1, 2) != of(2, 1));
  CHECK(of(0, 0) != of(0, 1));
  CHECK(Signature(1).add(2, 3).value() != Signature(2).add(1, 3).value());
  CHECK(Signature(1).add(2, 3).value() != Signature(1).add(3, 2).value());
  CHECK(Signature(1).value() != Signature(1).add(0, 0).value());
  Dependents one;
  one.add(5, 3);
  Dependents two = one;
  CHECK(Signature(1).add(one).value() == Signature(1).add(two).value());
  two.outer_label = 4;
  CHECK(Signature(1).add(one).value() != Signature(1).add(two).value());
  two = one;
  two.inner = 2;
  CHECK(Signature(1).add(one).value() != Signature(1).add(two).value());
}
