// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace attache {

/// Things that are made on a thread of their own and taken by the calling one, in order. No more
/// wait than there are places, and the room of a thing that was taken is used again. Where the
/// system gives no thread, the caller makes them while it takes them.
template <class Thing>
class Beside {
 public:
  /// Hands a thing over that `fill` fills, in the room of an earlier one.
  using Give = std::function<void(const std::function<void(Thing&)>& fill)>;
  using Make = std::function<void(const Give&)>;
  using Take = std::function<void(Thing&)>;

  /// `make` begins at once. It must throw on what Give throws.
  Beside(std::size_t places, Make make, Take take)
      : make_(std::move(make)), take_(std::move(take)), things_(places) {
    try {
      thread_ = std::thread([this] { run(); });
    } catch (const std::system_error&) {
      alone_ = true;
    }
  }
  /// What was not taken is given up.
  ~Beside() {
    {
      const std::lock_guard lock(mutex_);
      given_up_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  /// Takes those that are there, without waiting for more. Throws what `take` throws.
  void take_ready() {
    while (!alone_ && is_there(false)) take_one();
  }
  /// Takes all that are left. Throws what `make` or `take` throws.
  void take_all() {
    if (alone_) return make_([this](const auto& fill) { fill(things_[0]), take_(things_[0]); });
    while (is_there(true)) take_one();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

 private:
  struct GivenUp {};

  void run() noexcept {
    std::exception_ptr failure;
    try {
      make_([this](const auto& fill) { give(fill); });
    } catch (const GivenUp&) {
    } catch (...) {
      failure = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      failure_ = failure;
    }
    changed_.notify_all();
  }

  void give(const std::function<void(Thing&)>& fill) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return given_up_ || made_ - taken_ < things_.size(); });
      if (given_up_) throw GivenUp();
    }
    fill(things_[made_ % things_.size()]);
    {
      const std::lock_guard lock(mutex_);
      ++made_;
    }
    changed_.notify_all();
  }

  bool is_there(bool wait) {
    std::unique_lock lock(mutex_);
    if (wait) changed_.wait(lock, [&] { return ended_ || made_ > taken_; });
    return made_ > taken_;
  }

  void take_one() {
    take_(things_[taken_ % things_.size()]);
    {
      const std::lock_guard lock(mutex_);
      ++taken_;
    }
    changed_.notify_all();
  }

  Make make_;
  Take take_;
  std::vector<Thing> things_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t made_ = 0, taken_ = 0;
  bool ended_ = false, given_up_ = false, alone_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it uses all the others
};

}  // namespace attache
