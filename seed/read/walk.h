// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace attache {

/// One document that a walk came upon.
struct WalkItem {
  std::string path;  ///< as the user would name it; `archive.zip!inner/path.txt` inside an archive
  std::uint64_t bytes = 0;  ///< its size, or 0 where that is not known beforehand (pipes)
  bool in_archive = false;  ///< the bytes are held in memory already, until load() hands them over
  /// Hands over the bytes, once, on any thread. Throws ReadError.
  std::function<std::string()> load;
};

/// Where a walk puts what it finds. Both are called on the walking thread, in the walk's order.
struct WalkSink {
  /// Returns false to stop the walk. May block, and the walk (and an archive's reader) waits.
  std::function<bool(WalkItem)> item;
  /// A path that can't be read, and why: `reason` stands alone, without the path.
  std::function<void(const std::string& path, const std::string& reason)> failed;
};

struct WalkOptions {
  std::uint64_t max_bytes = 64ull << 20;  ///< of one document; larger ones fail
  std::uint64_t max_ratio = 200;          ///< of unpacked to packed bytes, for entries above 1 MB
  std::uint64_t max_entries = 1'000'000;  ///< of one archive
  /// By the clock, for the reader of an archive and each of its entries; nothing and 0 as of
  /// Waiting.
  std::optional<double> seconds = std::nullopt;
  /// Asked of what is met in a folder, an archive or by a pattern, by its path: whether to leave it
  /// out. What is named is not asked for.
  std::function<bool(const std::string& path)> leave_out = nullptr;
  /// While input is waited for; once it says true the walk ends.
  std::function<bool()> give_up = nullptr;
  /// Told of each file and folder in a folder whose name begins with a full stop; they are passed
  /// by.
  std::function<void(const std::string& path)> hidden = nullptr;
};

/// Visits the documents of files, folders (recursively), globs, archives (by content) and "-", in a
/// stable order: paths as given, what lies in a folder by name, archives in their own order. In
/// folders, hidden files are left out and a folder that several links lead to is visited once.
/// A compressed file inside one is the document inside; archives inside archives are not opened.
/// Errors go to the sink, and the walk goes on. Returns false where the sink or `give_up` stopped
/// it.
bool walk(const std::vector<std::string>& paths, const WalkOptions& options, const WalkSink& sink);

}  // namespace attache
