// SPDX-License-Identifier: MIT
#include "seed/store.h"

#include <thread>

#include "schema/moved_documents.h"

namespace attache {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t batch_bytes = 16u << 20;
constexpr std::size_t batch_documents = 4096;
constexpr auto batch_time = 5s;

/// A transaction of this length may have kept another writer waiting; it looks again within the
/// pause.
constexpr auto long_transaction = 500ms;
constexpr auto pause = 100ms;

bool to_be_written(const Prepared& prepared) {
  return prepared.error.empty() && (!prepared.unchanged || !prepared.moved_from.empty());
}

std::string kept(const SeedSummary& summary) {
  return "; " + std::to_string(summary.added) + " added and " + std::to_string(summary.replaced) +
         " replaced before that are stored";
}

}  // namespace

bool Store::put(Prepared prepared) {
  if (prepared.dropped) return summary_.whole = false;
  if (look_) look_(prepared);
  bool go_on = tell(prepared);
  if (options_.strict && !prepared.error.empty()) go_on = false;
  if (waiting_.empty()) since_ = Clock::now();
  bytes_ += prepared.record.text.size();
  waiting_.push_back(std::move(prepared));
  if (full()) flush();
  if (!go_on) summary_.whole = false;
  return go_on;
}

SeedSummary Store::finish() {
  finishing_ = true;
  flush();
  return std::move(summary_);
}

bool Store::full() const {
  return !options_.batch || bytes_ >= batch_bytes || waiting_.size() >= batch_documents ||
         Clock::now() - since_ >= batch_time;
}

void Store::flush() {
  if (waiting_.empty()) return;
  const Clock::time_point begin = Clock::now();
  try {
    const std::lock_guard lock(mutex_);
    write();
  } catch (const KnowledgeBaseError& error) {
    throw KnowledgeBaseError(error.kind(), error.what() + kept(summary_));
  }
  const Clock::duration held = Clock::now() - begin;
  tell_settled();
  waiting_.clear();
  bytes_ = 0;
  give_way(held);
}

void Store::write() {
  bool writing = false;
  outcomes_.clear();
  try {
    for (Prepared& prepared : waiting_) {
      if (to_be_written(prepared) && !writing) {
        base_.begin_batch();
        writing = true;
      }
      if (to_be_written(prepared)) move(prepared);
      outcomes_.push_back(prepared.error.empty() && !prepared.unchanged
                              ? store(prepared)
                              : confirm_unchanged(prepared));
    }
    base_.end_batch();
  } catch (...) {
    base_.drop_batch();
    settle_failed_commit();
    throw;
  }
  for (std::size_t i = 0; i < waiting_.size(); ++i) count(waiting_[i], outcomes_[i]);
}

void Store::move(const Prepared& prepared) {
  if (prepared.moved_from.empty()) return;
  move_documents(base_, {{prepared.moved_from, prepared.source.identity, prepared.source.path}});
}

Outcome Store::store(const Prepared& prepared) {
  if (prepared.refreshed && !base_.holds(prepared.record)) return Outcome::unchanged;
  switch (base_.put(prepared.record, options_.force)) {
    case Stored::added: return Outcome::added;
    case Stored::replaced: return Outcome::replaced;
    case Stored::unchanged: break;
  }
  return Outcome::unchanged;
}

/// What was stored when the run began may have been changed by another process.
Outcome Store::confirm_unchanged(Prepared& prepared) {
  if (!prepared.error.empty()) return Outcome::failed;
  const DocumentRecord& r = prepared.record;
  if (base_.would_be(r.identity, r.sha256, r.lexicon_version, r.engine_version) ==
      Stored::unchanged)
    return Outcome::unchanged;
  prepared.error =
      prepared.source.name +
      ": was stored, and another program removed or changed it meanwhile; seed it again";
  return Outcome::failed;
}

/// A commit that failed may have reached the disk all the same (a folder that could not be synced):
/// what stands there is what counts. Where it can't be asked, nothing is counted.
void Store::settle_failed_commit() {
  try {
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      if (outcomes_[i] != Outcome::added && outcomes_[i] != Outcome::replaced) continue;
      const DocumentRecord& r = waiting_[i].record;
      if (outcomes_[i] == Outcome::added && base_.holds(r)) count(waiting_[i], outcomes_[i]);
    }
  } catch (const KnowledgeBaseError&) {
    // The error that brought us here is the one to be told.
  }
  waiting_.clear();
}

void Store::count(const Prepared& prepared, Outcome outcome) {
  if (outcome != Outcome::failed && !prepared.moved_from.empty()) ++summary_.moved;
  switch (outcome) {
    case Outcome::failed:
      ++summary_.failed;
      if (prepared.blank) ++summary_.blank;
      return;
    case Outcome::read:
    case Outcome::unchanged: ++summary_.unchanged; return;
    case Outcome::added:
      ++summary_.added;
      if (!prepared.record.version_of.empty()) ++summary_.versions;
      break;
    case Outcome::replaced: ++summary_.replaced; break;
  }
  summary_.stats += prepared.stats;
}

bool Store::tell(const Prepared& p) {
  const Outcome outcome = !p.error.empty() ? Outcome::failed
                          : p.unchanged    ? Outcome::unchanged
                                           : Outcome::read;
  return observer_({p.source, outcome, p.bytes, p.error, p.encoding, p.remarks, p.record.country});
}

/// What failed only now, and was told as unchanged.
void Store::tell_settled() {
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const Prepared& p = waiting_[i];
    if (p.unchanged && outcomes_[i] == Outcome::failed)
      observer_({p.source, Outcome::failed, 0, p.error, p.encoding, p.remarks, p.record.country});
  }
}

/// SQLite lets waiting writers look again at intervals, so they need a moment to find it free.
void Store::give_way(Clock::duration held) const {
  if (!finishing_ && held >= long_transaction) std::this_thread::sleep_for(pause);
}

}  // namespace attache
