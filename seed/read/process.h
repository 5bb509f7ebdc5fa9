// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "seed/read/descriptor.h"

namespace attache {

/// Where attache-reader is: what ATTACHE_READER names, else beside the running program (build
/// tree), else in
/// ../libexec/attache from there (installed). Empty where it is in none of them.
std::string reader_path();

/// A running attache-reader. Killed and waited for when the value ends before wait() was called.
class ReaderProcess {
 public:
  /// Starts it with these arguments and these descriptors as standard input and output; its
  /// standard error is silent, so that nothing of a document reaches the terminal past us. It has
  /// no environment and a session of its own, and is killed when this process ends, however that
  /// ends. Throws ReadError where it can't be started.
  ReaderProcess(const std::vector<std::string>& arguments, int standard_input, int standard_output);
  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&&) = delete;
  ~ReaderProcess();

  /// Waits for its end, which the end of its input brings, and says what became of it, as the end
  /// of a sentence: "crashed (segmentation fault)". One that does not end is killed after 5 s.
  std::string wait();

 private:
  pid_t pid_ = -1;
  Descriptor life_;  ///< closed by our end, which kills it
};

}  // namespace attache
