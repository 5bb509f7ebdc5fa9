// SPDX-License-Identifier: MIT
#include "seed/frames/frames.h"

#include "seed/frames/frames_reader.h"
#include "seed/lexicon/data_files.h"
#include "seed/lexicon/user_text.h"

namespace attache {

Frames load_frames(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay,
                   Lexicon& lexicon) {
  Frames frames;
  DataDigest digest;
  const auto take = [&](std::string_view bytes, const std::string& name) {
    digest.add(bytes);
    read_frames(bytes, name, lexicon, frames);
  };
  for (const auto& file : built_in) take(file.bytes, std::string(file.name));
  std::error_code error;
  const auto folder = overlay / "frames";
  if (!overlay.empty() && std::filesystem::is_directory(folder, error)) {
    for (const auto& [path, bytes] : data_files(folder, ".toml")) {
      check_text(bytes, path.string());
      take(bytes, path.string());
    }
  }
  frames.version = digest.hex();
  return frames;
}

}  // namespace attache
