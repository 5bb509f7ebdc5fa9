// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace attache {

/// The command line asks for something that can't be done. Maps to exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Results can't be written (a full disk, a closed pipe). Maps to exit code 1, or to a quiet 0 for
/// a closed pipe.
class OutputError : public std::runtime_error {
 public:
  /// `code` is the errno of the failed write; 0 where the system gave none.
  OutputError(const std::string& message, int code) : std::runtime_error(message), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

/// The user pressed Ctrl-C and the command stopped at a clean point. Maps to exit code 130.
class Interrupted : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace attache
