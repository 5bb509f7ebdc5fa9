// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <random>

#include "schema/knowledge_base.h"

namespace attache {

/// Waits where another connection holds a lock, as long as `patience` says; without one, ten
/// seconds. It must outlive the connection that it was given to.
class BusyWait {
 public:
  explicit BusyWait(Patience patience) : patience_(std::move(patience)) {}
  BusyWait(const BusyWait&) = delete;
  BusyWait& operator=(const BusyWait&) = delete;

  /// Has `database` wait from now on.
  void attend(SQLite::Database& database);

 private:
  static int called(void* self, int times) noexcept;
  bool go_on(int times);
  std::chrono::milliseconds pause(int times);

  Patience patience_;
  std::minstd_rand random_{std::random_device{}()};
  std::chrono::steady_clock::time_point since_;
};

/// While it lives, the connection waits for nobody.
class WithoutWaiting {
 public:
  WithoutWaiting(SQLite::Database& database, BusyWait& wait);
  ~WithoutWaiting();
  WithoutWaiting(const WithoutWaiting&) = delete;
  WithoutWaiting& operator=(const WithoutWaiting&) = delete;

 private:
  SQLite::Database& database_;
  BusyWait& wait_;
};

}  // namespace attache
