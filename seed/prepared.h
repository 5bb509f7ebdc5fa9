// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

#include "schema/knowledge_base.h"
#include "seed/engine.h"
#include "seed/parallel.h"
#include "seed/seed_run.h"

namespace attache {

/// A document after reading and extracting, ready to be stored.
struct Prepared {
  SeedSource source;
  std::uint64_t bytes = 0;
  std::string error;       ///< not empty: it failed
  bool unchanged = false;  ///< nothing was extracted
  DocumentRecord record;
  ExtractStats stats;
};

/// Limits for what is under way: some 16 MB of files, so that a commit on the writing thread does
/// not leave the others without work, and about four times as much memory.
template <class In>
typename OrderedParallel<In, Prepared>::Limits seed_limits(
    std::function<std::uint64_t(const In&)> weigh) {
  return {512, 16u << 20, std::move(weigh), true};
}

/// Stores what was prepared, on one thread, and counts.
class Store {
 public:
  Store(KnowledgeBase& base, const SeedOptions& options, const SeedObserver& observer)
      : base_(base), options_(options), observer_(observer) {}

  /// Returns false where nothing more is wanted.
  bool put(const Prepared& prepared);
  /// Commits what the last batch holds.
  SeedSummary finish();
  /// Held while the knowledge base is used, which is one connection.
  std::mutex& mutex() { return mutex_; }

 private:
  Outcome store(const Prepared& prepared);

  KnowledgeBase& base_;
  const SeedOptions& options_;
  const SeedObserver& observer_;
  std::mutex mutex_;
  bool begun_ = false;  // a batch, which begins with the first document that is stored
  SeedSummary summary_;
};

/// The text's extraction as a record, with versions but without text and description.
DocumentRecord extracted(const Engine& engine, const Document& document,
                         const DocumentContext& context, bool by_rule, ExtractStats& stats);

}  // namespace attache
