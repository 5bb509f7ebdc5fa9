// SPDX-License-Identifier: MIT
#include "cli/interrupt.h"

#include <atomic>
#include <cstdint>
#include <ctime>

#include "cli/export/live_draft.h"

namespace attache {
namespace {

constexpr std::int64_t grace_ms = 1000;

std::int64_t now_ms() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

// A signal handler can reach nothing but a variable of static storage. 0: none has come.
std::atomic<std::int64_t> noted_at{0};
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

/// A second one: nothing is waited for.
extern "C" void end_at_once(int number) {
  remove_live_drafts();
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
  ::raise(number);  // once this handler is left
}

/// Whichever comes next ends the process.
extern "C" void note_signal(int) {
  noted_at = now_ms();
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction current {};
    if (sigaction(number, nullptr, &current) != 0 || current.sa_handler != note_signal) continue;
    current.sa_handler = end_at_once;
    sigaction(number, &current, nullptr);
  }
}

}  // namespace

InterruptGuard::InterruptGuard() {
  noted_at = 0;
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;  // whoever waits asks for himself whether to go on
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    sigaction(signals[i], nullptr, &old_[i]);
    const bool ignored = signals[i] == SIGHUP && old_[i].sa_handler == SIG_IGN;
    if (!ignored) sigaction(signals[i], &action, nullptr);
  }
}

InterruptGuard::~InterruptGuard() {
  for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &old_[i], nullptr);
}

bool InterruptGuard::requested() const { return noted_at != 0; }

bool InterruptGuard::overdue() const {
  const std::int64_t at = noted_at;
  return at != 0 && now_ms() - at > grace_ms;
}

}  // namespace attache
