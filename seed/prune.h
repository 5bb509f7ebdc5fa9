// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace attache {

class KnowledgeBase;

/// What a whole run over some paths has seen.
struct Seen {
  std::unordered_set<std::string> documents;  ///< stored paths of what was there
  /// Stored paths that could not be read, or were left out: nothing at or below them is called
  /// gone.
  std::vector<std::string> unread;
};

/// Removes the documents at or below `paths` (as the user gave them; patterns, too) whose files are
/// gone, and gives their number. An archive's documents are gone with it, and where it no longer
/// holds them. Throws KnowledgeBaseError.
std::uint64_t prune(KnowledgeBase& base, const std::vector<std::string>& paths, const Seen& seen);

/// Those of `paths` where nothing is any more, but a document or an archive's documents are stored:
/// for prune, no failures. A folder that is gone as a whole may be a disk that is not there, and
/// stays a failure.
std::vector<std::string> gone_files(const KnowledgeBase& base,
                                    const std::vector<std::string>& paths);

}  // namespace attache
