// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "seed/read/descriptor.h"
#include "seed/read/process.h"
#include "seed/read/protocol.h"
#include "seed/read/waiting.h"
#include "seed/read/walk.h"

namespace attache {

/// One entry of an archive: its bytes, or why they are not there.
struct ArchiveEntry {
  std::string path;  ///< valid UTF-8
  std::string bytes;
  std::string reason;  ///< why the entry is left out; empty where it was read
};

/// An archive that a process of its own unpacks as it is read here: no more than one entry is in
/// memory.
class Archive {
 public:
  /// Takes a descriptor at the beginning of the archive. Throws ReadError where the reader can't be
  /// started.
  Archive(Descriptor file, const WalkOptions& options);

  /// The next entry; false at the end. Throws ReadError, without a path, where the archive can't be
  /// read on or takes too long, ReadStopped where the options' `give_up` says so.
  bool next(ArchiveEntry& entry);

 private:
  struct Started;
  Archive(Started started, const WalkOptions& options);
  static Started start(const Descriptor& file, const WalkOptions& options);
  void receive(Waiting& waiting);

  std::uint64_t max_bytes_;
  std::uint64_t max_entries_;
  std::uint64_t entries_ = 0;
  std::optional<double> seconds_;
  GiveUp give_up_;
  Descriptor answers_;
  ReaderProcess process_;
  ReaderFrame frame_;
};

}  // namespace attache
