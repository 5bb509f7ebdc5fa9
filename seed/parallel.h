// SPDX-License-Identifier: MIT
#pragma once

#include <oneapi/tbb/concurrent_queue.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <optional>
#include <semaphore>
#include <utility>

#include "seed/room.h"
#include "seed/threads.h"

namespace attache {

/// Runs `work` on the items that `produce` pushes, on `jobs` threads of oneTBB's pipeline, and
/// hands the results to `consume` in the order of the items, on the calling thread. Pushing waits
/// while as much is under way as the limits allow, so that memory does not grow with the number or
/// the size of the items, and returns false once nothing more is wanted. `consume` returns false to
/// stop: what is under way is dropped. An exception of any of the three stops the rest and is
/// thrown here, after the results of the items before it. With one job nothing runs on another
/// thread, unless Limits::idle is set; else `produce` has a thread of its own. Where the system
/// gives fewer threads, they do it, or this one does all.
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
    // The producer and whoever runs the pipeline come on top of the pipeline's workers.
    const unsigned threads = jobs > 1 || limits.idle ? threads_to_be_had(jobs + 1) : 0;
    if (threads > 1 && OrderedParallel(work, limits, threads - 1).run_pipeline(produce, consume))
      return;
    produce([&](In item) { return consume(work(std::move(item))); });
  }

 private:
  /// An item on its way, or the end of them.
  struct Sent {
    std::optional<In> item;
    std::uint64_t weight = 0;
  };
  /// What became of an item, or the end, which has no result.
  struct Done {
    std::optional<Out> result;
    std::exception_ptr failure;
    std::uint64_t weight = 0;
  };

  static constexpr std::size_t stack_bytes = 8u << 20;

  OrderedParallel(const Work& work, const Limits& limits, unsigned jobs)
      : work_(work),
        limits_(limits),
        jobs_(jobs),
        items_(limits.items > 0 ? limits.items : jobs * std::size_t{4}),
        room_(items_, limits.weight) {}

  /// False where there are too few threads for it; then nothing has been produced.
  bool run_pipeline(const Produce& produce, const Consume& consume) {
    Threads threads([this] { stop(); });
    if (!threads.start([this] { pass_all(); })) return false;
    if (!threads.start([this, &produce] { produce_all(produce); })) return false;
    while (auto result = take()) {
      if (!consume(std::move(*result))) break;
    }
    return true;
  }

  void stop() {
    stop_ = true;
    room_.close();
    sent_.push({});
  }

  void produce_all(const Produce& produce) {
    try {
      produce([this](In item) { return push(std::move(item)); });
    } catch (...) {
      broken_ = std::current_exception();
    }
    sent_.push({});
  }

  bool push(In item) {
    const std::uint64_t weight = limits_.weigh ? limits_.weigh(item) : 0;
    if (!room_.enter(weight)) return false;
    sent_.push({std::move(item), weight});
    return true;
  }

  /// On the thread that runs the pipeline, which is one of its workers.
  void pass_all() {
    namespace tbb = oneapi::tbb;
    // As much stack as a thread has by itself, and so many threads as asked for, on few cores too.
    const tbb::global_control stack(tbb::global_control::thread_stack_size, stack_bytes);
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs_);
    tbb::task_arena(static_cast<int>(jobs_)).execute([this] {
      tbb::parallel_pipeline(
          items_, tbb::make_filter<void, Sent>(tbb::filter_mode::serial_in_order,
                                               [this](auto& control) { return next(control); }) &
                      tbb::make_filter<Sent, Done>(tbb::filter_mode::parallel,
                                                   [this](Sent sent) { return done(sent); }) &
                      tbb::make_filter<Done, void>(tbb::filter_mode::serial_in_order,
                                                   [this](Done done) { give(std::move(done)); }));
    });
    give({std::nullopt, broken_, 0});
  }

  Sent next(oneapi::tbb::flow_control& control) {
    Sent sent;
    sent_.pop(sent);
    if (!sent.item || stop_) control.stop();
    return sent;
  }

  Done done(Sent& sent) const {
    Done done;
    done.weight = sent.weight;
    if (!sent.item || stop_) return done;
    try {
      done.result = work_(std::move(*sent.item));
    } catch (...) {
      done.failure = std::current_exception();
    }
    return done;
  }

  void give(Done done) {
    done_.push(std::move(done));
    given_.release();
  }

  /// The next result in order, or nothing where all are taken.
  std::optional<Out> take() {
    if (!limits_.idle) given_.acquire();
    else
      while (!given_.try_acquire_for(limits_.idle_time)) limits_.idle();
    Done done;
    done_.pop(done);
    if (done.failure) std::rethrow_exception(done.failure);
    if (done.result) room_.leave(done.weight);
    return std::move(done.result);
  }

  const Work& work_;
  const Limits& limits_;
  const unsigned jobs_;
  const std::size_t items_;  ///< that may be under way
  Room room_;
  oneapi::tbb::concurrent_bounded_queue<Sent> sent_;
  oneapi::tbb::concurrent_bounded_queue<Done> done_;
  std::counting_semaphore<> given_{0};  ///< what stands in `done_`
  std::exception_ptr broken_;           ///< of the producer, once it is done
  std::atomic<bool> stop_ = false;
};

}  // namespace attache
