// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace attache {

/// What a folder holds under a name, a link not followed.
enum class Entry { none, file, other };

/// A folder that files are written to. It is opened once and then known by its descriptor: whatever
/// is renamed or linked meanwhile, nothing is written elsewhere. A link to a folder is followed
/// that one time, since the user named it.
class OutputFolder {
 public:
  /// Opens the folder and makes it, and those above it, where they are missing.
  /// Throws OutputError.
  explicit OutputFolder(std::filesystem::path path);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  int descriptor() const { return descriptor_; }
  /// The folder's path and the name, for messages.
  std::string shown(const std::string& name) const { return (path_ / name).string(); }
  /// Files and links to files or to anything else are Entry::file: renaming replaces the link
  /// itself. Throws OutputError.
  Entry entry(const std::string& name) const;
  /// Removes drafts of runs that were killed. A draft that another run is still writing is locked
  /// and stays, and so does whatever is not our own.
  void remove_stale_drafts() const;
  /// Has the system write the names to the disk. Throws OutputError.
  void sync() const;

 private:
  std::filesystem::path path_;
  int descriptor_;
};

}  // namespace attache
