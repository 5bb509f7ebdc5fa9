// SPDX-License-Identifier: MIT
// Starts ATTACHE_PROGRAM, with the arguments it gets, as if on a kernel without Landlock.
#include <seccomp.h>
#include <unistd.h>

#include <cerrno>

int main(int, char** argv) {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return 70;
  seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0);
  if (seccomp_load(filter) != 0) return 70;
  execv(ATTACHE_PROGRAM, argv);
  return 70;
}
