// SPDX-License-Identifier: MIT
#include "seed/read/glob.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>

namespace attache {
namespace {

namespace fs = std::filesystem;

void expand_plain(const std::string& pattern, std::vector<std::string>& paths) {
  glob_t found{};
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
    paths.insert(paths.end(), found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
}

std::vector<std::string> folders_below(const std::string& folder) {
  std::vector<std::string> folders;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder.empty() ? "." : folder, options, error), end;
       !error && at != end; at.increment(error)) {
    if (at->path().filename().string()[0] == '.') at.disable_recursion_pending();
    else if (at->is_directory(error))
      folders.push_back(folder.empty() ? at->path().lexically_relative(".").string()
                                       : at->path().string());
  }
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
