// SPDX-License-Identifier: MIT
// Which row of a table without ids a stored one is, once the table has changed.
#include "seed/renumbered_rows.h"

#include "seed/corpora.h"
#include "tests/catch.h"

using namespace attache;

namespace {

/// A letter a row, numbered from 1; `.` is one that can't be read, a blank no row.
std::vector<NumberedRow> rows(const std::string& texts) {
  std::vector<NumberedRow> all;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i] != ' ')
      all.push_back({i + 1, texts[i] == '.' ? std::string() : std::string(1, texts[i])});
  return all;
}

std::vector<std::uint64_t> now(const std::string& stored, const std::string& texts) {
  return numbers_now(rows(stored), rows(texts));
}

using Numbers = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("Rows are found again by their text") {
  CHECK(now("abc", "abc") == Numbers{1, 2, 3});
  CHECK(now("abc", "xabc") == Numbers{2, 3, 4});
  CHECK(now("abc", "cab") == Numbers{2, 3, 1});
  CHECK(now("abc", "abcx") == Numbers{1, 2, 3});
  CHECK(now("aba", "xaba") == Numbers{2, 3, 4});
  CHECK(now("", "ab").empty());
}

TEST_CASE("A row whose text is gone was changed where it stands, or between its neighbours") {
  CHECK(now("abc", "axc") == Numbers{1, 2, 3});
  CHECK(now("abc", "xyz") == Numbers{1, 2, 3});
  CHECK(now("abc", "zaxc") == Numbers{2, 3, 4});
  CHECK(now("ab", "axy") == Numbers{1, 2});
  CHECK(now("abc", "a.c") == Numbers{1, 2, 3});
}

TEST_CASE("A row that is gone takes no other one's place") {
  CHECK(now("abc", "bc") == Numbers{4, 1, 2});
  CHECK(now("abc", "ab") == Numbers{1, 2, 3});
  CHECK(now("abcd", "ad") == Numbers{1, 5, 6, 2});
  CHECK(now("ab", "xyb") == Numbers{4, 3});
}
