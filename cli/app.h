// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/session.h"

namespace attache {

/// The whole command line, ready to be parsed.
struct CommandLine {
  std::unique_ptr<CLI::App> root;
  std::vector<Command> commands;
  // Targets of the global options.
  std::string db;
  std::string colour = "auto";
  unsigned wait = 60;
  bool quiet = false;
  bool verbose = false;
  std::chrono::milliseconds waited{0};  ///< for another program, when last asked
};

/// Builds it; also used by completion and by the tests of the manual page. Not movable once built,
/// hence the pointer.
std::unique_ptr<CommandLine> make_command_line();

/// Runs one command line (without the program's name) and returns the exit code.
/// Everything that goes wrong is told in one line on `err`; nothing is thrown.
int run(const std::vector<std::string>& args, const Streams& streams,
        const Environment& environment = process_environment);

/// What --version prints: our version and those of the libraries.
std::string version_text();

/// What --version --verbose prints besides: what the kernel keeps the reader of documents from.
std::string confinement_text();

}  // namespace attache
