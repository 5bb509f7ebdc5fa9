// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "seed/extract_stats.h"
#include "seed/read/read.h"
#include "seed/source.h"

namespace attache {

/// What of a document is found anew, though an earlier run gave it.
struct Forgotten {
  bool title = false, country = false, date = false, language = false, source = false;

  bool any() const { return title || country || date || language || source; }
};

/// What a run over documents is asked, and what it tells.
struct SeedOptions {
  ReadOptions read;
  unsigned jobs = 1;           ///< threads that read and extract; one more writes
  bool batch = false;          ///< many documents: transactions hold several, as Store says
  bool force = false;          ///< read and store what is unchanged, too
  bool keep_versions = false;  ///< changed documents become versions beside what they were
  Forgotten forgotten = {};    ///< what earlier runs gave and counts no more
  bool find_moved = false;     ///< a document whose file is gone may be found under another path
  bool strict = false;         ///< stop at the first document that fails
  bool rules = false;          ///< count citations by rule
  /// Of work on one document's text; nothing: as Budget says, 0: no limit.
  std::optional<double> seconds = std::nullopt;
};

enum class Outcome {
  read,  ///< read and extracted; it is counted once it is stored
  added,
  unchanged,
  replaced,
  failed
};

/// What became of a document.
struct SeedEvent {
  const SeedSource& source;
  Outcome outcome;                          ///< read, unchanged or failed
  std::uint64_t bytes;                      ///< of the file as given
  const std::string& error;                 ///< why it failed
  Encoding encoding;                        ///< of plain text that was read; else unicode
  const std::vector<std::string>& remarks;  ///< what is to be told of the reading
  const std::string& country;               ///< that it has; empty for one that failed
};

/// Told of every document in the order of the sources, before it is stored; returns false to stop
/// after this one. Told once more of one that turned out to have failed when it came to storing.
using SeedObserver = std::function<bool(const SeedEvent&)>;

/// Counts of what is on the disk.
struct SeedSummary {
  std::uint64_t added = 0, unchanged = 0, replaced = 0, failed = 0;
  std::uint64_t versions = 0;  ///< of the added: further versions of what was stored
  std::uint64_t moved = 0;     ///< known again by their content under another path
  std::uint64_t blank = 0;     ///< of the failed: those with nothing in them
  bool whole = true;           ///< false: stopped before the last source
  ExtractStats stats;          ///< of what was added or replaced
};

}  // namespace attache
