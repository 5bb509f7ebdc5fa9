// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "seed/engine.h"
#include "seed/seed_run.h"

namespace attache {

class KnowledgeBase;

/// How results are loaded.
struct LoadOptions {
  unsigned jobs = 1;                      ///< threads that read and check; one more writes
  bool other_versions = false;            ///< take what another engine or lexicon extracted
  bool strict = false;                    ///< stop at the first result that fails
  std::uint64_t max_line = 256ull << 20;  ///< in bytes
  GiveUp give_up = nullptr;
};

/// Stores results of `attache extract --input ndjson`, in the order of the files ("-" is standard
/// input) and of their lines, as seeding the same records would. A line that is no result, or that
/// is wrong in any part, is told to the observer with its file and line, and nothing of it is
/// stored; the rest goes on. The same result again changes nothing, also in one run; two results of
/// one document that differ are an error of the later one. Throws KnowledgeBaseError; what was
/// stored before stays.
SeedSummary load(KnowledgeBase& base, const Engine& engine, const std::vector<std::string>& files,
                 const LoadOptions& options, const SeedObserver& observer);

/// How the error of a result begins that another engine or lexicon extracted.
inline constexpr std::string_view other_version = "was extracted by ";

}  // namespace attache
