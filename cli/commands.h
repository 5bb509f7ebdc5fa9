// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
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
void add_cite(CLI::App& root, std::vector<Command>& commands);
void add_check(CLI::App& root, std::vector<Command>& commands);
void add_extract(CLI::App& root, std::vector<Command>& commands);
void add_explain(CLI::App& root, std::vector<Command>& commands);
void add_review(CLI::App& root, std::vector<Command>& commands);
void add_crosscheck(CLI::App& root, std::vector<Command>& commands);
void add_export(CLI::App& root, std::vector<Command>& commands);
void add_trend(CLI::App& root, std::vector<Command>& commands);
void add_compare(CLI::App& root, std::vector<Command>& commands);
void add_mentions(CLI::App& root, std::vector<Command>& commands);
void add_coverage(CLI::App& root, std::vector<Command>& commands);
void add_graph(CLI::App& root, std::vector<Command>& commands);
void add_report(CLI::App& root, std::vector<Command>& commands);
void add_completion(CLI::App& root, std::vector<Command>& commands);
void add_help(CLI::App& root, std::vector<Command>& commands);
void add_manual(CLI::App& root, std::vector<Command>& commands);

/// All of them, in the order of --help.
inline constexpr Setup setups[] = {
    add_seed,     add_queries,  add_vocabulary, add_trend,      add_compare, add_graph,
    add_mentions, add_coverage, add_report,     add_search,     add_show,    add_sql,
    add_extract,  add_explain,  add_review,     add_crosscheck, add_cite,    add_check,
    add_remove,   add_export,   add_completion, add_manual,     add_help,
};

/// A subcommand with what all of them have in common: --help, global options after it, examples
/// below its help. Each line of `examples` is shown indented.
CLI::App* add_command(CLI::App& root, const std::string& name, const std::string& help,
                      const std::string& examples);

}  // namespace attache
