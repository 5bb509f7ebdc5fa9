// SPDX-License-Identifier: MIT
#include "cli/exchange/spool.h"

#include <cerrno>
#include <cstring>
#include <string>

#include "cli/error.h"

namespace attache {
namespace {

[[noreturn]] void fail() {
  const int code = errno;
  throw OutputError(std::string("the temporary file can't be used: ") + std::strerror(code) +
                        "; TMPDIR or /tmp needs room",
                    code);
}

}  // namespace

Spool::Spool() : file_(std::tmpfile()) {
  if (!file_) fail();
}

void Spool::append(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
  size_ += bytes.size();
}

void Spool::read(const std::function<void(std::string_view)>& sink) {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
  char piece[65536];
  for (std::uint64_t left = size_; left > 0;) {
    const std::size_t got = std::fread(piece, 1, sizeof piece, file_.get());
    if (got == 0) fail();
    sink({piece, got});
    left -= got;
  }
}

}  // namespace attache
