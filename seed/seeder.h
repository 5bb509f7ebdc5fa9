// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "seed/engine.h"
#include "seed/read/read.h"

namespace attache {

class KnowledgeBase;

/// A document on its way in.
struct SeedSource {
  std::string name;  ///< for messages: the path as the user gave it
  std::string path;  ///< what makes it the same document next time; empty for standard input
  /// Hands over the bytes, once, on any thread. Throws ReadError.
  std::function<std::string()> load;
  std::string error;  ///< not empty: it failed already, and this is why
  std::string slug;   ///< wanted slug, or empty: made of file name or title
  Metadata given;     ///< goes before what the file says of itself; country a code, date ISO 8601
};

/// Pushes the documents, until the push returns false. With more than one job it runs on a thread of its own.
using SeedSources = std::function<void(const std::function<bool(SeedSource)>& push)>;

struct SeedOptions {
  ReadOptions read;
  unsigned jobs = 1;      ///< threads that read and extract; one more writes
  bool batch = false;     ///< many documents: transactions may hold several, as KnowledgeBase::begin_batch says
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

/// Counts over a run.
struct ExtractStats {
  std::uint64_t documents = 0, bytes = 0, sentences = 0, tokens = 0, mentions = 0;
  std::uint64_t principles = 0, priorities = 0, organizations = 0, leaders = 0;
  std::map<std::string, std::uint64_t> citations_by_rule;

  void add(const DocumentRows& rows, std::uint64_t document_bytes);
};

struct SeedSummary {
  std::uint64_t added = 0, unchanged = 0, replaced = 0, failed = 0;
  ExtractStats stats;  ///< of what was added or replaced
};

/// Reads, extracts and stores each document, in the order of the sources.
/// A document that can't be read is told to the observer and the rest goes on.
/// Throws KnowledgeBaseError; what was stored before stays.
SeedSummary seed(KnowledgeBase& base, const Engine& engine, const SeedSources& sources, const SeedOptions& options,
                 const SeedObserver& observer);

/// The documents that the binary carries.
std::vector<SeedSource> bundled_documents();

}  // namespace attache
