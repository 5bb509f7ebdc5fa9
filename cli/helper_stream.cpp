// SPDX-License-Identifier: MIT
#include "cli/helper_stream.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "cli/error.h"
#include "cli/helper_program.h"
#include "system/retried.h"

namespace attache {

void HelperStream::fail(const std::string& words, int code) const {
  throw OutputError(failed_ + ": " + words, code == EPIPE ? EIO : code);
}

HelperStream::HelperStream(std::string name, std::string failed)
    : name_(std::move(name)), failed_(std::move(failed)) {
  const std::string program = helper_program(name_);
  if (program.empty())
    fail(name_ + " is missing: it belongs beside attache or in ../libexec/attache", 0);
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    fail(std::strerror(errno), errno);
  to_ = Descriptor(ends[0]);
  const Descriptor from(ends[1]);
  made_ = file_in_memory(name_.c_str());
  if (!made_) fail(std::strerror(errno), errno);
  const int error = start_helper(program, from, made_, pid_);
  if (error != 0) fail(program + " can't be started: " + std::strerror(error), 0);
}

HelperStream::~HelperStream() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  ended_well(pid_);
}

void HelperStream::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent =
        retried([&] { return ::send(to_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL); });
    if (sent < 0) fail(name_ + " ended early", errno);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void HelperStream::write(Sink& sink) {
  to_.reset();  // it sees the end
  const bool well = ended_well(pid_);
  pid_ = -1;
  if (!well) fail(name_ + " failed", 0);
  const int error = read_made(made_, [&](std::string_view piece) {
    sink.append(piece);
    sink.checkpoint();
  });
  if (error != 0) fail(std::strerror(error), error);
}

}  // namespace attache
