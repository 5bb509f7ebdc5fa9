// SPDX-License-Identifier: MIT
#include "schema/server_process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "schema/knowledge_base.h"
#include "schema/server_address.h"
#include "system/own_program.h"
#include "system/retried.h"

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

constexpr const char* program_name = "attache-postgresql";

Kind kind_of(std::int64_t number) {
  return number >= 0 && number <= static_cast<int>(Kind::other) ? static_cast<Kind>(number)
                                                                : Kind::other;
}

}  // namespace

void ServerProcess::fail(const std::string& words) const {
  throw KnowledgeBaseError(Kind::other, shown_ + ": " + words);
}

ServerProcess::ServerProcess(const std::string& address) : shown_(shown_address(address)) {
  try {
    start();
    ask(MessageFields().add("connect").add(address));
  } catch (...) {
    end();
    throw;
  }
}

void ServerProcess::start() {
  const std::string program = own_program(program_name);
  if (program.empty())
    fail(
        "attache-postgresql, which talks to PostgreSQL, is missing; install the package of that "
        "name, or build attache with libpqxx-dev installed");
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) fail(std::strerror(errno));
  socket_ = ends[0];
  const int error = start_own_program(program, ends[1], pid_);
  ::close(ends[1]);
  if (error != 0) fail(program + " can't be started: " + std::strerror(error));
}

ServerProcess::~ServerProcess() { end(); }

void ServerProcess::end() noexcept {
  if (socket_ >= 0) ::close(socket_);  // it sees the end, and takes its leave of the server
  if (pid_ > 0 && asking_) ::kill(pid_, SIGKILL);  // but it may wait for the server
  if (pid_ > 0) retried([&] { return ::waitpid(pid_, nullptr, 0); });
}

std::string ServerProcess::ask(const MessageFields& request, const Rows& rows) {
  std::string answer;
  asking_ = true;
  if (!send_message(socket_, request.bytes())) fail("attache-postgresql ended early");
  for (;;) {
    if (!receive_message(socket_, answer)) fail("attache-postgresql ended early");
    FieldReader fields(answer);
    const std::string what = fields.text();
    if (what == "rows") {
      rows(fields);
    } else if (what == "failed") {
      asking_ = false;
      const Kind kind = kind_of(fields.number());
      throw KnowledgeBaseError(kind, fields.text());
    } else {
      asking_ = false;
      return answer;
    }
  }
}

}  // namespace attache
