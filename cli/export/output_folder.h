// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/export/kept_files.h"

namespace attache {

/// What a folder holds under a name, a link not followed.
enum class Entry { none, file, other };

/// What becomes of a folder that is missing: one that was named as a folder to write to is made,
/// with those above it. Where a file was named, a folder that is not there is a slip.
enum class Missing { made, refused };

/// A folder that files are written to. It is opened once and then known by its descriptor: whatever
/// is renamed or linked meanwhile, nothing is written elsewhere. A link to a folder is followed
/// that one time, since the user named it. One that is made here and holds nothing in the end is
/// taken away again.
class OutputFolder {
 public:
  /// Opens the folder. In `kept` nothing is replaced. Throws OutputError, and UsageError where it
  /// is missing and not made, or would lie in a file of `kept`.
  OutputFolder(std::filesystem::path path, KeptFiles kept, Missing missing);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  int descriptor() const { return descriptor_; }
  /// The folder's path and the name, for messages.
  std::string shown(const std::string& name) const {
    return (path_ / name).lexically_normal().string();
  }
  /// Files and links to files or to anything else are Entry::file: renaming replaces the link
  /// itself. Throws OutputError, and UsageError where it is a kept file.
  Entry entry(const std::string& name) const;
  /// Throws UsageError where it is a kept file.
  void refuse_kept(const std::string& name) const;
  /// Takes a file away that is there, on the disk, too. Throws OutputError, and UsageError as
  /// entry() does.
  void remove(const std::string& name) const;
  /// Removes drafts of runs that were killed. A draft that another run is still writing is locked
  /// and stays, and so does whatever is not our own.
  void remove_stale_drafts() const;
  /// Has the system write the names to the disk. Throws OutputError.
  void sync() const;

 private:
  std::filesystem::path path_;
  KeptFiles kept_;
  std::vector<std::filesystem::path> made_;  ///< the folders that were missing, the deepest first
  int descriptor_;
};

}  // namespace attache
