// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

#include <array>

namespace attache {

/// While it lives, Ctrl-C, a request to terminate and a terminal that hangs up are noted instead of
/// ending the process, so that what was read is stored first. A second one ends the process at
/// once; what was committed stays. A hang-up that the caller ignores (nohup) stays ignored.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  /// Whether one has come. On any thread.
  bool requested() const;
  /// Whether one came so long ago (a second) that the document under way is given up, too.
  bool overdue() const;

 private:
  static constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGHUP};
  std::array<struct sigaction, signals.size()> old_{};
};

}  // namespace attache
