// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "seed/read/read.h"

namespace attache {

/// How long attache-reader may take over one document or entry, by the clock, from here on. What
/// it says resets nothing, so that one that says a little for ever ends, too. While attache itself
/// does not run (stopped by Ctrl-Z), the time stands still.
class Waiting {
 public:
  /// `seconds`: nothing for 60 and 10 more for each MB of `bytes`; 0 for no limit. `give_up`, where
  /// there is one, is asked several times a second.
  Waiting(std::optional<double> seconds, std::uint64_t bytes, GiveUp give_up);

  /// Wait until a read, a write would not block (or fails at once). Throw ReadError, to be put
  /// behind the document's name, where that takes too long, ReadStopped where `give_up` said true.
  void to_read(int descriptor);
  void to_write(int descriptor);

 private:
  using Clock = std::chrono::steady_clock;

  void wait(int descriptor, short events);
  [[noreturn]] void fail() const;

  double seconds_;
  Clock::duration left_;
  Clock::time_point looked_ = Clock::now();
  GiveUp give_up_;
};

}  // namespace attache
