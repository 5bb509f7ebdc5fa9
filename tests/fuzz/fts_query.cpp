// SPDX-License-Identifier: MIT
// Whatever is typed behind `search` is no syntax error of the full-text index.
#include "schema/fts_query.h"

#include <sqlite3.h>

#include <memory>

#include "schema/select.h"
#include "seed/read/utf8.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

sqlite3* index() {
  static const std::unique_ptr<sqlite3, Close> database = [] {
    sqlite3* opened = nullptr;
    sqlite3_open(":memory:", &opened);
    sqlite3_exec(opened,
                 "CREATE VIRTUAL TABLE f USING fts5(text); INSERT INTO f VALUES ('peace to all')",
                 nullptr, nullptr, nullptr);
    return std::unique_ptr<sqlite3, Close>(opened);
  }();
  return database.get();
}

int run(const std::string& expression) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(index(), "SELECT count(*) FROM f WHERE f MATCH ?", -1, &statement, nullptr);
  sqlite3_bind_text(statement, 1, expression.data(), static_cast<int>(expression.size()),
                    SQLITE_TRANSIENT);
  const int result = sqlite3_step(statement);
  sqlite3_finalize(statement);
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view words = fuzz::bytes_of(data, size);
  if (size > 4096 || find_invalid_utf8(words) != std::string::npos) return 0;
  try {
    if (const auto expression = fts_query(words))
      fuzz::require(run(*expression) == SQLITE_ROW, "typed words are a query");
  } catch (const SelectionError&) {
    // Refused in words of our own: nothing reaches the index.
  }
  return 0;
}
