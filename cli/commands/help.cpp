// SPDX-License-Identifier: MIT
// `attache help COMMAND` for `attache COMMAND --help`.
#include <memory>

#include "cli/app.h"
#include "cli/error.h"
#include "cli/help_text.h"
#include "cli/usage_words.h"

namespace attache {
namespace {

[[noreturn]] void refuse(const CLI::App& app, const std::string& word) {
  if (app.get_subcommands({}).empty())
    throw UsageError(app.get_name() + " has no part '" + word + "'");
  throw UsageError(unknown_command(app, word));
}

const CLI::App* part_of(const CLI::App& app, const std::string& word) {
  for (const CLI::App* part : app.get_subcommands({}))
    if (part->get_name() == word) return part;
  refuse(app, word);
}

}  // namespace

void add_help(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "help", "Print the help of a command",
                              "attache help organizations\n"
                              "attache help review amend");
  auto words = std::make_shared<std::vector<std::string>>();
  app->add_option("COMMAND", *words, "Which; without it the help of attache itself")->type_name("");
  commands.push_back({app, [words](Session& session) {
                        // One that is not parsed: help is of what was named there.
                        const auto line = make_command_line();
                        const CLI::App* named = line->root.get();
                        std::string above;
                        for (const std::string& word : *words) {
                          above += (above.empty() ? "" : " ") + named->get_name();
                          named = part_of(*named, word);
                        }
                        session.out.append(help_text(*named, above, session.width()));
                        return 0;
                      }});
}

}  // namespace attache
