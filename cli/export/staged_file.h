// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cli/export/output_folder.h"
#include "cli/output/sink.h"

namespace attache {

/// A file that is written under a name of its own in its folder and renamed once it is whole.
/// What is not put in place is removed.
class StagedFile {
 public:
  /// `name` is the name that it gets in the end, with no folder in it. The folder must outlive it.
  /// Throws OutputError where the folder can't be written.
  StagedFile(const OutputFolder& folder, std::string name);
  StagedFile(StagedFile&&) noexcept;
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile();

  const std::string& name() const { return name_; }
  Sink& sink();
  /// Hands everything to the disk. Throws OutputError.
  void finish();
  /// Bytes of the finished file, and their SHA-256 in lower-case hexadecimal.
  std::uint64_t size() const;
  std::string sha256() const;
  /// Gives the finished file its name; over a file of that name only where `replace` says so.
  /// Throws OutputError.
  void put_in_place(bool replace);

 private:
  struct Open;
  const OutputFolder& folder_;
  std::string name_;
  std::unique_ptr<Open> open_;
};

}  // namespace attache
