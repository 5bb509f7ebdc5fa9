// SPDX-License-Identifier: MIT
#include "seed/prune.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "schema/knowledge_base.h"
#include "seed/identity.h"
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
  const auto covers = [&](const std::string& root) { return below_named(path, root); };
  const auto unread = [&](const std::string& root) { return at_or_below(path, root); };
  return seen.documents.count(path) == 0 && std::any_of(named.begin(), named.end(), covers) &&
         std::none_of(seen.unread.begin(), seen.unread.end(), unread) && !exists(path);
}

}  // namespace

std::uint64_t prune(KnowledgeBase& base, const std::vector<std::string>& paths, const Seen& seen) {
  std::vector<StoredDocument> gone;
  for (StoredDocument& document : base.documents()) {
    const std::string& file = document.known_by();
    if (file.starts_with("/") && is_gone(file, paths, seen)) gone.push_back(std::move(document));
  }
  return gone.empty() ? 0 : base.remove(gone);
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
