// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"

namespace attache {

/// A line at the foot of the terminal that tells how far a run is: documents, speed, time left. It
/// is drawn only where standard error is a terminal that can take it back, not with --quiet, and
/// not before a second document is done.
class Progress {
 public:
  /// `paths` are measured, so that the time left can be told; archives and pipes say nothing
  /// beforehand, and leave it out.
  Progress(const Session& session, const std::vector<std::string>& paths);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A document of that size is done.
  void add(std::uint64_t bytes);
  /// Takes the line away, before something else is written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string line() const;

  const Session& session_;
  bool shown_;          ///< at all
  bool drawn_ = false;  ///< now
  std::uint64_t total_ = 0;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point since_ = Clock::now();
  Clock::time_point last_ = since_;
};

/// "12,345"
std::string grouped(std::uint64_t number);

}  // namespace attache
