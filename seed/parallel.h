// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace attache {

/// Runs `work` on the items that `produce` pushes, on `jobs` threads, and hands the results to `consume` in the order
/// of the items, on the calling thread. Pushing waits while four items a thread are under way, so that memory does
/// not grow with their number, and returns false once nothing more is wanted. `consume` returns false to stop: what
/// is under way is dropped. An exception of any of the three stops the rest and is thrown here.
/// With one job nothing runs on another thread; else `produce` has a thread of its own.
template <class In, class Out>
class OrderedParallel {
 public:
  using Push = std::function<bool(In)>;
  using Produce = std::function<void(const Push&)>;
  using Work = std::function<Out(In)>;
  using Consume = std::function<bool(Out)>;

  static void run(unsigned jobs, const Produce& produce, const Work& work, const Consume& consume) {
    if (jobs > 1) return OrderedParallel(jobs, work).run_threads(jobs, produce, consume);
    produce([&](In item) { return consume(work(std::move(item))); });
  }

 private:
  OrderedParallel(unsigned jobs, const Work& work) : work_(work), slots_(jobs * 4u) {}

  void run_threads(unsigned jobs, const Produce& produce, const Consume& consume) {
    std::vector<std::thread> threads;
    const Joiner joiner{*this, threads};
    threads.emplace_back([this, &produce] { produce_all(produce); });
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([this] { work_until_done(); });
    while (auto result = take()) {
      if (!consume(std::move(*result))) break;
    }
  }

  /// Stops the threads and waits for them, however run_threads is left.
  struct Joiner {
    OrderedParallel& owner;
    std::vector<std::thread>& threads;
    ~Joiner() {
      {
        const std::lock_guard lock(owner.mutex_);
        owner.stop_ = true;
      }
      owner.room_.notify_all();
      owner.waiting_.notify_all();
      for (std::thread& thread : threads) thread.join();
    }
  };

  void produce_all(const Produce& produce) {
    try {
      produce([this](In item) { return push(std::move(item)); });
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    produced_ = true;
    waiting_.notify_all();
    ready_.notify_one();
  }

  bool push(In item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return stop_ || issued_ - taken_ < slots_.size(); });
    if (stop_) return false;
    queue_.emplace_back(issued_++, std::move(item));
    waiting_.notify_one();
    return true;
  }

  void work_until_done() {
    try {
      while (auto item = next()) {
        Out result = work_(std::move(item->second));
        const std::lock_guard lock(mutex_);
        slots_[item->first % slots_.size()] = std::move(result);
        ready_.notify_one();
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  /// The next item and its number.
  std::optional<std::pair<std::size_t, In>> next() {
    std::unique_lock lock(mutex_);
    waiting_.wait(lock, [this] { return stop_ || !queue_.empty() || produced_; });
    if (stop_ || queue_.empty()) return std::nullopt;
    std::optional<std::pair<std::size_t, In>> item(std::move(queue_.front()));
    queue_.pop_front();
    return item;
  }

  /// The next result in order, or nothing where all are taken.
  std::optional<Out> take() {
    std::unique_lock lock(mutex_);
    std::optional<Out>& slot = slots_[taken_ % slots_.size()];
    ready_.wait(lock, [&] { return failure_ || slot.has_value() || (produced_ && taken_ == issued_); });
    if (failure_) std::rethrow_exception(failure_);
    if (!slot) return std::nullopt;
    std::optional<Out> result = std::move(slot);
    slot.reset();
    ++taken_;
    room_.notify_one();
    return result;
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    ready_.notify_one();
  }

  const Work& work_;
  std::mutex mutex_;
  std::condition_variable room_;     ///< the producer waits here
  std::condition_variable waiting_;  ///< the workers wait here
  std::condition_variable ready_;    ///< the consumer waits here
  std::deque<std::pair<std::size_t, In>> queue_;
  std::vector<std::optional<Out>> slots_;
  std::size_t issued_ = 0;
  std::size_t taken_ = 0;
  bool produced_ = false;
  bool stop_ = false;
  std::exception_ptr failure_;
};

}  // namespace attache
