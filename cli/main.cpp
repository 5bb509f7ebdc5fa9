// SPDX-License-Identifier: MIT
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/output/fd_buffer.h"
#include "schema/server_address.h"

namespace {

unsigned terminal_width(int stream) {
  winsize size{};
  return ::ioctl(stream, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe is told by the failed write, so that the knowledge base is left in order first.
  std::signal(SIGPIPE, SIG_IGN);
  // So is a file that outgrows the limit of the shell (ulimit -f).
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  attache::FdBuffer out_buffer(STDOUT_FILENO);
  attache::FdBuffer err_buffer(STDERR_FILENO);
  std::ostream out(&out_buffer);
  std::ostream err(&err_buffer);
  const attache::Streams streams{std::cin,
                                 out,
                                 err,
                                 ::isatty(STDIN_FILENO) == 1,
                                 ::isatty(STDOUT_FILENO) == 1,
                                 ::isatty(STDERR_FILENO) == 1,
                                 terminal_width(STDOUT_FILENO),
                                 terminal_width(STDERR_FILENO)};
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  // Everybody on the machine can list what a process was started with.
  for (char* argument : std::span(argv, static_cast<std::size_t>(argc)))
    attache::hide_password({argument, std::strlen(argument)});
  return attache::run(arguments, streams);
}
