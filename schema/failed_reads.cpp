// SPDX-License-Identifier: MIT
// The system calls of SQLite's can be exchanged: https://www.sqlite.org/c3ref/vfs.html
#include "schema/failed_reads.h"

#include <sqlite3.h>
#include <sys/types.h>

#include <cerrno>

namespace attache {
namespace {

using Read = ssize_t (*)(int, void*, size_t);
using ReadAt = ssize_t (*)(int, void*, size_t, off_t);

/// What SQLite reads with, depending on how it was built.
struct Reads {
  Read read = nullptr;
  ReadAt pread = nullptr, pread64 = nullptr;
};

// SQLite hands nothing over that could lead to the connection: only variables of static storage can
// be reached. A connection is used by one thread at a time.
thread_local int reason = 0;

template <typename Call>
Call present(sqlite3_vfs* system, const char* name) {
  return reinterpret_cast<Call>(system->xGetSystemCall(system, name));
}

bool can_be_exchanged(const sqlite3_vfs* system) {
  return system != nullptr && system->iVersion >= 3 && system->xGetSystemCall != nullptr &&
         system->xSetSystemCall != nullptr;
}

/// Those of the system, or of a test that exchanged them before.
const Reads& passed_on() {
  static const Reads reads = [] {
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    return Reads{present<Read>(system, "read"), present<ReadAt>(system, "pread"),
                 present<ReadAt>(system, "pread64")};
  }();
  return reads;
}

ssize_t noted(ssize_t result) {
  if (result < 0 && errno != EINTR) reason = errno;
  return result;
}

ssize_t watched_read(int file, void* to, size_t size) {
  return noted(passed_on().read(file, to, size));
}
ssize_t watched_pread(int file, void* to, size_t size, off_t offset) {
  return noted(passed_on().pread(file, to, size, offset));
}
ssize_t watched_pread64(int file, void* to, size_t size, off_t offset) {
  return noted(passed_on().pread64(file, to, size, offset));
}

template <typename Call>
void exchange(sqlite3_vfs* system, const char* name, Call before, Call after) {
  if (before != nullptr)
    system->xSetSystemCall(system, name, reinterpret_cast<sqlite3_syscall_ptr>(after));
}

bool exchange_all() {
  sqlite3_initialize();
  sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
  if (!can_be_exchanged(system)) return false;
  const Reads& before = passed_on();
  exchange(system, "read", before.read, &watched_read);
  exchange(system, "pread", before.pread, &watched_pread);
  exchange(system, "pread64", before.pread64, &watched_pread64);
  return true;
}

}  // namespace

void watch_reads() {
  [[maybe_unused]] static const bool watched = exchange_all();
  reason = 0;
}

int failed_read() { return reason; }

}  // namespace attache
