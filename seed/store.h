// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <mutex>
#include <vector>

#include "schema/knowledge_base.h"
#include "seed/prepared.h"

namespace attache {

/// Stores what was prepared, on one thread, and counts. Documents are gathered and written in one
/// short transaction each 16 MiB of text, five seconds, or when nothing comes any more; no lock is
/// held between. The observer is told when a document comes; it is counted when it is on the disk.
class Store {
 public:
  Store(KnowledgeBase& base, const SeedOptions& options, const SeedObserver& observer)
      : base_(base), options_(options), observer_(observer) {}

  /// Prepares and stores all that `produce` pushes. What was prepared before something else than
  /// storing failed is stored all the same. Throws KnowledgeBaseError.
  template <class In>
  SeedSummary run(const typename OrderedParallel<In, Prepared>::Produce& produce,
                  const typename OrderedParallel<In, Prepared>::Work& prepare,
                  const std::function<std::uint64_t(const In&)>& weigh) {
    auto limits = seed_limits<In>(weigh);
    if (options_.batch) limits.idle = [this] { flush(); };
    try {
      OrderedParallel<In, Prepared>::run(
          options_.jobs, produce, prepare,
          [this](Prepared prepared) { return put(std::move(prepared)); }, limits);
    } catch (const KnowledgeBaseError&) {
      throw;
    } catch (...) {
      finish();
      throw;
    }
    return finish();
  }
  /// Has `look` see each document in its order, before anything else is done with it.
  void look_first(std::function<void(Prepared&)> look) { look_ = std::move(look); }
  /// Held while the knowledge base is used, which is one connection.
  std::mutex& mutex() { return mutex_; }

 private:
  using Clock = std::chrono::steady_clock;

  /// Returns false where nothing more is wanted. Throws KnowledgeBaseError, which says how many
  /// documents of the run are stored.
  bool put(Prepared prepared);
  /// Writes what is gathered. To be called once, however the run ended.
  SeedSummary finish();
  bool full() const;
  void flush();
  void write();
  /// Has what was found under another path be known by it.
  void move(const Prepared& prepared);
  Outcome store(const Prepared& prepared);
  Outcome confirm_unchanged(Prepared& prepared);
  void settle_failed_commit();
  void count(const Prepared& prepared, Outcome outcome);
  bool tell(const Prepared& prepared);
  void tell_settled();
  void give_way(Clock::duration held) const;

  KnowledgeBase& base_;
  const SeedOptions& options_;
  const SeedObserver& observer_;
  std::function<void(Prepared&)> look_;
  std::mutex mutex_;
  std::vector<Prepared> waiting_;
  std::vector<Outcome> outcomes_;  ///< of the first of `waiting_`
  std::uint64_t bytes_ = 0;        ///< of the texts that wait
  Clock::time_point since_;        ///< when the first of them came
  bool finishing_ = false;
  SeedSummary summary_;
};

}  // namespace attache
