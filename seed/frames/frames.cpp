// SPDX-License-Identifier: MIT
#include "seed/frames/frames.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>

#include "seed/frames/frames_reader.h"

namespace attache {
namespace {

using File = std::pair<std::string, std::string>;  // name and bytes

std::vector<File> overlay_files(const std::filesystem::path& overlay) {
  std::vector<File> files;
  std::error_code error;
  const auto folder = overlay / "frames";
  if (overlay.empty() || !std::filesystem::is_directory(folder, error)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    if (!in) throw DataError(entry.path().string() + ": can't be read; check its permissions");
    files.emplace_back(entry.path().string(), std::string(std::istreambuf_iterator<char>(in), {}));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Frames load_frames(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay,
                   Lexicon& lexicon) {
  Frames frames;
  std::uint64_t hash = 14695981039346656037ull;
  const auto take = [&](std::string_view bytes, const std::string& name) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    read_frames(bytes, name, lexicon, frames);
  };
  for (const auto& file : built_in) take(file.bytes, std::string(file.name));
  for (const auto& [name, bytes] : overlay_files(overlay)) take(bytes, name);
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  frames.version = hex;
  return frames;
}

}  // namespace attache
