// SPDX-License-Identifier: MIT
#include "seed/read/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "seed/read/file.h"
#include "seed/read/format.h"
#include "seed/text/counted.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr std::size_t head_size = 512;  ///< what telling an archive takes
constexpr std::size_t chunk = 1u << 16;
constexpr const char* name = "standard input";

std::string spool_folder() {
  const char* folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

[[noreturn]] void refuse_spooling(int error) {
  throw ReadError("can't be kept in a temporary file in " + spool_folder() + " (" +
                  system_reason(error) + "): make room, or set TMPDIR to a larger folder");
}

/// Whole, although the system may write less than it is given.
void write_all(int descriptor, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = retried([&] { return write(descriptor, bytes, size); });
    if (written <= 0) refuse_spooling(written < 0 ? errno : ENOSPC);
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
}

Descriptor spooled(int descriptor, const std::string& head, std::uint64_t max_bytes,
                   const GiveUp& give_up) {
  const std::string folder = spool_folder();
  Descriptor file(
      retried([&] { return open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); }));
  if (!file) refuse_spooling(errno);
  write_all(file.get(), head.data(), head.size());
  std::string buffer(chunk, '\0');
  std::uint64_t total = head.size();
  while (const std::size_t got =
             read_some(descriptor, buffer.data(), buffer.size(), name, give_up)) {
    total += got;
    if (total / spool_documents > max_bytes)
      throw ReadError("larger than " + counted(max_bytes * spool_documents, "byte") +
                      ", which is too much for a pipe: save it as a file, or say "
                      "--max-document-size to allow more");
    write_all(file.get(), buffer.data(), got);
  }
  return file;
}

}  // namespace

TakenInput take_input(int descriptor, std::uint64_t max_bytes, const GiveUp& give_up) {
  TakenInput taken;
  std::string& head = taken.bytes;
  head.resize(head_size);
  std::size_t filled = 0;
  while (filled < head.size()) {
    const std::size_t got =
        read_some(descriptor, head.data() + filled, head.size() - filled, name, give_up);
    if (got == 0) break;
    filled += got;
  }
  head.resize(filled);
  if (begins_as_archive(head)) {
    taken.file = spooled(descriptor, head, max_bytes, give_up);
    head.clear();
  } else {
    read_on(descriptor, taken.bytes, name, max_bytes, give_up);
  }
  return taken;
}

}  // namespace attache
