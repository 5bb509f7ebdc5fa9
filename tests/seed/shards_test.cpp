// SPDX-License-Identifier: MIT
#include "seed/shards.h"

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/catch.h"

using namespace attache;

namespace {

std::vector<ShardItem> items_of(const std::vector<std::uint64_t>& sizes) {
  std::vector<ShardItem> items;
  for (const std::uint64_t size : sizes)
    items.push_back({"/f" + std::to_string(items.size()), size, {}});
  return items;
}

std::vector<std::uint64_t> weights(const std::vector<ShardItem>& items,
                                   const std::vector<std::size_t>& ends) {
  std::vector<std::uint64_t> all;
  std::size_t at = 0;
  for (const std::size_t end : ends) {
    std::uint64_t bytes = 0;
    for (; at < end; ++at) bytes += items[at].bytes;
    all.push_back(bytes);
  }
  return all;
}

}  // namespace

TEST_CASE("shards are none empty, all there, and even") {
  std::mt19937_64 random(1);
  for (const std::size_t count : {1U, 2U, 7U, 100U, 5000U}) {
    std::vector<std::uint64_t> sizes(count);
    for (std::uint64_t& size : sizes) size = random() % 40'000;
    const std::vector<ShardItem> items = items_of(sizes);
    for (const std::size_t shards : {1U, 2U, 3U, 8U, 128U, 6000U}) {
      const auto ends = balanced(items, shards);
      INFO(count << " in " << shards);
      REQUIRE(ends.size() == std::min(count, std::size_t{shards}));
      CHECK(ends.back() == count);
      CHECK(ends.front() > 0);
      CHECK(std::adjacent_find(ends.begin(), ends.end(), std::greater_equal<>()) == ends.end());
      const auto all = weights(items, ends);
      const std::uint64_t sum = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
      if (count < 20 * shards) continue;
      CHECK(*std::max_element(all.begin(), all.end()) < sum / shards + 60'000);
      CHECK(*std::min_element(all.begin(), all.end()) + 60'000 > sum / shards);
    }
  }
  CHECK(balanced({}, 4).empty());
}

TEST_CASE("one large document leaves the others to the other shards") {
  CHECK(balanced(items_of({10, 1'000'000, 10, 10, 10, 10, 10, 10, 10}), 3).size() == 3);
  const auto first = balanced(items_of({1'000'000, 10, 10, 10}), 3);
  CHECK(first == std::vector<std::size_t>{1, 3, 4});
  CHECK(balanced(items_of({0, 0, 0, 0}), 2) == std::vector<std::size_t>{2, 4});
}

TEST_CASE("lists have the columns that documents have") {
  auto items = items_of({1, 2});
  items[0].said.date = "1995";
  items[1].said.own = {{"series", "a"}, {"speaker", "b"}, {"series", "c"}};
  const auto columns = shard_columns(items);
  CHECK(columns == std::vector<std::string>{"path", "date", "series", "speaker"});
  CHECK(shard_cells(items[0], columns) == std::vector<std::string>{"/f0", "1995", "", ""});
  CHECK(shard_cells(items[1], columns) == std::vector<std::string>{"/f1", "", "a", "b"});
}
