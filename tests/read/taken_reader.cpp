// SPDX-License-Identifier: MIT
// Stands for attache-reader after a file has taken it over: confined as that is, it tries what it
// must not be able to do. A line for each act on standard output: "refused NAME", "DONE NAME", or,
// where the kernel got as far as to find another fault with it, "TRIED NAME: the fault".
#include <fcntl.h>
#include <linux/memfd.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "seed/read/reader/confinement.h"

namespace {

using attache::reader::Task;

void tell(const std::string& words) {
  const std::string line = words + "\n";
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(1);
}

/// Takes what a system call returned, and its errno.
template <class Result>
void act(const std::string& name, Result result) {
  const int error = errno;
  if (result != static_cast<Result>(-1)) tell("DONE " + name);
  else if (error == EPERM || error == EACCES) tell("refused " + name);
  else tell("TRIED " + name + ": " + std::strerror(error));
}

template <class... Words>
long call(long number, Words... words) {
  return syscall(number, words...);
}

/// The files are the test's own: `folder`/victim may be written by any user, and by root all.
void act_on_files(const std::string& folder, const std::string& parent) {
  const std::string victim = folder + "/victim", other = folder + "/other";
  act("open a file to read", open("/etc/passwd", O_RDONLY));
  act("open the victim to read", open(victim.c_str(), O_RDONLY));
  act("open the victim by its path alone", open(victim.c_str(), O_PATH));
  act("open a folder", open(folder.c_str(), O_RDONLY | O_DIRECTORY));
  act("open by openat2",
      call(SYS_openat2, AT_FDCWD, victim.c_str(), std::array<long, 3>{}.data(), 3 * sizeof(long)));
  act("open the victim to write", open(victim.c_str(), O_WRONLY));
  act("append to the victim", open(victim.c_str(), O_WRONLY | O_APPEND));
  act("open the victim to read and truncate", open(victim.c_str(), O_RDONLY | O_TRUNC));
  act("make a file", open(other.c_str(), O_WRONLY | O_CREAT, 0600));
  act("make a file by creat", creat(other.c_str(), 0600));
  act("make a nameless file", open(folder.c_str(), O_TMPFILE | O_RDWR, 0600));
  act("unlink", unlink(victim.c_str()));
  act("rename", rename(victim.c_str(), other.c_str()));
  act("truncate", truncate(victim.c_str(), 0));
  act("link", link(victim.c_str(), other.c_str()));
  act("symlink", symlink(victim.c_str(), other.c_str()));
  act("mkdir", mkdir(other.c_str(), 0700));
  act("rmdir", rmdir((folder + "/empty").c_str()));
  act("chmod", chmod(victim.c_str(), 0777));
  act("chown", chown(victim.c_str(), getuid(), getgid()));
  act("make a FIFO", mkfifo(other.c_str(), 0600));
  act("change times", utimensat(AT_FDCWD, victim.c_str(), nullptr, 0));
  act("set an attribute", call(SYS_setxattr, victim.c_str(), "user.a", "b", 1, 0));
  act("ask whether a file is there", access("/etc/passwd", F_OK));
  act("read a link", readlink("/proc/self/exe", std::array<char, 64>{}.data(), 64));
  act("watch a folder", call(SYS_inotify_init1, 0));
  act("open /proc/PPID/mem", open((parent + "/mem").c_str(), O_RDWR));
  act("open /proc/PPID/fd", open((parent + "/fd").c_str(), O_RDONLY | O_DIRECTORY));
  act("open /proc/self/mem", open("/proc/self/mem", O_RDWR));
  act("open /dev/tty", open("/dev/tty", O_RDWR));
  if (struct stat tables{}; stat("/usr/share/poppler", &tables) == 0)  // else there is no way out
    act("open below poppler's tables and out again", open("/usr/share/poppler/../doc", O_RDONLY));
  act("chdir", chdir("/tmp"));
  act("chroot", chroot("/tmp"));
  act("mount", mount("none", "/tmp", "tmpfs", 0, nullptr));
}

void act_on_processes(pid_t parent) {
  char* const words[] = {nullptr};
  std::uint64_t word = 0;
  iovec here{&word, sizeof word}, there{&word, sizeof word};
  act("ptrace the parent (attach)", ptrace(PTRACE_ATTACH, parent, 0, 0));
  act("ptrace the parent (seize)", ptrace(PTRACE_SEIZE, parent, 0, 0));
  act("be traced", ptrace(PTRACE_TRACEME, 0, 0, 0));
  act("read the parent's memory", process_vm_readv(parent, &here, 1, &there, 1, 0));
  act("write the parent's memory", process_vm_writev(parent, &here, 1, &there, 1, 0));
  act("signal the parent", kill(parent, SIGCONT));
  act("ask for the parent by a signal", kill(parent, 0));
  act("signal all", kill(-1, 0));
  act("signal the parent's thread", call(SYS_tgkill, parent, parent, SIGCONT));
  act("queue a signal", call(SYS_rt_sigqueueinfo, parent, SIGCONT, nullptr));
  act("pidfd_open the parent", call(SYS_pidfd_open, parent, 0));
  act("limit the parent", prlimit(parent, RLIMIT_CPU, nullptr, nullptr));
#if defined(SYS_fork)
  act("fork", call(SYS_fork));
#endif
  act("clone", call(SYS_clone, SIGCHLD, 0, 0, 0, 0));
  act("clone3", call(SYS_clone3, std::array<std::uint64_t, 11>{}.data(), 88));
  act("unshare", unshare(CLONE_NEWUSER));
  act("execve", execve("/bin/true", words, words));
  act("execveat", call(SYS_execveat, STDIN_FILENO, "", words, words, AT_EMPTY_PATH));
}

void act_on_network(const std::string& folder) {
  sockaddr_un path{AF_UNIX, {}};
  folder.copy(path.sun_path, sizeof path.sun_path - 1);
  act("socket (TCP)", socket(AF_INET, SOCK_STREAM, 0));
  act("socket (UDP)", socket(AF_INET, SOCK_DGRAM, 0));
  act("socket (Unix)", socket(AF_UNIX, SOCK_STREAM, 0));
  act("socket (netlink)", socket(AF_NETLINK, SOCK_RAW, 0));
  act("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, std::array<int, 2>{}.data()));
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO}) {
    const auto* address = reinterpret_cast<const sockaddr*>(&path);
    act("bind", bind(descriptor, address, sizeof path));
    act("listen", listen(descriptor, 1));
    act("connect", connect(descriptor, address, sizeof path));
    act("sendto an address", sendto(descriptor, "x", 1, 0, address, sizeof path));
    act("send a message", sendmsg(descriptor, std::array<msghdr, 1>{}.data(), 0));
  }
}

void act_on_itself() {
  constexpr int anonymous = MAP_PRIVATE | MAP_ANONYMOUS;
  void* data = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, anonymous, -1, 0);
  act("map memory for code", reinterpret_cast<std::intptr_t>(
                                 mmap(nullptr, 4096, PROT_READ | PROT_EXEC, anonymous, -1, 0)));
  act("turn data into code", mprotect(data, 4096, PROT_READ | PROT_EXEC));
  act("pkey_mprotect", call(SYS_pkey_mprotect, data, 4096, PROT_READ | PROT_EXEC, -1));
  act("memfd_create", call(SYS_memfd_create, "m", 0));
  for (const auto resource :
       {RLIMIT_AS, RLIMIT_FSIZE, RLIMIT_NOFILE, RLIMIT_CORE, RLIMIT_NPROC, RLIMIT_CPU}) {
    const rlimit most{RLIM_INFINITY, RLIM_INFINITY};
    act("raise a limit", setrlimit(resource, &most));
  }
  act("be dumpable", prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  act("leave the parent's end unseen", fcntl(attache::reader::life_descriptor, F_SETFL, 0));
  act("close the sight of the parent", close(attache::reader::life_descriptor));
  act("close it by a long number",
      call(SYS_close, (std::uint64_t{1} << 32) + attache::reader::life_descriptor));
  act("put something in its place", dup2(STDIN_FILENO, attache::reader::life_descriptor));
  act("close all", call(SYS_close_range, 3, ~0u, 0));
  act("catch a signal", call(SYS_rt_sigaction, SIGXCPU, nullptr, nullptr, 8));
  act("set a user", setuid(0));
  act("ioctl", call(SYS_ioctl, STDIN_FILENO, 0x5412, "x"));
}

void act_on_kernel() {
  act("bpf", call(SYS_bpf, 0, nullptr, 0));
  act("userfaultfd", call(SYS_userfaultfd, 0));
  act("io_uring_setup", call(SYS_io_uring_setup, 1, std::array<char, 256>{}.data()));
  act("perf_event_open", call(SYS_perf_event_open, std::array<char, 256>{}.data(), 0, -1, -1, 0));
  act("keyctl", call(SYS_keyctl, 0, -3, 1));
  act("add_key", call(SYS_add_key, "user", "a", "b", 1, -3));
  act("seccomp", call(SYS_seccomp, 0, 0, nullptr));
  act("personality", call(SYS_personality, 0xFFFFFFFFu));
  act("setns", call(SYS_setns, 0, 0));
  act("reboot", call(SYS_reboot, 0, 0, 0, nullptr));
  act("init_module", call(SYS_init_module, nullptr, 0, ""));
  act("sethostname", sethostname("x", 1));
  act("a message queue", call(SYS_mq_open, "/m", O_CREAT | O_RDWR, 0600, nullptr));
  act("shared memory", call(SYS_shmget, 0, 4096, 01600));
  act("name_to_handle_at", call(SYS_name_to_handle_at, AT_FDCWD, "/", nullptr, nullptr, 0));
}

}  // namespace

/// `taken_reader documents|archive FOLDER`, or `hang FOLDER`, which only takes time.
int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string mode = argv[1], folder = argv[2];
  const pid_t parent = getppid();
  attache::reader::confine(mode == "archive" ? Task::archive : Task::documents);
  if (mode == "hang") {
    attache::reader::allow_time();
    tell("running");
    while (true) static_cast<void>(getppid());
  }
  act_on_files(folder, "/proc/" + std::to_string(parent));
  act_on_processes(parent);
  act_on_network(folder);
  act_on_itself();
  act_on_kernel();
  tell("the end");
  return 0;
}
