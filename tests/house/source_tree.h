// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// The project's own files, for the tests that read the tree itself.
namespace house {

struct SourceFile {
  std::string path;  ///< from the project's root, with '/'
  std::string bytes;
};

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Folders that no commit holds: version control, and whatever CMake built into.
inline bool is_foreign(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  return name == "build" || (name.size() > 1 && name[0] == '.' && name != ".ci") ||
         std::filesystem::exists(folder / "CMakeCache.txt");
}

/// All files of the project, sorted by path.
inline std::vector<SourceFile> source_files() {
  namespace fs = std::filesystem;
  const fs::path root = ATTACHE_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (auto entry = fs::recursive_directory_iterator(root);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && is_foreign(entry->path())) entry.disable_recursion_pending();
    if (!entry->is_regular_file()) continue;
    files.push_back(
        {entry->path().lexically_relative(root).generic_string(), read_bytes(entry->path())});
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

inline bool has_ending(const std::string& path, const std::string& ending) {
  return path.size() >= ending.size() &&
         path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
}

inline bool is_cpp(const std::string& path) {
  return has_ending(path, ".h") || has_ending(path, ".cpp");
}

inline std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    lines.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace house
