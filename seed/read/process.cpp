// SPDX-License-Identifier: MIT
#include "seed/read/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <thread>
#include <utility>

#include "seed/read/read.h"
#include "system/retried.h"
#include "system/spawning.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Where the reader looks for attache's end (reader/confinement.h).
constexpr int life_descriptor = 3;

/// What a reader that was told to end may take for it.
constexpr auto grace = std::chrono::seconds(5);

struct Life {
  Descriptor ours, theirs;
};

/// A pipe in which nothing is ever written. Its ends are above the descriptors that the reader's
/// standard ones take, whatever of attache's own are closed.
Life make_life() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw ReadError("attache-reader can't be started: no free descriptors");
  const Descriptor theirs(ends[0]), ours(ends[1]);
  Life life{Descriptor(fcntl(ours.get(), F_DUPFD_CLOEXEC, life_descriptor + 1)),
            Descriptor(fcntl(theirs.get(), F_DUPFD_CLOEXEC, life_descriptor + 1))};
  if (!life.ours || !life.theirs)
    throw ReadError("attache-reader can't be started: no free descriptors");
  return life;
}

pid_t start(const std::string& program, const std::vector<std::string>& arguments, int input,
            int output, int life) {
  Spawning spawning;
  posix_spawn_file_actions_adddup2(spawning.files(), input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(spawning.files(), output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(spawning.files(), STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(spawning.files(), life, life_descriptor);
  spawning.in_own_session();
  std::vector<std::string> words{"attache-reader"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  char* no_environment[] = {nullptr};  // nothing of the user's, and nothing that leads a library
  pid_t pid = -1;
  const int error = posix_spawn(&pid, program.c_str(), spawning.files(), spawning.attributes(),
                                argv.data(), no_environment);
  if (error != 0) throw ReadError(program + ": can't be started: " + std::strerror(error));
  return pid;
}

/// The status of a process that ended; none where it has not and the options say not to wait.
std::optional<int> wait_for(pid_t pid, int options) {
  int status = 0;
  const pid_t ended = retried([&] { return waitpid(pid, &status, options); });
  return ended == 0 ? std::nullopt : std::optional(status);
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
  if (const char* named = secure_getenv("ATTACHE_READER")) return named;
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
  Life life = make_life();
  pid_ = start(program, arguments, standard_input, standard_output, life.theirs.get());
  life_ = std::move(life.ours);
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), life_(std::move(other.life_)) {}

ReaderProcess::~ReaderProcess() {
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  wait_for(pid_, 0);
}

std::string ReaderProcess::wait() {
  const pid_t pid = std::exchange(pid_, -1);
  std::optional<int> status;
  for (const auto end = Clock::now() + grace; !status && Clock::now() < end;) {
    status = wait_for(pid, WNOHANG);
    if (!status) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  if (status) return outcome(*status);
  kill(pid, SIGKILL);  // taken over: ours ends with its input
  wait_for(pid, 0);
  return "went astray";
}

}  // namespace attache
