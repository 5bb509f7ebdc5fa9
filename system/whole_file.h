// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <string>

#include "system/retried.h"

namespace attache {

/// The bytes of a plain file, or of what a link leads to, up to `most`. Gives 0, or the system's
/// number for why not: EISDIR for a folder, EINVAL for what is no file (it is not waited for),
/// EFBIG for more. What could not be read is never taken for the end.
inline int whole_file(const std::string& path, std::uint64_t most, std::string& bytes) {
  const int file =
      retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); });
  if (file < 0) return errno;
  struct stat status {};
  int failed = ::fstat(file, &status) != 0 ? errno : 0;
  if (failed == 0 && !S_ISREG(status.st_mode)) failed = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
  std::string piece(65536, '\0');
  bytes.clear();
  while (failed == 0) {
    const ssize_t got = retried([&] { return ::read(file, piece.data(), piece.size()); });
    if (got == 0) break;
    if (got < 0) failed = errno;
    else bytes.append(piece, 0, static_cast<std::size_t>(got));
    if (bytes.size() > most) failed = EFBIG;
  }
  ::close(file);
  return failed;
}

}  // namespace attache
