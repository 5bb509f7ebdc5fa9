// SPDX-License-Identifier: MIT
#include "seed/read/compressed.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <utility>

#include "seed/read/archive.h"
#include "seed/read/descriptor.h"
#include "seed/read/file.h"
#include "seed/read/format.h"
#include "seed/read/read.h"
#include "system/retried.h"

namespace attache {
namespace {

/// The bytes in an unnamed file, as the reader of archives takes them.
Descriptor in_memory_file(const std::string& bytes) {
  Descriptor file(memfd_create("attache", MFD_CLOEXEC));
  if (!file) throw ReadError(system_reason(errno));
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t put =
        retried([&] { return write(file.get(), bytes.data() + at, bytes.size() - at); });
    if (put <= 0) throw ReadError(system_reason(put < 0 ? errno : ENOSPC));
    at += static_cast<std::size_t>(put);
  }
  if (lseek(file.get(), 0, SEEK_SET) != 0) throw ReadError(system_reason(errno));
  return file;
}

/// False for a tar archive: only what holds no names is one file.
bool unpack(std::string& bytes, const WalkOptions& options) {
  Archive archive(in_memory_file(bytes), options);
  ArchiveEntry found;
  if (!archive.next(found) || !found.path.empty()) return false;
  if (!found.reason.empty()) throw ReadError(found.reason);
  bytes = std::move(found.bytes);
  return true;
}

}  // namespace

std::string name_inside(const std::string& path) {
  const std::size_t begin = path.find_last_of("/!") + 1;
  return path + "!" + std::filesystem::path(path.substr(begin)).stem().string();
}

bool unpack_compressed(std::string& bytes, const WalkOptions& options, const std::string& name) {
  if (!is_compressed(bytes)) return false;
  try {
    return unpack(bytes, options);
  } catch (const ReadStopped&) {
    throw;
  } catch (const ReadError& error) {
    throw ReadError(name + (name.empty() ? "" : ": ") + error.what());
  }
}

}  // namespace attache
