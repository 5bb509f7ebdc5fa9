// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "seed/engine.h"
#include "seed/extract_stats.h"
#include "seed/read/read.h"
#include "seed/source.h"

namespace attache {

class KnowledgeBase;

struct SeedOptions {
  ReadOptions read;
  unsigned jobs = 1;    ///< threads that read and extract; one more writes
  bool batch = false;   ///< many documents: transactions may hold several, as KnowledgeBase::begin_batch says
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

/// Reads, extracts and stores each document, in the order of the sources.
/// A document that is stored with the same bytes, by the same engine and lexicon and with what is given of it, is
/// neither read nor extracted. One that can't be read is told to the observer and the rest goes on.
/// Throws KnowledgeBaseError; what was stored before stays.
SeedSummary seed(KnowledgeBase& base, const Engine& engine, const SeedSources& sources, const SeedOptions& options, const SeedObserver& observer);

/// Extracts the stored documents anew from their stored texts: those that another engine or lexicon extracted, or all
/// of them with `force`. Their files are read only where the text is not the file itself and spans lead back into it;
/// where such a file is gone or has changed, the citations keep their places in the text alone.
/// Throws KnowledgeBaseError; what was stored before stays.
SeedSummary refresh(KnowledgeBase& base, const Engine& engine, const SeedOptions& options, const SeedObserver& observer);

/// The documents that the binary carries.
std::vector<SeedSource> bundled_documents();

}  // namespace attache
