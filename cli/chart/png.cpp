// SPDX-License-Identifier: MIT
#include "cli/chart/png.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/error.h"
#include "seed/read/descriptor.h"
#include "system/retried.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& words, int code) {
  throw OutputError("the PNG can't be made: " + words, code == EPIPE ? EIO : code);
}

/// Beside the running program (build tree), else in ../libexec/attache from there (installed).
std::string draw_path() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"attache-draw", "../libexec/attache/attache-draw"})
    if (!error && fs::exists(folder / place, error))
      return (folder / place).lexically_normal().string();
  fail(
      "attache-draw is missing: it belongs beside attache or in ../libexec/attache; an .svg needs "
      "none",
      0);
}

/// A file in memory: no pipe that could fill up on either side.
Descriptor memory() {
  Descriptor made(::memfd_create("attache-chart", MFD_CLOEXEC));
  if (!made) fail(std::strerror(errno), errno);
  return made;
}

void write_all(const Descriptor& to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = retried([&] { return ::write(to.get(), bytes.data(), bytes.size()); });
    if (written < 0) fail(std::strerror(errno), errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(to.get(), 0, SEEK_SET);
}

std::string read_all(const Descriptor& from) {
  std::string bytes;
  char piece[65536];
  ::lseek(from.get(), 0, SEEK_SET);
  while (true) {
    const auto got = retried([&] { return ::read(from.get(), piece, sizeof piece); });
    if (got < 0) fail(std::strerror(errno), errno);
    if (got == 0) return bytes;
    bytes.append(piece, static_cast<std::size_t>(got));
  }
}

/// Runs the program and gives its exit status as waitpid does. It has no environment and no voice.
int run(const std::string& program, const Descriptor& input, const Descriptor& output) {
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output.get(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = "attache-draw";
  char* arguments[] = {name.data(), nullptr};
  char* no_environment[] = {nullptr};
  pid_t pid = -1;
  const int error =
      posix_spawn(&pid, program.c_str(), &actions, nullptr, arguments, no_environment);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fail(program + " can't be started: " + std::strerror(error), 0);
  int status = 0;
  retried([&] { return ::waitpid(pid, &status, 0); });
  return status;
}

}  // namespace

std::string png_of(const std::string& svg) {
  const std::string program = draw_path();
  const Descriptor input = memory();
  const Descriptor output = memory();
  write_all(input, svg);
  const int status = run(program, input, output);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail(program + " failed", 0);
  return read_all(output);
}

}  // namespace attache
