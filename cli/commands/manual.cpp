// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include "cli/commands.h"

namespace attache {

void add_manual(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "manual", "Print the manual page, as man reads it",
                              "attache manual | man -l -");
  commands.push_back({app, [&root](Session& session) {
                        session.out.append(manual_page(root, ATTACHE_VERSION));
                        return 0;
                      }});
}

}  // namespace attache
