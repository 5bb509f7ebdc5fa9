// SPDX-License-Identifier: MIT
#include "tests/fault/state.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace fault {
namespace {

/// System calls of its own, so that reading the plan is not itself counted.
struct Plan {
  char under[PATH_MAX] = "";
  std::size_t under_size = 0;
  Counters* counters = nullptr;
  unsigned kind = kind_count;
  unsigned how = how_names.size();
  std::uint64_t at = 0;

  Plan();
};

template <typename Names>
unsigned index_in(const Names& names, const char* name) {
  unsigned i = 0;
  while (i < names.size() && (name == nullptr || names[i] != name)) ++i;
  return i;
}

Plan::Plan() {
  const char* folder = ::getenv("FAULT_UNDER");
  const char* file = ::getenv("FAULT_COUNT");
  if (folder == nullptr || file == nullptr || std::strlen(folder) >= sizeof under) return;
  const long descriptor = ::syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return;
  const long memory = ::syscall(SYS_mmap, nullptr, sizeof(Counters), PROT_READ | PROT_WRITE,
                                MAP_SHARED, descriptor, 0);
  ::syscall(SYS_close, descriptor);
  if (memory == -1) return;
  counters = reinterpret_cast<Counters*>(memory);
  std::strcpy(under, folder);
  under_size = std::strlen(under);
  const char* number = ::getenv("FAULT_AT");
  at = number != nullptr ? std::strtoull(number, nullptr, 10) : 0;
  kind = index_in(kind_names, ::getenv("FAULT_KIND"));
  how = index_in(how_names, ::getenv("FAULT_HOW"));
}

const Plan& plan() {
  static const Plan read;
  return read;
}

bool starts_beneath(const char* path) {
  const Plan& p = plan();
  return std::strncmp(path, p.under, p.under_size) == 0 &&
         (path[p.under_size] == '/' || path[p.under_size] == '\0');
}

bool link_is_beneath(const char* link) {
  char target[PATH_MAX];
  const long size = ::syscall(SYS_readlinkat, AT_FDCWD, link, target, sizeof target - 1);
  if (size < 0) return false;
  target[size] = '\0';
  return starts_beneath(target);
}

int error_of(How how) {
  switch (how) {
    case How::ENOSPC_:
    case How::full: return ENOSPC;
    case How::EINTR_: return EINTR;
    case How::EMFILE_: return EMFILE;
    case How::ENOMEM_: return ENOMEM;
    default: return EIO;
  }
}

Fate fail_with(How how) {
  errno = error_of(how);
  return Fate::fail;
}

}  // namespace

bool beneath(int descriptor) {
  if (plan().counters == nullptr || descriptor < 0) return false;
  char link[40];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  return link_is_beneath(link);
}

bool beneath(int directory, const char* path) {
  if (plan().counters == nullptr || path == nullptr || *path == '\0') return false;
  if (*path == '/') return starts_beneath(path);
  return directory == AT_FDCWD ? link_is_beneath("/proc/self/cwd") : beneath(directory);
}

Fate step(Kind kind) {
  const Plan& p = plan();
  const auto index = static_cast<unsigned>(kind);
  const std::uint64_t number = ++p.counters->calls[index];
  if (p.at == 0 || p.how >= how_names.size()) return Fate::go_on;
  const How how = static_cast<How>(p.how);
  if (how == How::full) {
    // Whatever takes room fails, once the chosen kind has come to its number.
    const bool takes_room = kind == Kind::write || kind == Kind::allocate || kind == Kind::mkdir;
    const bool reached = p.kind < kind_count && p.counters->calls[p.kind] >= p.at;
    if (!takes_room || !reached) return Fate::go_on;
  } else if (index != p.kind || number != p.at) {
    return Fate::go_on;
  }
  ++p.counters->fired;
  switch (how) {
    case How::kill: die();
    case How::half: return Fate::half;
    case How::torn: return Fate::half_then_die;
    default: return fail_with(how);
  }
}

void die() {
  ::kill(::getpid(), SIGKILL);
  for (;;) ::pause();
}

void* next(const char* name) { return ::dlsym(RTLD_NEXT, name); }

}  // namespace fault
