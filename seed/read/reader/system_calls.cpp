// SPDX-License-Identifier: MIT
#include "seed/read/reader/system_calls.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <vector>

namespace attache::reader {
namespace {

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, Release>;

scmp_arg_cmp equals(unsigned argument, scmp_datum_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}
/// None of these bits is set.
scmp_arg_cmp without(unsigned argument, scmp_datum_t bits) {
  return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}
scmp_arg_cmp with(unsigned argument, scmp_datum_t bits) {
  return {argument, SCMP_CMP_MASKED_EQ, bits, bits};
}

/// A call that can't be allowed (this architecture has no such) stays refused.
void allow(const Filter& filter, int call, const std::vector<scmp_arg_cmp>& conditions = {}) {
  seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call,
                         static_cast<unsigned>(conditions.size()), conditions.data());
}

/// What acts on this process alone or on descriptors it already has.
void allow_harmless(const Filter& filter) {
  for (const int call : {SCMP_SYS(read),          SCMP_SYS(write),
                         SCMP_SYS(lseek),         SCMP_SYS(fstat),
                         SCMP_SYS(munmap),        SCMP_SYS(mremap),
                         SCMP_SYS(brk),           SCMP_SYS(madvise),
                         SCMP_SYS(futex),         SCMP_SYS(getrandom),
                         SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
                         SCMP_SYS(time),          SCMP_SYS(getrusage),
                         SCMP_SYS(sysinfo),       SCMP_SYS(getpid),
                         SCMP_SYS(gettid),        SCMP_SYS(getppid),
                         SCMP_SYS(sched_yield),   SCMP_SYS(rt_sigprocmask),
                         SCMP_SYS(rt_sigreturn),  SCMP_SYS(restart_syscall),
                         SCMP_SYS(exit),          SCMP_SYS(exit_group)})
    allow(filter, call);
}

void allow_bounded(const Filter& filter) {
  // Memory for data, never for code.
  allow(filter, SCMP_SYS(mmap), {without(2, PROT_EXEC)});
  allow(filter, SCMP_SYS(mprotect), {without(2, PROT_EXEC)});
  // Answers go to standard output, never to an address.
  allow(filter, SCMP_SYS(sendto), {equals(0, STDOUT_FILENO), equals(4, 0)});
  // What was opened here: 4 to 15. Never life_descriptor, by which the end of attache is seen; the
  // kernel reads the lower half of the number only, so that "not 3" would let 2^32 + 3 pass.
  for (const scmp_datum_t four : {4u, 8u, 12u})
    allow(filter, SCMP_SYS(close), {{0, SCMP_CMP_MASKED_EQ, 0xFFFFFFFC, four}});
  // allow_time(), below the hard limit.
  allow(filter, SCMP_SYS(prlimit64), {equals(0, 0), equals(1, RLIMIT_CPU)});
  // abort(), on itself.
  allow(filter, SCMP_SYS(tgkill), {equals(0, static_cast<scmp_datum_t>(getpid()))});
  // How the C library asks for a descriptor's status.
  allow(filter, SCMP_SYS(newfstatat), {with(3, AT_EMPTY_PATH)});
}

/// O_PATH is left out because Landlock does not look at it.
void allow_reading_files(const Filter& filter) {
  constexpr scmp_datum_t refused =
      O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_PATH | (O_TMPFILE & ~O_DIRECTORY);
  allow(filter, SCMP_SYS(openat), {without(2, refused)});
  allow(filter, SCMP_SYS(getdents64));
  allow(filter, SCMP_SYS(pread64));
}

}  // namespace

bool refuse_system_calls(Task task, bool files_restricted) {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return false;
  seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  allow_harmless(filter);
  allow_bounded(filter);
  if (task == Task::documents && files_restricted) allow_reading_files(filter);
  return seccomp_load(filter.get()) == 0;
}

}  // namespace attache::reader
