// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "cli/output/sink.h"
#include "seed/read/descriptor.h"

namespace attache {

/// A program of ours that makes one thing of what it is sent: it reads until the end and then gives
/// the whole.
class HelperStream {
 public:
  /// Starts the program of that name. `failed` begins what is told where it fails: "the archive
  /// can't be made". Throws OutputError where the program is missing or can't be started.
  HelperStream(std::string name, std::string failed);
  /// One that is given up is ended: it would wait for the rest.
  ~HelperStream();
  HelperStream(const HelperStream&) = delete;
  HelperStream& operator=(const HelperStream&) = delete;

  /// Throws OutputError.
  void send(std::string_view bytes) const;
  /// What the program made; nothing can be sent behind it. Throws OutputError.
  void write(Sink& sink);

 private:
  [[noreturn]] void fail(const std::string& words, int code) const;

  std::string name_, failed_;
  Descriptor to_;    ///< a socket, not a pipe: a process that has ended is an error, not a signal
  Descriptor made_;  ///< in memory
  pid_t pid_ = -1;
};

}  // namespace attache
