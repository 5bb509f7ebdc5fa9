// SPDX-License-Identifier: MIT
#include "cli/helper_program.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "system/own_program.h"
#include "system/retried.h"
#include "system/spawning.h"

namespace attache {

namespace fs = std::filesystem;

std::string helper_program(const std::string& name) { return own_program(name); }

int start_helper(const std::string& program, const Descriptor& input, const Descriptor& output,
                 pid_t& pid) {
  Spawning spawning;
  posix_spawn_file_actions_adddup2(spawning.files(), input.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(spawning.files(), output.get(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(spawning.files(), STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = fs::path(program).filename().string();
  char* arguments[] = {name.data(), nullptr};
  char* no_environment[] = {nullptr};
  return posix_spawn(&pid, program.c_str(), spawning.files(), spawning.attributes(), arguments,
                     no_environment);
}

bool ended_well(pid_t pid) {
  int status = 0;
  retried([&] { return ::waitpid(pid, &status, 0); });
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Descriptor file_in_memory(const char* name) {
  return Descriptor(::memfd_create(name, MFD_CLOEXEC));
}

int read_made(const Descriptor& made, const std::function<void(std::string_view)>& sink) {
  char piece[65536];
  for (off_t at = 0;;) {
    const auto got = retried([&] { return ::pread(made.get(), piece, sizeof piece, at); });
    if (got < 0) return errno;
    if (got == 0) return at == 0 ? ENODATA : 0;
    sink({piece, static_cast<std::size_t>(got)});
    at += got;
  }
}

}  // namespace attache
