// SPDX-License-Identifier: MIT
#include "schema/busy_wait.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>

namespace attache {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds usual_patience{10'000};
constexpr int longest_pause_ms = 25;

}  // namespace

void BusyWait::attend(SQLite::Database& database) {
  sqlite3_busy_handler(database.getHandle(), &BusyWait::called, this);
}

/// SQLite calls it through C, where no exception may pass.
int BusyWait::called(void* self, int times) noexcept {
  try {
    return static_cast<BusyWait*>(self)->go_on(times) ? 1 : 0;
  } catch (...) {
    return 0;
  }
}

bool BusyWait::go_on(int times) {
  const auto now = std::chrono::steady_clock::now();
  if (times == 0) since_ = now;
  const auto waited = std::chrono::duration_cast<milliseconds>(now - since_);
  if (patience_ ? !patience_(waited) : waited >= usual_patience) return false;
  std::this_thread::sleep_for(pause(times));
  return true;
}

/// Short at first, and not the same for all who wait, so that they don't come back together.
milliseconds BusyWait::pause(int times) {
  const int longest = std::min(longest_pause_ms, 1 << std::min(times, 10));
  return milliseconds(std::uniform_int_distribution<int>(1, longest)(random_));
}

WithoutWaiting::WithoutWaiting(SQLite::Database& database, BusyWait& wait)
    : database_(database), wait_(wait) {
  sqlite3_busy_handler(database_.getHandle(), nullptr, nullptr);
}

WithoutWaiting::~WithoutWaiting() { wait_.attend(database_); }

}  // namespace attache
