// SPDX-License-Identifier: MIT
#include "cli/output/sink.h"

#include <cerrno>
#include <cstring>

#include "cli/error.h"

namespace attache {

void Sink::flush() {
  if (text_.empty()) return;
  errno = 0;
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  out_.flush();
  const int code = errno;
  text_.clear();
  if (out_) return;
  const std::string reason = code != 0 ? std::strerror(code) : "the stream refused it";
  throw OutputError("the results can't be written: " + reason, file_ && code == EPIPE ? EIO : code);
}

}  // namespace attache
