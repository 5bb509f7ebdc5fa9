// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "cli/output/sink.h"

namespace attache {

/// A file that is written under a temporary name in its folder and renamed once it is whole.
/// What is not put in place is removed.
class StagedFile {
 public:
  /// Throws OutputError where the folder can't be written.
  explicit StagedFile(std::filesystem::path target);
  StagedFile(StagedFile&&) noexcept;
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile();

  Sink& sink();
  /// Hands everything to the system and closes the file. Throws OutputError.
  void finish();
  /// Gives the finished file its name, over one that may be there. Throws OutputError.
  void put_in_place();

 private:
  struct Open;
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  std::unique_ptr<Open> open_;
};

}  // namespace attache
