// SPDX-License-Identifier: MIT
#include "seed/read/reader/confinement.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include "seed/read/reader/landlock.h"
#include "seed/read/reader/system_calls.h"

namespace attache::reader {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

/// Processor time that one document or entry may take, in seconds.
constexpr rlim_t max_seconds = 30;
/// And a whole process; helpers.cpp asks no more documents of one than fit.
constexpr rlim_t max_seconds_altogether = 2 * 3600;

/// poppler opens three files at a time at most.
constexpr rlim_t max_descriptors = 16;  // system_calls.cpp counts on it

constexpr rlim_t memory_for(Task task) {
  return task == Task::archive ? rlim_t{1} << 30 : rlim_t{3} << 30;
}

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit bounds{most, most};
  setrlimit(resource, &bounds);
}

/// The kernel kills this process when the last writing end of the pipe is closed, which it does
/// for attache however that ends. PR_SET_PDEATHSIG would watch the thread that started us, and
/// attache's threads come and go.
void end_with_parent() {
  fcntl(life_descriptor, F_SETOWN, getpid());
  fcntl(life_descriptor, F_SETSIG, SIGKILL);
  fcntl(life_descriptor, F_SETFL, O_ASYNC);
  pollfd gone{life_descriptor, 0, 0};
  if (poll(&gone, 1, 0) == 1 && (gone.revents & POLLHUP) != 0) _exit(1);
}

/// Rights beyond an ordinary user's, where root calls.
void drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
  syscall(SYS_capset, &header, none.data());
}

void set_limits(Task task) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, max_descriptors);
  const rlimit seconds{max_seconds, max_seconds_altogether};
  setrlimit(RLIMIT_CPU, &seconds);
  if (sanitized) return;  // whose shadow memory alone is larger, and whose leak check is a process
  limit(RLIMIT_AS, memory_for(task));
  limit(RLIMIT_NPROC, 0);
}

}  // namespace

Confinement confine(Task task) {
  closefrom(life_descriptor + 1);
  if (chdir("/") != 0) _exit(1);
  setenv("TZ", "UTC0", 1);  // no library looks for the system's zone
  end_with_parent();
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_limits(task);
  if (sanitized) return {true, false, 0};
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  drop_capabilities();
  const int landlock = restrict_files(task);
  return {false, refuse_system_calls(task, landlock > 0), landlock};
}

void allow_time() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit bounds{};
  getrlimit(RLIMIT_CPU, &bounds);
  const auto seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  bounds.rlim_cur = std::min(seconds + max_seconds, bounds.rlim_max);
  setrlimit(RLIMIT_CPU, &bounds);
}

}  // namespace attache::reader
