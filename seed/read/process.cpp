// SPDX-License-Identifier: MIT
#include "seed/read/process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "seed/read/read.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

/// The two C structures of posix_spawn, freed at the end.
struct SpawnSettings {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};

  SpawnSettings() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }

  /// Signals as a fresh program expects them, whatever the caller blocks or ignores; and a process
  /// group of its own, so that a Ctrl-C at the terminal leaves it to finish the document it reads.
  void reset_signals() {
    sigset_t none{}, all{};
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
};

pid_t start(const std::string& program, const std::vector<std::string>& arguments, int input,
            int output) {
  SpawnSettings settings;
  posix_spawn_file_actions_adddup2(&settings.actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&settings.actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&settings.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  settings.reset_signals();
  std::vector<std::string> words{"attache-reader"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t pid = -1;
  const int error = posix_spawn(&pid, program.c_str(), &settings.actions, &settings.attributes,
                                argv.data(), environ);
  if (error != 0) throw ReadError(program + ": can't be started: " + std::strerror(error));
  return pid;
}

std::string outcome(int status) {
  if (WIFEXITED(status)) return "ended early (code " + std::to_string(WEXITSTATUS(status)) + ")";
  if (WTERMSIG(status) == SIGXCPU) return "took too long";
  std::string words = strsignal(WTERMSIG(status));
  words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return "crashed (" + words + ")";
}

}  // namespace

std::string reader_path() {
  if (const char* named = std::getenv("ATTACHE_READER")) return named;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return {};
  for (const char* place : {"attache-reader", "../libexec/attache/attache-reader"})
    if (fs::exists(folder / place, error)) return (folder / place).lexically_normal().string();
  return {};
}

ReaderProcess::ReaderProcess(const std::vector<std::string>& arguments, int standard_input,
                             int standard_output) {
  const std::string program = reader_path();
  if (program.empty())
    throw ReadError(
        "attache-reader, which reads all but plain text, is missing: it belongs beside attache or "
        "in "
        "../libexec/attache, or where ATTACHE_READER says");
  pid_ = start(program, arguments, standard_input, standard_output);
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)) {}

ReaderProcess::~ReaderProcess() {
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  wait();
}

std::string ReaderProcess::wait() {
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
  pid_ = -1;
  return outcome(status);
}

}  // namespace attache
