// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
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
  std::string moved_from = {};          ///< by what it was known, where it is known by another path
};

/// What the knowledge base held when a run began; asked from any number of threads.
class StoredDocuments {
 public:
  StoredDocuments(const KnowledgeBase& base, const Engine& engine, const SeedOptions& options);

  /// Where a source of these bytes goes: to the stored document that has its identity; where that
  /// has other bytes and either another date is given, or the options keep versions, to a version
  /// of its own. Where none has it, and the options say so, to the one of these bytes whose file is
  /// gone, once. Throws ReadError where a slug is given that another document has.
  StoredPlace place(const SeedSource& source, const std::string& sha256) const;

  /// Whether the place holds the same bytes, extracted by the same engine and lexicon, with all
  /// that is given and nothing that is to be forgotten. What is not given does not differ: a
  /// description given once stays as long as the document does.
  bool holds(const StoredPlace& place, const SeedSource& source, const std::string& sha256) const;

 private:
  using Versions = std::vector<const StoredEntry*>;

  std::string known_by(const SeedSource& source, const std::string& sha256) const;
  std::string known_by_source(const SeedSource& source, const std::string& sha256) const;
  StoredPlace further_version(const SeedSource& source, const std::string& known_by,
                              const Versions& versions) const;
  StoredPlace moved_here(const SeedSource& source, const std::string& sha256) const;
  bool is_free(const StoredEntry& entry, const SeedSource& source) const;
  std::string version_slug_for(const SeedSource& source, const Versions& versions,
                               const std::string& label) const;

  const SeedOptions& options_;
  std::vector<StoredEntry> entries_;
  std::unordered_map<std::string, Versions> versions_;  ///< by what they have in common
  std::unordered_map<std::string, const StoredEntry*> by_slug_;
  /// Where a path led through links when it was stored: by what it is known, by where it leads.
  std::unordered_map<std::string, std::string> linked_;
  std::unordered_map<std::string, std::string> by_source_;  ///< of pipes: by what they are known
  std::unordered_map<std::string, Versions> by_digest_;     ///< of files
  mutable std::mutex claims_;
  mutable std::unordered_set<const StoredEntry*> claimed_;  ///< found under another path already
};

/// Whether a stored slug is the one that the source asks for, with a version's label or a number
/// behind it, too; or the source asks for none.
bool is_asked_slug(const SeedSource& source, const std::string& stored);

/// Fills what is not given now from what was given earlier of `stored`, in an option, a manifest or
/// by a name pattern, but for what is to be forgotten. What was only found is to be found anew.
void keep_given(SeedSource& source, const StoredEntry& stored, const Forgotten& forgotten);

}  // namespace attache
