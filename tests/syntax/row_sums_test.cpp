// SPDX-License-Identifier: MIT
#include "seed/syntax/row_sums.h"

#include <algorithm>
#include <random>
#include <vector>

#include "tests/catch.h"

using namespace attache;

namespace {

/// A table with the least and the greatest cell, and rows of it.
template <std::size_t Classes>
void check_sums(std::size_t count, std::mt19937& draw) {
  constexpr std::size_t table_rows = 50;
  std::vector<std::int8_t> cells(table_rows * Classes);
  for (auto& cell : cells) cell = static_cast<std::int8_t>(static_cast<int>(draw() % 256) - 128);
  std::fill_n(cells.begin(), Classes, std::int8_t{-128});
  std::fill_n(cells.begin() + Classes, Classes, std::int8_t{127});
  std::vector<std::uint32_t> rows(count);
  const auto kinds = draw() % 2 == 0 ? table_rows : 2;
  for (auto& row : rows) row = static_cast<std::uint32_t>(draw() % kinds);
  RowSums<Classes> right{};
  for (const auto row : rows) {
    for (std::size_t c = 0; c < Classes; ++c) {
      right[c] = static_cast<std::int16_t>(right[c] + cells[row * Classes + c]);
    }
  }
  CHECK(sum_of_rows<Classes>(cells.data(), rows) == right);
}

}  // namespace

TEST_CASE("sums of rows are those of their cells, one by one") {
  std::mt19937 draw(1);
  for (std::size_t count = 0; count <= 128; ++count) {
    check_sums<4>(count, draw);
    check_sums<48>(count, draw);
    check_sums<64>(count, draw);
  }
}
