// SPDX-License-Identifier: MIT
#include "cli/exchange/zip.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "cli/error.h"
#include "cli/helper_program.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr const char* name = "attache-pack";

[[noreturn]] void fail(const std::string& words, int code) {
  throw OutputError("the archive can't be made: " + words, code == EPIPE ? EIO : code);
}

}  // namespace

struct Zip::State {
  Descriptor to;       ///< a socket, not a pipe: a process that has ended is an error, not a signal
  Descriptor archive;  ///< in memory
  pid_t pid = -1;

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent =
          retried([&] { return ::send(to.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL); });
      if (sent < 0) fail(std::string(name) + " ended early", errno);
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
};

Zip::Zip() : state_(std::make_unique<State>()) {
  const std::string program = helper_program(name);
  if (program.empty())
    fail(std::string(name) + " is missing: it belongs beside attache or in ../libexec/attache", 0);
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    fail(std::strerror(errno), errno);
  state_->to = Descriptor(ends[0]);
  const Descriptor from(ends[1]);
  state_->archive = file_in_memory(name);
  if (!state_->archive) fail(std::strerror(errno), errno);
  const int error = start_helper(program, from, state_->archive, state_->pid);
  if (error != 0) fail(program + " can't be started: " + std::strerror(error), 0);
}

/// One that is given up is ended: it would wait for the rest.
Zip::~Zip() {
  if (!state_ || state_->pid < 0) return;
  ::kill(state_->pid, SIGKILL);
  ended_well(state_->pid);
}

void Zip::begin(std::string_view entry, std::uint64_t size) {
  state_->send(std::string(entry) + "\n" + std::to_string(size) + "\n");
}

void Zip::append(std::string_view bytes) { state_->send(bytes); }

void Zip::write(Sink& sink) {
  state_->to.reset();  // it sees the end
  const bool well = ended_well(state_->pid);
  state_->pid = -1;
  if (!well) fail(std::string(name) + " failed", 0);
  ::lseek(state_->archive.get(), 0, SEEK_SET);
  char piece[65536];
  while (true) {
    const auto got = retried([&] { return ::read(state_->archive.get(), piece, sizeof piece); });
    if (got < 0) fail(std::strerror(errno), errno);
    if (got == 0) return;
    sink.append({piece, static_cast<std::size_t>(got)});
    sink.checkpoint();
  }
}

}  // namespace attache
