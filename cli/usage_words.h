// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/app.h"

namespace attache {

/// The command that the line names, or nullptr.
const Command* chosen_command(const CommandLine& line);

/// The command that prints the help of what the line names: "attache review amend --help".
std::string help_of(const CommandLine& line);
/// "see 'attache review amend --help'"
std::string see_help(const CommandLine& line);

/// Words for a word that names no command, or no part of the command `app`: the nearest, or the
/// parts and the help that lists them.
std::string unknown_command(const CLI::App& app, const std::string& word);

/// Words for arguments that nobody expected: an unknown option or command, with the nearest right
/// one, or the commands that have the option; one argument too many. `behind_dashes` are the words
/// behind a `--`, of which none is an option.
std::string explain_extras(const CommandLine& line, const std::vector<std::string>& behind_dashes);

}  // namespace attache
