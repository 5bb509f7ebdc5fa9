// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <thread>
#include <vector>

namespace attache {

/// How many threads the system gives at once beside this one; no more than `wanted` are tried.
unsigned threads_to_be_had(unsigned wanted);

/// Threads that are told to stop, and waited for, however their owner is left.
class Threads {
 public:
  /// `stop` is called once, by the destructor, and has them end.
  explicit Threads(std::function<void()> stop) : stop_(std::move(stop)) {}
  ~Threads();
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  /// Whether the system gave one for it.
  bool start(std::function<void()> run);

 private:
  std::function<void()> stop_;
  std::vector<std::thread> threads_;
};

}  // namespace attache
