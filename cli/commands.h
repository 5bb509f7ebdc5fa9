// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string_view>
#include <vector>

#include "cli/session.h"

namespace attache {

/// What a command does once the whole command line is understood. Returns the exit code; throws on
/// failure.
using Action = std::function<int(Session&)>;

/// A command: its part of the command line and what it does.
struct Command {
  CLI::App* app;
  Action run;
};

/// Adds one or more commands to the command line.
using Setup = void (*)(CLI::App& root, std::vector<Command>& commands);

void add_seed(CLI::App& root, std::vector<Command>& commands);
void add_queries(CLI::App& root, std::vector<Command>& commands);
void add_vocabulary(CLI::App& root, std::vector<Command>& commands);
void add_search(CLI::App& root, std::vector<Command>& commands);
void add_sql(CLI::App& root, std::vector<Command>& commands);
void add_show(CLI::App& root, std::vector<Command>& commands);
void add_remove(CLI::App& root, std::vector<Command>& commands);
void add_merge(CLI::App& root, std::vector<Command>& commands);
void add_split(CLI::App& root, std::vector<Command>& commands);
void add_cite(CLI::App& root, std::vector<Command>& commands);
void add_check(CLI::App& root, std::vector<Command>& commands);
void add_extract(CLI::App& root, std::vector<Command>& commands);
void add_load(CLI::App& root, std::vector<Command>& commands);
void add_explain(CLI::App& root, std::vector<Command>& commands);
void add_review(CLI::App& root, std::vector<Command>& commands);
void add_crosscheck(CLI::App& root, std::vector<Command>& commands);
void add_export(CLI::App& root, std::vector<Command>& commands);
void add_trend(CLI::App& root, std::vector<Command>& commands);
void add_compare(CLI::App& root, std::vector<Command>& commands);
void add_diff(CLI::App& root, std::vector<Command>& commands);
void add_mentions(CLI::App& root, std::vector<Command>& commands);
void add_coverage(CLI::App& root, std::vector<Command>& commands);
void add_graph(CLI::App& root, std::vector<Command>& commands);
void add_report(CLI::App& root, std::vector<Command>& commands);
void add_publish(CLI::App& root, std::vector<Command>& commands);
void add_completion(CLI::App& root, std::vector<Command>& commands);
void add_help(CLI::App& root, std::vector<Command>& commands);
void add_manual(CLI::App& root, std::vector<Command>& commands);

/// Commands that are added together.
struct CommandGroup {
  std::string_view names;  ///< with blanks between
  Setup add;
};

/// All of them, in the order of --help.
inline constexpr CommandGroup command_groups[] = {
    {"seed", add_seed},
    {"principles priorities organizations leaders documents", add_queries},
    {"vocabulary", add_vocabulary},
    {"trend", add_trend},
    {"compare", add_compare},
    {"diff", add_diff},
    {"graph", add_graph},
    {"mentions", add_mentions},
    {"coverage", add_coverage},
    {"report", add_report},
    {"search", add_search},
    {"show", add_show},
    {"sql", add_sql},
    {"extract", add_extract},
    {"load", add_load},
    {"explain", add_explain},
    {"review", add_review},
    {"crosscheck", add_crosscheck},
    {"cite", add_cite},
    {"check", add_check},
    {"remove", add_remove},
    {"split", add_split},
    {"merge", add_merge},
    {"export", add_export},
    {"publish", add_publish},
    {"completion", add_completion},
    {"manual", add_manual},
    {"help", add_help},
};

/// A subcommand with what all of them have in common: --help, global options after it, examples
/// below its help. Each line of `examples` is shown indented.
CLI::App* add_command(CLI::App& root, const std::string& name, const std::string& help,
                      const std::string& examples);

}  // namespace attache
