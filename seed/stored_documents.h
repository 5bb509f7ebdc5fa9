// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "seed/engine.h"
#include "seed/seed_run.h"
#include "seed/source.h"

namespace attache {

class KnowledgeBase;

/// A stored document, as a source may turn out to be it again.
struct StoredEntry {
  std::int64_t document_id = 0;
  std::string identity, version_of, sha256, slug;
  bool piped = false;
  bool current = false;  ///< this engine and lexicon extracted it
  Metadata metadata;
  Provenance from;
};

/// Where a document goes.
struct StoredPlace {
  std::string identity, version_of;
  std::string slug;                     ///< that it has or, as a version, gets; empty: a new one
  const StoredEntry* stored = nullptr;  ///< what it replaces
  const StoredEntry* before = nullptr;  ///< the version before it, or what it replaces
};

/// What the knowledge base held when a run began; asked from any number of threads.
class StoredDocuments {
 public:
  StoredDocuments(const KnowledgeBase& base, const Engine& engine);

  /// Where a source of these bytes goes: to the stored document that has its identity; where that
  /// has other bytes and either another date is given, or `keep_versions` is set, to a version of
  /// its own. Throws ReadError where a slug is given that another document has.
  StoredPlace place(const SeedSource& source, const std::string& sha256, bool keep_versions) const;

  /// Whether the place holds the same bytes, extracted by the same engine and lexicon, with all
  /// that is given. What is not given does not differ: a description given once stays as long as
  /// the document does.
  bool holds(const StoredPlace& place, const SeedSource& source, const std::string& sha256) const;

 private:
  using Versions = std::vector<const StoredEntry*>;

  std::string known_by(const SeedSource& source, const std::string& sha256) const;
  StoredPlace further_version(const SeedSource& source, const std::string& known_by,
                              const Versions& versions) const;

  std::vector<StoredEntry> entries_;
  std::unordered_map<std::string, Versions> versions_;  ///< by what they have in common
  std::unordered_map<std::string, const StoredEntry*> by_slug_;
};

/// Fills what is not given now from what was given earlier of `stored`, in an option, a manifest or
/// by a name pattern. What was only found is to be found anew.
void keep_given(SeedSource& source, const StoredEntry& stored);

}  // namespace attache
