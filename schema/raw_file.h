// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "schema/knowledge_base.h"

namespace attache {

/// A regular file that is read without SQLite: what must be known of a file before SQLite may touch
/// it. Not for a file that this process has open in SQLite: closing it would give up SQLite's
/// locks.
class RawFile {
 public:
  /// Nothing where there is no such file. Throws KnowledgeBaseError (unreadable, foreign) where it
  /// is there but can't be opened, or is no regular file. Never blocks; follows no symbolic link.
  static std::optional<RawFile> open(const std::filesystem::path& file);

  RawFile(RawFile&& other) noexcept;
  RawFile& operator=(RawFile&& other) noexcept;
  ~RawFile();

  /// Bytes of the file now. Throws KnowledgeBaseError.
  std::uint64_t size() const;
  /// `count` bytes from byte `offset`; fewer only where the file ends. Throws KnowledgeBaseError
  /// where they can't be read: what could not be read is never taken for absent.
  std::string read(std::uint64_t offset, std::size_t count) const;

 private:
  RawFile(std::filesystem::path file, int descriptor)
      : file_(std::move(file)), descriptor_(descriptor) {}

  std::filesystem::path file_;
  int descriptor_;
};

/// The error of a file that is there and can't be read; `code` is an errno.
KnowledgeBaseError unreadable(const std::filesystem::path& file, int code);

/// Four bytes of `bytes` from `at` as SQLite stores a number: the high byte first.
std::uint32_t big_endian(const std::string& bytes, std::size_t at);

}  // namespace attache
