// SPDX-License-Identifier: MIT
#pragma once

#include "seed/engine.h"
#include "seed/parallel.h"
#include "seed/seed_run.h"

namespace attache {

/// A document after reading and extracting, ready to be stored.
struct Prepared {
  SeedSource source;
  std::uint64_t bytes = 0;
  std::string error;                      ///< not empty: it failed
  bool blank = false;                     ///< because there is nothing in it
  Encoding encoding = Encoding::unicode;  ///< of plain text that was read: what was taken
  std::vector<std::string> remarks;       ///< of the reading
  bool unchanged = false;  ///< nothing was extracted; the record has identity, digest and versions
  bool dropped = false;    ///< the run is to end: it was not read or extracted to its end
  std::string moved_from;  ///< by what it was known, where it is known again by its content
  bool refreshed = false;  ///< from a stored text: nothing to store where that text is gone
  DocumentRecord record;
  ExtractStats stats;
};

/// Limits for what is under way: some 16 MB of files, so that a commit on the writing thread does
/// not leave the others without work, and about four times as much memory.
template <class In>
typename OrderedParallel<In, Prepared>::Limits seed_limits(
    std::function<std::uint64_t(const In&)> weigh) {
  return {512, 16u << 20, std::move(weigh)};
}

/// A text's extraction.
struct Extraction {
  DocumentRecord record;  ///< with versions but without text and description
  TextOrigin origin;
};

/// Extracts the text. Throws BudgetError.
Extraction extracted(const Engine& engine, const Document& document, DocumentContext context,
                     const SeedOptions& options, ExtractStats& stats);

/// Runs `fill`; what keeps this one document from being read or extracted is its error, and the run
/// goes on.
void prepare_with(Prepared& prepared, const std::function<void()>& fill);

}  // namespace attache
