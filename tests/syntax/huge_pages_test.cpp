// SPDX-License-Identifier: MIT
#include "system/huge_pages.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "seed/embedded.h"
#include "seed/syntax/grammar.h"
#include "tests/catch.h"

using namespace attache;

TEST_CASE("A copy in huge pages has the bytes, aligned, wherever it is moved") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{(2 << 20) + 1}}) {
    std::vector<std::byte> bytes(size, std::byte{7});
    HugePageCopy copy(bytes);
    std::fill(bytes.begin(), bytes.end(), std::byte{0});
    const auto* const begin = copy.bytes().data();
    CHECK(reinterpret_cast<std::uintptr_t>(begin) % (std::uintptr_t{2} << 20U) == 0);
    const HugePageCopy moved(std::move(copy));
    REQUIRE(moved.bytes().size() == size);
    CHECK(moved.bytes().data() == begin);
    CHECK(std::ranges::count(moved.bytes(), std::byte{7}) == static_cast<std::ptrdiff_t>(size));
  }
}

TEST_CASE("A grammar outlives the bytes that it is made of, and its own place") {
  const auto model = std::as_bytes(std::span(embedded_syntax().front().bytes));
  auto bytes = std::make_unique<std::vector<std::byte>>(model.begin(), model.end());
  Grammar made(*bytes);
  bytes.reset();
  const Grammar grammar(std::move(made));
  const auto table = grammar.model().action_weights.table();
  CHECK(table.rows > 0);
  CHECK(grammar.model().tags.size() > 40);
  const auto* const cells = static_cast<const std::byte*>(table.cells);
  const Grammar other(model);
  const auto others = other.model().action_weights.table();
  const auto* const same = static_cast<const std::byte*>(others.cells);
  CHECK(std::equal(cells, cells + table.rows * action_classes, same));
}
