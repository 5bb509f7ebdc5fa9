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

/// Whether a stored path is that of one of `paths` (as the user gave them; patterns, too), or lies
/// below it.
bool is_below(const std::string& stored, const std::vector<std::string>& paths);

/// What came of documents whose files are gone.
struct Pruned {
  std::uint64_t removed = 0;
  std::uint64_t moved = 0;         ///< stored under another path as well, which is theirs now
  std::vector<std::string> given;  ///< slugs of the removed of which something was given or decided
};

/// Removes the documents at or below `paths` (as the user gave them; patterns, too) whose files are
/// gone. An archive's documents are gone with it, and where it no longer holds them. One whose
/// content is that of a file of which nothing was given or decided is that file, moved: it takes
/// the other's place and keeps what is its own. Throws KnowledgeBaseError.
Pruned prune(KnowledgeBase& base, const std::vector<std::string>& paths, const Seen& seen);

/// Those of `paths` where nothing is any more, but a document or an archive's documents are stored:
/// for prune, no failures. A folder that is gone as a whole may be a disk that is not there, and
/// stays a failure.
std::vector<std::string> gone_files(const KnowledgeBase& base,
                                    const std::vector<std::string>& paths);

}  // namespace attache
