// SPDX-License-Identifier: MIT
#include "system/own_program.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "system/spawning.h"

namespace attache {

namespace fs = std::filesystem;

std::string own_program(const std::string& name) {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& place : {fs::path(name), fs::path("../libexec/attache") / name})
    if (!error && fs::exists(folder / place, error))
      return (folder / place).lexically_normal().string();
  return {};
}

int start_own_program(const std::string& program, int socket, pid_t& pid) {
  Spawning spawning;
  posix_spawn_file_actions_adddup2(spawning.files(), socket, STDIN_FILENO);
  posix_spawn_file_actions_addopen(spawning.files(), STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(spawning.files(), STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = fs::path(program).filename().string();
  char* arguments[] = {name.data(), nullptr};
  return posix_spawn(&pid, program.c_str(), spawning.files(), spawning.attributes(), arguments,
                     environ);
}

}  // namespace attache
