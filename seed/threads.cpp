// SPDX-License-Identifier: MIT
#include "seed/threads.h"

#include <latch>
#include <system_error>

namespace attache {

Threads::~Threads() {
  stop_();
  for (std::thread& thread : threads_) thread.join();
}

bool Threads::start(std::function<void()> run) {
  try {
    threads_.emplace_back(std::move(run));
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

unsigned threads_to_be_had(unsigned wanted) {
  std::latch asked(1);
  unsigned given = 0;
  Threads waiting([&] { asked.count_down(); });
  while (given < wanted && waiting.start([&] { asked.wait(); })) ++given;
  return given;
}

}  // namespace attache
