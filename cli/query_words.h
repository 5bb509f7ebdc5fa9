// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace attache {

/// The words of a command line with the arguments behind `--` where one of them begins with a dash,
/// so that none is taken for an option: those behind a `--` already, and of `search` all words of
/// the query that are not options of its own ("peace -war"). `root` has the commands that the
/// words name. Other lines are given back as they are.
std::vector<std::string> with_arguments_apart(const CLI::App& root, std::vector<std::string> args);

}  // namespace attache
