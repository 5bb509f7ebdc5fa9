// SPDX-License-Identifier: MIT
#include "seed/read/glob.h"

#include <glob.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "seed/read/file.h"
#include "seed/read/read.h"
#include "system/retried.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

/// Whether a folder that can't be listed ends the search: not where one may not, or it is none.
int is_failure(const char*, int error) {
  return error != EACCES && error != EPERM && error != ENOENT && error != ENOTDIR ? 1 : 0;
}

/// The matches of one pattern, freed at the end.
struct Matches {
  explicit Matches(const std::string& pattern)
      : result(::glob(pattern.c_str(), GLOB_NOSORT, &is_failure, &found)) {}
  ~Matches() { globfree(&found); }
  Matches(const Matches&) = delete;
  Matches& operator=(const Matches&) = delete;

  glob_t found{};
  int result;
};

void expand_plain(const std::string& pattern, std::vector<std::string>& paths) {
  // Once more, for a signal may have broken it off.
  for (int attempt = 0; attempt < 2; ++attempt) {
    const Matches matches(pattern);
    if (matches.result == GLOB_ABORTED) continue;
    if (matches.result == 0)
      paths.insert(paths.end(), matches.found.gl_pathv,
                   matches.found.gl_pathv + matches.found.gl_pathc);
    return;
  }
  throw ReadError("a folder that it leads to can't be read; check the disk");
}

std::vector<std::string> folders_below(const std::string& folder) {
  std::vector<std::string> folders;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  const std::string top = folder.empty() ? "." : folder;
  auto at = retried(error, [&] { return fs::recursive_directory_iterator(top, options, error); });
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string()[0] == '.') at.disable_recursion_pending();
    else if (at->is_directory(error))
      folders.push_back(folder.empty() ? at->path().lexically_relative(".").string()
                                       : at->path().string());
  }
  if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
    throw ReadError(top + ": " + system_reason(error.value()));
  return folders;
}

/// The folder written as a pattern that matches only itself.
std::string quoted(const std::string& folder) {
  std::string result;
  for (const char byte : folder) {
    if (std::string_view("*?[\\").find(byte) != std::string_view::npos) result += '\\';
    result += byte;
  }
  return result;
}

void expand(const std::string& pattern, std::vector<std::string>& paths) {
  const std::size_t stars = pattern.find("**/");
  if (stars == std::string::npos) return expand_plain(pattern, paths);
  const std::string after = pattern.substr(stars + 3);
  std::vector<std::string> bases;
  const std::string before = pattern.substr(0, stars);
  if (before.empty() || !is_glob(before)) bases.push_back(before);
  else expand_plain(before, bases);
  for (const std::string& base : bases) {
    expand(quoted(base) + after, paths);
    for (const std::string& folder : folders_below(base))
      expand_plain(quoted(folder) + "/" + after, paths);
  }
}

}  // namespace

bool is_glob(const std::string& path) { return path.find_first_of("*?[") != std::string::npos; }

std::vector<std::string> expand_glob(const std::string& pattern) {
  std::vector<std::string> paths;
  expand(pattern, paths);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace attache
