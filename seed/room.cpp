// SPDX-License-Identifier: MIT
#include "seed/room.h"

namespace attache {

bool Room::has_room(std::uint64_t weight) const {
  return inside_ == 0 || (inside_ < places_ && weight <= most_ && weight_ <= most_ - weight);
}

bool Room::enter(std::uint64_t weight) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return closed_ || has_room(weight); });
  if (closed_) return false;
  ++inside_;
  weight_ += weight;
  return true;
}

void Room::leave(std::uint64_t weight) {
  const std::lock_guard lock(mutex_);
  --inside_;
  weight_ -= weight;
  changed_.notify_one();
}

void Room::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_one();
}

}  // namespace attache
