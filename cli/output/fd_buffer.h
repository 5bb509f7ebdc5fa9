// SPDX-License-Identifier: MIT
#pragma once

#include <streambuf>

namespace attache {

/// A stream buffer without a buffer: each write goes to the file descriptor at once and errno tells
/// why one failed. The Sink in front of it collects the bytes.
class FdBuffer : public std::streambuf {
 public:
  explicit FdBuffer(int descriptor) : descriptor_(descriptor) {}

 protected:
  int_type overflow(int_type character) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;

 private:
  int descriptor_;
};

}  // namespace attache
