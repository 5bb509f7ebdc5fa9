// SPDX-License-Identifier: MIT
#include "seed/prepared.h"

#include "seed/records_of.h"

namespace attache {

bool Store::put(const Prepared& prepared) {
  const Outcome outcome = store(prepared);
  bool go_on = observer_({prepared.source, outcome, prepared.bytes, prepared.error});
  if (options_.strict && outcome == Outcome::failed) go_on = false;
  if (!go_on) summary_.whole = false;
  return go_on;
}

Outcome Store::store(const Prepared& prepared) {
  if (!prepared.error.empty()) return ++summary_.failed, Outcome::failed;
  if (prepared.unchanged) return ++summary_.unchanged, Outcome::unchanged;
  const Stored stored = [&] {
    const std::lock_guard lock(mutex_);
    if (options_.batch && !begun_) base_.begin_batch();
    begun_ = options_.batch;
    return base_.put(prepared.record, options_.force);
  }();
  if (stored == Stored::unchanged) return ++summary_.unchanged, Outcome::unchanged;
  summary_.stats += prepared.stats;
  if (stored == Stored::added) return ++summary_.added, Outcome::added;
  return ++summary_.replaced, Outcome::replaced;
}

SeedSummary Store::finish() {
  if (begun_) base_.end_batch();
  return std::move(summary_);
}

DocumentRecord extracted(const Engine& engine, const Document& document,
                         const DocumentContext& context, bool by_rule, ExtractStats& stats) {
  DocumentRows rows = engine.extract(document.text, context);
  stats = stats_of(rows, document.bytes, by_rule);
  DocumentRecord record = record_of(document, std::move(rows));
  record.engine_version = engine_version();
  record.lexicon_version = engine.lexicon_version();
  return record;
}

}  // namespace attache
