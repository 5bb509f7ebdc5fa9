// SPDX-License-Identifier: MIT
// attache-postgresql: what attache asks of a PostgreSQL server, in a process of its own, so that no
// other command pays for loading what talks to one. It is told over its standard input, a socket,
// and answers there.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

#include "server/requests.h"
#include "system/spawning.h"

int main() {
  attache::leave_ending_to_attache();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::signal(SIGPIPE, SIG_IGN);
  return attache::answer_requests(STDIN_FILENO) ? 0 : 1;
}
