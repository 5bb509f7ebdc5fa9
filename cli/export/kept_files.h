// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace attache {

/// The knowledge base in use and what SQLite keeps beside it (-wal, -shm, -journal): no output may
/// take their place, whatever name or link leads there, and whether they are there yet or not.
class KeptFiles {
 public:
  /// Of the knowledge base that `base` leads to, which need not be there; of no path, and of what
  /// is no plain file, there are none.
  explicit KeptFiles(const std::filesystem::path& base);

  /// What `name` in the open folder (or AT_FDCWD, and then a path) is ("is the knowledge base
  /// itself"), where it is one of them or a link to one: by device and inode, and by name where
  /// nothing is there yet. Else empty.
  std::string what_is(int folder, const std::string& name) const;
  /// Throws UsageError where what_is() says something; `shown` is the path in the message.
  void refuse(int folder, const std::string& name, const std::string& shown) const;
  /// The same for a folder that is to be made, and for those above it.
  void refuse_folder(const std::filesystem::path& path) const;

 private:
  using Identity = std::pair<dev_t, ino_t>;
  std::string words_for(bool itself) const;

  std::vector<std::filesystem::path> paths_;  ///< the knowledge base first
  std::vector<Identity> there_;               ///< of those that are there
  std::vector<Identity> folder_;              ///< where they lie; none where it is not there
};

}  // namespace attache
