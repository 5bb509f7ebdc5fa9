// SPDX-License-Identifier: MIT
#include "cli/confirm.h"

#include "cli/error.h"

namespace attache {

void confirm(Session& session, const std::string& question, const std::string& advice,
             const std::string& refused) {
  session.out.flush();
  if (!session.streams.in_terminal || !session.streams.err_terminal) throw UsageError(advice);
  session.streams.err << fitted(session.streams, session.environment, question + " [y/N]") << " "
                      << std::flush;
  std::string answer;
  std::getline(session.streams.in, answer);
  if (answer != "y" && answer != "Y" && answer != "yes") throw Interrupted(refused);
}

}  // namespace attache
