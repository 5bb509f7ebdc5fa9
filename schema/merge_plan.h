// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/knowledge_base.h"

namespace attache {

/// A document of a knowledge base that is merged, or of the one that others are merged into.
struct MergedDocument {
  std::int64_t document_id = 0;
  std::string slug;        ///< there
  std::string reference;   ///< the slug that it has once all are merged
  std::string identity;    ///< by which `seed` knows it again, once all are merged
  std::string version_of;  ///< of a further version: the identity of the first
  std::string wanted;      ///< the name for one that becomes a further version; else empty
  std::string date;
  std::string sha256;
  std::string text;         ///< digest of its text
  std::string description;  ///< digest of its columns, but those that tell when and where, and of
                            ///< its metadata
  bool is_there = false;    ///< it was merged before, or comes with an earlier file as well

  /// A further one of a document, whose slug has its label behind it.
  bool is_version() const { return !version_of.empty(); }
  /// What all versions have in common.
  const std::string& known_by() const { return is_version() ? version_of : identity; }

  /// From the root, of a version that of its file; empty where it is not known by one.
  std::string_view path() const {
    const auto root = is_version() ? identity.find(":/") + 1 : 0;
    return identity.find('/') == root ? std::string_view(identity).substr(root)
                                      : std::string_view();
  }
};

struct MergedFile {
  std::filesystem::path file;
  std::vector<MergedDocument> documents;  ///< in the order of their ids
};

/// What is to be merged, and what it will be called: settled before anything is written.
struct MergePlan {
  std::vector<MergedFile> files;
  std::vector<std::string> conflicts;  ///< one line each; nothing can be merged where there are any
};

/// Reads what documents there are. A document is known by its identity, as for `seed`; one that is
/// there already with the same text and description is left as it is, and another text or
/// description is a conflict, but for another date's text, or another one that is a version where
/// it comes from: that is a further version. Names are numbered as one seeding of all would have
/// numbered them: in the order of paths where each file holds its documents in that order, as a
/// seeded folder does, else in the order of `files`. `into` need not be there. Throws
/// KnowledgeBaseError where a file can't be used, and, unless `mixed`, where documents were made by
/// another engine or lexicon than the others.
MergePlan plan_merge(const std::filesystem::path& into,
                     const std::vector<std::filesystem::path>& files, bool mixed,
                     const Patience& patience);

/// Those of one knowledge base; `reference` and `is_there` are not set.
std::vector<MergedDocument> merged_documents(const KnowledgeBase& base);

}  // namespace attache
