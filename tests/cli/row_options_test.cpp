// SPDX-License-Identifier: MIT
// Rows have the same options wherever they are printed.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/app.h"
#include "tests/catch.h"

using namespace attache;

namespace {

/// Commands that have output formats but print all that they found: docs/cli.md says why.
constexpr std::array<std::string_view, 2> without = {"check", "remove"};

bool prints_rows(const CLI::App& app) { return app.get_option_no_throw("--no-header") != nullptr; }

void collect(const CLI::App& app, std::vector<const CLI::App*>& all) {
  if (prints_rows(app)) all.push_back(&app);
  for (const CLI::App* part : app.get_subcommands({})) collect(*part, all);
}

}  // namespace

TEST_CASE("every command that prints rows has the options of rows") {
  const auto line = make_command_line();
  std::vector<const CLI::App*> commands;
  collect(*line->root, commands);
  REQUIRE(commands.size() > 15);
  for (const CLI::App* command : commands) {
    const std::string name = command->get_name();
    if (std::find(without.begin(), without.end(), name) != without.end()) continue;
    for (const char* option : {"--columns", "--limit", "--offset", "--count", "--count-by",
                               "--sort", "--reverse", "--exit-status", "--format", "--json"}) {
      INFO(name << " " << option);
      CHECK(command->get_option_no_throw(option) != nullptr);
    }
  }
}
