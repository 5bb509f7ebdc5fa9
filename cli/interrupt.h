// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

namespace attache {

/// While it lives, Ctrl-C and a termination request are noted instead of ending the process, so
/// that the document under way is finished first. A second one ends the process at once; what was
/// committed stays.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  /// Whether one has come.
  bool requested() const;

 private:
  struct sigaction old_interrupt_ {};
  struct sigaction old_terminate_ {};
};

}  // namespace attache
