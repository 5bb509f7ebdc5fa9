// SPDX-License-Identifier: MIT
#include "tests/shell/process.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace shell {
namespace {

namespace fs = std::filesystem;

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

void redirect(const char* file, int flags, int descriptor) {
  const int opened = ::open(file, flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
  ::close(opened);
}

[[noreturn]] void become_shell(const std::string& command) {
  ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  ::_exit(126);
}

/// A terminal ends its lines with CR LF.
std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

}  // namespace

Sandbox::Sandbox() {
  std::string name = (fs::temp_directory_path() / "attache-shell-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  root_ = name;
  folder_ = root_ / "work";
  fs::create_directories(folder_);
  fs::create_directories(root_ / "home");
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

void Sandbox::write(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name, std::ios::binary) << text;
}

/// In the child: folder and environment.
void Sandbox::enter() const {
  const fs::path binary = ATTACHE_BINARY;
  const char* path = ::getenv("PATH");
  ::setenv(
      "PATH",
      (binary.parent_path().string() + ":" + (path != nullptr ? path : "/usr/bin:/bin")).c_str(),
      1);
  ::setenv("HOME", (root_ / "home").c_str(), 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  for (const char* name : {"ATTACHE_DB", "XDG_DATA_HOME", "COLUMNS", "NO_COLOR"}) ::unsetenv(name);
  if (::chdir(folder_.c_str()) != 0) ::_exit(126);
}

Result Sandbox::run(const std::string& command) const {
  const fs::path out = root_ / "out";
  const fs::path err = root_ / "err";
  const pid_t child = ::fork();
  if (child == 0) {
    enter();
    redirect("/dev/null", O_RDONLY, 0);
    redirect(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 1);
    redirect(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 2);
    become_shell(command);
  }
  const int code = wait(child);
  return {code, contents(out), contents(err)};
}

Result Sandbox::run_on_terminal(const std::string& command, unsigned short columns) const {
  int terminal = -1;
  winsize size{40, columns, 0, 0};
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    enter();
    ::setenv("NO_COLOR", "1", 1);
    ::setenv("TERM", "xterm", 1);
    redirect("/dev/null", O_RDONLY, 0);
    become_shell(command);
  }
  std::string seen;
  char buffer[4096];
  // At the end a terminal gives an error, not an end of file.
  for (ssize_t got = 0; (got = ::read(terminal, buffer, sizeof buffer)) > 0;) {
    seen.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(terminal);
  return {wait(child), without_returns(std::move(seen)), ""};
}

int Sandbox::start(const std::string& command) const {
  const pid_t child = ::fork();
  if (child == 0) {
    ::setpgid(0, 0);
    enter();
    redirect("/dev/null", O_RDONLY, 0);
    redirect("/dev/null", O_WRONLY, 1);
    redirect("/dev/null", O_WRONLY, 2);
    become_shell("exec " + command);
  }
  ::setpgid(child, child);
  return child;
}

int Sandbox::wait(int process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  return code_of(status);
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace shell
