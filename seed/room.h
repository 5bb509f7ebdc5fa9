// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>

namespace attache {

/// Room for so many things, which together weigh no more than a limit; one is always let in,
/// however heavy.
class Room {
 public:
  Room(std::size_t places, std::uint64_t weight) : places_(places), most_(weight) {}

  /// Waits for room. False once the room is closed.
  bool enter(std::uint64_t weight);
  void leave(std::uint64_t weight);
  void close();

 private:
  bool has_room(std::uint64_t weight) const;

  const std::size_t places_;
  const std::uint64_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t inside_ = 0;
  std::uint64_t weight_ = 0;
  bool closed_ = false;
};

}  // namespace attache
