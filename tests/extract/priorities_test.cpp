// SPDX-License-Identifier: MIT
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::rows_of;

namespace {

using Aims = std::set<std::string>;

Aims aims(std::string_view text) {
  Aims found;
  for (const auto& row : rows_of(text).priorities) found.insert(row.wording);
  return found;
}

}  // namespace

TEST_CASE("an aim ends before a relative clause that opens with its noun") {
  CHECK(aims("Our aim is to achieve a literate country, a task in which many take part.") ==
        Aims{"achieve a literate country"});
}

TEST_CASE("what only points back is no aim") {
  CHECK(aims("The accord is intended to stop this.").empty());
  CHECK(aims("Both sides are determined to comply with it.").empty());
}

TEST_CASE("words that or joins stay together where they belong together") {
  CHECK(aims("We are determined to prevent the threat or use of force.") ==
        Aims{"prevent the threat or use of force"});
}

TEST_CASE("adjectives in a list are no new clause") {
  CHECK(aims("We seek an equitable, transparent and participatory order.") ==
        Aims{"an equitable, transparent and participatory order"});
}

TEST_CASE("what was first once is no aim now") {
  CHECK(aims("The harbour came first, the road later.").empty());
}

TEST_CASE("an opening that breaks off before a list is said of its items") {
  const Aims both{"strengthen trade", "expand education"};
  CHECK(aims("Our objectives are 1. To strengthen trade 2. To expand education") == both);
  CHECK(aims("Our objectives are:\n1. To strengthen trade\n2. To expand education\n") == both);
  CHECK(aims("The Ministry strives to\n- strengthen trade\n- expand education\n") == both);
}
