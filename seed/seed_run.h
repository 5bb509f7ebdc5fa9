// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "seed/extract_stats.h"
#include "seed/read/read.h"
#include "seed/source.h"

namespace attache {

/// What a run over documents is asked, and what it tells.
struct SeedOptions {
  ReadOptions read;
  unsigned jobs = 1;  ///< threads that read and extract; one more writes
  bool batch =
      false;  ///< many documents: transactions may hold several, as KnowledgeBase::begin_batch says
  bool force = false;   ///< read and store what is unchanged, too
  bool strict = false;  ///< stop at the first document that fails
  bool rules = false;   ///< count citations by rule
};

enum class Outcome { added, unchanged, replaced, failed };

/// What became of a document.
struct SeedEvent {
  const SeedSource& source;
  Outcome outcome;
  std::uint64_t bytes;       ///< of the file as given
  const std::string& error;  ///< why it failed
};

/// Told of every document in the order of the sources; returns false to stop after this one.
using SeedObserver = std::function<bool(const SeedEvent&)>;

struct SeedSummary {
  std::uint64_t added = 0, unchanged = 0, replaced = 0, failed = 0;
  bool whole = true;   ///< false: stopped before the last source
  ExtractStats stats;  ///< of what was added or replaced
};

}  // namespace attache
