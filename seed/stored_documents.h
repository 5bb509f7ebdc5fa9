// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>

#include "seed/engine.h"
#include "seed/source.h"

namespace attache {

class KnowledgeBase;

/// What the knowledge base held when a run began and need not be read again; asked from any number
/// of threads.
class StoredDocuments {
 public:
  /// Documents that another engine or lexicon extracted are left out.
  StoredDocuments(const KnowledgeBase& base, const Engine& engine);

  /// Whether the same bytes are stored under the source's path, with all that is given of it. What
  /// is not given does not differ: a description given once stays as long as the file does.
  bool holds(const SeedSource& source, const std::string& sha256) const;

 private:
  struct Entry {
    std::string sha256, slug;
    Metadata metadata;
    Provenance from;
  };
  std::unordered_map<std::string, Entry> by_path_;
};

}  // namespace attache
