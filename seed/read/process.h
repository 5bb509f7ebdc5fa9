// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace attache {

/// Where attache-reader is: what ATTACHE_READER names, else beside the running program (build
/// tree), else in
/// ../libexec/attache from there (installed). Empty where it is in none of them.
std::string reader_path();

/// A running attache-reader. Killed and waited for when the value ends before wait() was called.
class ReaderProcess {
 public:
  /// Starts it with these arguments and these descriptors as standard input and output; its
  /// standard error is silent, so that nothing of a document reaches the terminal past us. Throws
  /// ReadError where it can't be started.
  ReaderProcess(const std::vector<std::string>& arguments, int standard_input, int standard_output);
  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&&) = delete;
  ~ReaderProcess();

  /// Waits for its end and says what became of it, as the end of a sentence: "crashed (segmentation
  /// fault)".
  std::string wait();

 private:
  pid_t pid_ = -1;
};

}  // namespace attache
