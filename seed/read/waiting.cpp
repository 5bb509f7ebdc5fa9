// SPDX-License-Identifier: MIT
#include "seed/read/waiting.h"

#include <poll.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

namespace attache {
namespace {

using namespace std::chrono_literals;

/// As for the work on the text (extract/budget.cpp).
constexpr double base_seconds = 60;
constexpr double seconds_per_megabyte = 10;

/// A larger limit is none; the clock's own range ends above it.
constexpr double longest_seconds = 1e8;

/// Between two questions whether to give up.
constexpr auto pace = 200ms;

std::string words(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", seconds);
  return text;
}

}  // namespace

Waiting::Waiting(std::optional<double> seconds, std::uint64_t bytes, GiveUp give_up)
    : seconds_(
          seconds.value_or(base_seconds + seconds_per_megabyte * static_cast<double>(bytes) / 1e6)),
      left_(std::chrono::duration_cast<Clock::duration>(
          std::chrono::duration<double>(std::min(seconds_, longest_seconds)))),
      give_up_(std::move(give_up)) {}

void Waiting::to_read(int descriptor) { wait(descriptor, POLLIN); }

void Waiting::to_write(int descriptor) { wait(descriptor, POLLOUT); }

void Waiting::wait(int descriptor, short events) {
  const bool bounded = seconds_ > 0 && seconds_ < longest_seconds;
  pollfd waited{descriptor, events, 0};
  while (true) {
    const auto longest = bounded ? std::clamp<Clock::duration>(left_, 0ms, pace) : pace;
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(longest).count();
    const int ready = poll(&waited, 1, static_cast<int>(milliseconds));
    const auto now = Clock::now();
    left_ -= std::min<Clock::duration>(now - std::exchange(looked_, now), 2 * pace);
    if (bounded && left_ <= 0ms) fail();
    if (ready > 0) return;
    if (give_up_ && give_up_()) throw ReadStopped("stopped");
  }
}

void Waiting::fail() const {
  throw ReadError("can't be read: its reader takes more than " + words(seconds_) +
                  " s: say --max-document-seconds to allow more");
}

}  // namespace attache
