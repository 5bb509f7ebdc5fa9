// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace attache {

/// Runs `work` on the items that `produce` pushes, on `jobs` threads, and hands the results to
/// `consume` in the order of the items, on the calling thread. Pushing waits while as much is under
/// way as the limits allow, so that memory does not grow with the number or the size of the items,
/// and returns false once nothing more is wanted. `consume` returns false to stop: what is under
/// way is dropped. An exception of any of the three stops the rest and is thrown here. With one job
/// nothing runs on another thread, unless Limits::idle is set; else `produce` has a thread of its
/// own. Where the system gives fewer threads, they do it, or this one does all.
template <class In, class Out>
class OrderedParallel {
 public:
  using Push = std::function<bool(In)>;
  using Produce = std::function<void(const Push&)>;
  using Work = std::function<Out(In)>;
  using Consume = std::function<bool(Out)>;

  /// How much may be under way, from being pushed to being consumed.
  struct Limits {
    std::size_t items = 0;  ///< 0: four a thread
    /// Together, by `weigh`; one item is always let through.
    std::uint64_t weight = std::numeric_limits<std::uint64_t>::max();
    std::function<std::uint64_t(const In&)> weigh = nullptr;
    /// `consume` takes a core: one of the threads works only while results are short, since threads
    /// that share the consumer's core hold it up.
    bool busy_consumer = false;
    /// Called on the consuming thread, again and again, while no result comes for idle_time. Where
    /// it is set, work and production have threads of their own even with one job.
    std::function<void()> idle = nullptr;
    std::chrono::milliseconds idle_time{1000};
  };

  static void run(unsigned jobs, const Produce& produce, const Work& work, const Consume& consume) {
    run(jobs, produce, work, consume, Limits());
  }
  static void run(unsigned jobs, const Produce& produce, const Work& work, const Consume& consume,
                  const Limits& limits) {
    if ((jobs > 1 || limits.idle) &&
        OrderedParallel(jobs, work, limits).run_threads(jobs, produce, consume))
      return;
    produce([&](In item) { return consume(work(std::move(item))); });
  }

 private:
  /// So many results in wait keep the consumer busy while a worker begins another.
  static constexpr std::size_t enough_results = 4;

  struct Slot {
    std::optional<Out> result;
    std::uint64_t weight = 0;
  };

  OrderedParallel(unsigned jobs, const Work& work, const Limits& limits)
      : work_(work), limits_(limits), slots_(limits.items > 0 ? limits.items : jobs * 4u) {}

  /// False where there are too few threads for it; then nothing has been produced.
  bool run_threads(unsigned jobs, const Produce& produce, const Consume& consume) {
    std::vector<std::thread> threads;
    threads.reserve(jobs + 1);
    const Joiner joiner{*this, threads};
    for (unsigned i = 0; i < jobs; ++i) {
      // The spare one last: it does not work alone.
      const bool spare = limits_.busy_consumer && jobs > 1 && i + 1 == jobs;
      if (!started(threads, [this, spare] { work_until_done(spare); })) break;
    }
    if (threads.empty() || !started(threads, [this, &produce] { produce_all(produce); }))
      return false;
    while (auto result = take()) {
      if (!consume(std::move(*result))) break;
    }
    return true;
  }

  /// Whether the system gave a thread.
  template <typename Run>
  static bool started(std::vector<std::thread>& threads, Run run) {
    try {
      threads.emplace_back(std::move(run));
      return true;
    } catch (const std::system_error&) {
      return false;
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
      owner.spare_.notify_all();
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
    spare_.notify_all();
    ready_.notify_one();
  }

  bool push(In item) {
    const std::uint64_t weight = limits_.weigh ? limits_.weigh(item) : 0;
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stop_ || has_room(weight); });
    if (stop_) return false;
    slots_[issued_ % slots_.size()].weight = weight;
    weight_ += weight;
    queue_.emplace_back(issued_++, std::move(item));
    waiting_.notify_one();
    if (results_short()) spare_.notify_one();
    return true;
  }

  bool results_short() const { return consumer_waits_ || finished_ < enough_results; }

  bool has_room(std::uint64_t weight) const {
    if (issued_ == taken_) return true;
    return issued_ - taken_ < slots_.size() && weight_ + weight <= limits_.weight;
  }

  void work_until_done(bool spare) {
    try {
      while (auto item = next(spare)) {
        Out result = work_(std::move(item->second));
        const std::lock_guard lock(mutex_);
        slots_[item->first % slots_.size()].result = std::move(result);
        ++finished_;
        ready_.notify_one();
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  /// The next item and its number.
  std::optional<std::pair<std::size_t, In>> next(bool spare) {
    std::unique_lock lock(mutex_);
    (spare ? spare_ : waiting_).wait(lock, [&] {
      return stop_ || (queue_.empty() ? produced_ : !spare || results_short());
    });
    if (stop_ || queue_.empty()) return std::nullopt;
    std::optional<std::pair<std::size_t, In>> item(std::move(queue_.front()));
    queue_.pop_front();
    return item;
  }

  /// The next result in order, or nothing where all are taken.
  std::optional<Out> take() {
    std::unique_lock lock(mutex_);
    Slot& slot = slots_[taken_ % slots_.size()];
    const auto come = [&] {
      return failure_ || slot.result.has_value() || (produced_ && taken_ == issued_);
    };
    if (!come()) {
      consumer_waits_ = true;
      spare_.notify_one();
      wait_for_result(lock, come);
      consumer_waits_ = false;
    }
    if (failure_) std::rethrow_exception(failure_);
    if (!slot.result) return std::nullopt;
    std::optional<Out> result = std::move(slot.result);
    slot.result.reset();
    weight_ -= slot.weight;
    ++taken_;
    --finished_;
    room_.notify_one();
    if (results_short()) spare_.notify_one();
    return result;
  }

  template <typename Come>
  void wait_for_result(std::unique_lock<std::mutex>& lock, const Come& come) {
    if (!limits_.idle) return ready_.wait(lock, come);
    while (!ready_.wait_for(lock, limits_.idle_time, come)) {
      lock.unlock();
      limits_.idle();
      lock.lock();
    }
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    ready_.notify_one();
  }

  const Work& work_;
  const Limits& limits_;
  std::mutex mutex_;
  std::condition_variable room_;     ///< the producer waits here
  std::condition_variable waiting_;  ///< the workers wait here
  std::condition_variable
      spare_;  ///< the worker that only works while results are short waits here
  std::condition_variable ready_;  ///< the consumer waits here
  std::deque<std::pair<std::size_t, In>> queue_;
  std::vector<Slot> slots_;
  std::uint64_t weight_ = 0;  ///< of what is under way
  std::size_t issued_ = 0;
  std::size_t taken_ = 0;
  std::size_t finished_ = 0;  ///< results that are not taken yet
  bool consumer_waits_ = false;
  bool produced_ = false;
  bool stop_ = false;
  std::exception_ptr failure_;
};

}  // namespace attache
