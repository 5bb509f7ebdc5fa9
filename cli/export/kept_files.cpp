// SPDX-License-Identifier: MIT
#include "cli/export/kept_files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <optional>

#include "cli/error.h"
#include "schema/knowledge_base.h"
#include "schema/location.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Identity = std::pair<dev_t, ino_t>;

/// Links are followed: what they lead to counts.
std::optional<Identity> identity_in(int folder, const std::string& name) {
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, 0) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

void add(std::vector<Identity>& all, const fs::path& path) {
  if (const auto one = identity_in(AT_FDCWD, path.string())) all.push_back(*one);
}

template <typename Value>
bool is_among(const Value& value, const std::vector<Value>& all) {
  return std::find(all.begin(), all.end(), value) != all.end();
}

[[noreturn]] void fail(const std::string& shown, const std::string& words) {
  throw UsageError(shown + " " + words + "; give another name");
}

}  // namespace

KeptFiles::KeptFiles(const fs::path& base) {
  if (base.empty()) return;
  try {
    const fs::path located = locate(base);
    paths_ = {located, beside(located, "-wal"), beside(located, "-shm"),
              beside(located, "-journal")};
  } catch (const KnowledgeBaseError&) {
    return;  // nothing that could be lost; whoever opens it says what is wrong
  }
  for (const fs::path& path : paths_) add(there_, path);
  add(folder_, paths_.front().parent_path());
}

std::string KeptFiles::words_for(bool itself) const {
  return itself ? "is the knowledge base itself"
                : "belongs to the knowledge base " + paths_.front().string();
}

std::string KeptFiles::what_is(int folder, const std::string& name) const {
  if (paths_.empty()) return {};
  const fs::path above = fs::path(name).parent_path();
  const auto place = identity_in(folder, above.empty() ? "." : above.string());
  if (place && is_among(*place, folder_))
    for (const fs::path& path : paths_)
      if (path.filename() == fs::path(name).filename()) return words_for(path == paths_.front());
  const auto found = identity_in(folder, name);
  if (!found || !is_among(*found, there_)) return {};
  return words_for(found == identity_in(AT_FDCWD, paths_.front().string()));
}

void KeptFiles::refuse(int folder, const std::string& name, const std::string& shown) const {
  if (const std::string words = what_is(folder, name); !words.empty()) fail(shown, words);
}

void KeptFiles::refuse_folder(const fs::path& path) const {
  std::error_code error;
  fs::path at = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error || paths_.empty()) return;
  for (; at.has_relative_path(); at = at.parent_path())
    if (is_among(at, paths_)) fail(path.string(), words_for(at == paths_.front()));
}

}  // namespace attache
