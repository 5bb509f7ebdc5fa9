// SPDX-License-Identifier: MIT
#include "seed/prune.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "schema/knowledge_base.h"
#include "schema/moved_documents.h"
#include "schema/reviews.h"
#include "seed/identity.h"
#include "seed/provenance.h"
#include "seed/read/glob.h"
#include "seed/read/path_text.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path_of_text(path), error);
  return error ? error.value() != ENOENT && error.value() != ENOTDIR : fs::exists(status);
}

/// Whether `path` is `root`, or lies in that folder or archive.
bool at_or_below(const std::string& path, const std::string& root) {
  if (!path.starts_with(root)) return false;
  return path.size() == root.size() || root.back() == '/' || path[root.size()] == '/' ||
         path[root.size()] == '!';
}

bool below_named(const std::string& path, const std::string& named) {
  const std::string root = stored_path(named);
  if (is_glob(named) && !exists(named)) return fnmatch(root.c_str(), path.c_str(), 0) == 0;
  return at_or_below(path, root);
}

bool is_gone(const std::string& path, const std::vector<std::string>& named, const Seen& seen) {
  const auto unread = [&](const std::string& root) { return at_or_below(path, root); };
  return seen.documents.count(path) == 0 && is_below(path, named) &&
         std::none_of(seen.unread.begin(), seen.unread.end(), unread) && !exists(path);
}

/// The file, or the archive or table that it is in; one that is gone, too, takes nothing over.
bool is_there(const std::string& path) {
  return path.starts_with("/") && (exists(path) || exists(path.substr(0, path.find('!'))));
}

bool was_given(const StoredDocument& document) {
  const bool row = document.known_by().find('!') != std::string::npos;  // says it itself
  const auto given = [&](const std::string& where) {
    return where == from::option || (where == from::manifest && !row);
  };
  return given(document.title_from) || given(document.country_from) || given(document.date_from) ||
         given(document.language_from) || given(document.source_from);
}

/// Something of it would be lost with it, that its file does not say.
bool has_own(const KnowledgeBase& base, const StoredDocument& document) {
  return was_given(document) || !reviews_of(base, document.slug).empty();
}

/// Documents that are gone, and those that stay, by their content.
class Pruning {
 public:
  explicit Pruning(KnowledgeBase& base) : base_(base) {}

  void add(StoredDocument document, bool gone) {
    ++versions_[document.known_by()];
    if (gone) gone_.push_back(std::move(document));
    else if (is_there(document.known_by()))
      staying_.emplace(document.sha256, std::move(document));
  }

  Pruned run() {
    Pruned pruned;
    std::vector<StoredDocument> removed;
    std::vector<MovedDocument> moved;
    for (StoredDocument& document : gone_) {
      const bool own = has_own(base_, document);
      if (StoredDocument* twin = own ? twin_of(document) : nullptr) {
        moved.push_back({document.identity, twin->identity, twin->path});
        removed.push_back(std::move(*twin));
        twin->sha256.clear();
        continue;
      }
      if (own) pruned.given.push_back(document.slug);
      removed.push_back(std::move(document));
    }
    const std::uint64_t went = removed.empty() ? 0 : base_.remove(removed);
    pruned.removed = went - std::min<std::uint64_t>(went, moved.size());
    pruned.moved = moved.size();
    move_documents(base_, moved);
    return pruned;
  }

 private:
  /// The same bytes under a path that is there, of which nothing is known but what they say.
  StoredDocument* twin_of(const StoredDocument& document) {
    if (versions_[document.known_by()] > 1) return nullptr;
    const auto [first, last] = staying_.equal_range(document.sha256);
    for (auto at = first; at != last; ++at) {
      StoredDocument& twin = at->second;
      if (!twin.sha256.empty() && versions_[twin.known_by()] == 1 && !has_own(base_, twin))
        return &twin;
    }
    return nullptr;
  }

  KnowledgeBase& base_;
  std::vector<StoredDocument> gone_;
  std::unordered_multimap<std::string, StoredDocument> staying_;  ///< by digest
  std::unordered_map<std::string, std::size_t> versions_;
};

}  // namespace

bool is_below(const std::string& stored, const std::vector<std::string>& paths) {
  return std::any_of(paths.begin(), paths.end(),
                     [&](const std::string& root) { return below_named(stored, root); });
}

Pruned prune(KnowledgeBase& base, const std::vector<std::string>& paths, const Seen& seen) {
  Pruning pruning(base);
  for (StoredDocument& document : base.documents()) {
    const std::string& file = document.known_by();
    const bool gone = file.starts_with("/") && is_gone(file, paths, seen);
    pruning.add(std::move(document), gone);
  }
  return pruning.run();
}

std::vector<std::string> gone_files(const KnowledgeBase& base,
                                    const std::vector<std::string>& paths) {
  std::vector<std::string> missing;
  for (const std::string& path : paths) {
    if (path != "-" && !exists(path)) missing.push_back(path);
  }
  if (missing.empty()) return missing;
  std::unordered_set<std::string> stored;
  for (const StoredDocument& document : base.documents()) stored.insert(document.known_by());
  const auto holds_documents = [&](const std::string& root) {
    return std::any_of(stored.begin(), stored.end(),
                       [&](const std::string& path) { return path.starts_with(root + "!"); });
  };
  std::erase_if(missing, [&](const std::string& path) {
    const std::string root = stored_path(path);
    return stored.count(root) == 0 && !holds_documents(root);
  });
  return missing;
}

}  // namespace attache
