// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace attache {

/// What a shell has to know of an option.
struct OptionWords {
  std::vector<std::string> names;  ///< with dashes, long ones first
  std::string help;
  std::vector<std::string> values;  ///< of a closed list, or empty
  std::string source;               ///< what a knowledge base knows of it: "norms", or empty
  bool takes_value = false;
};

/// The options of a command, those of its parts with its own, each name once.
std::vector<OptionWords> options_of(const CLI::App& app);

/// What may stand for a command's arguments: words of a closed list, parts of it, commands.
std::vector<std::string> argument_values(const CLI::App& app);

/// What a knowledge base knows of a command's arguments, or empty.
std::string argument_source(const CLI::App& app);

/// The scripts.
std::string bash_script(const CLI::App& root);
std::string zsh_script(const CLI::App& root);
std::string fish_script(const CLI::App& root);

/// How a shell's functions ask a knowledge base: a line for each source, "norms) COMMAND", as sh
/// has it. The line of references takes the word under way as $2.
std::vector<std::pair<std::string, std::string>> known_sources();

/// For the single quotes of a shell; sh and zsh can only leave them, fish escapes.
std::string shell_quoted(const std::string& text, bool fish = false);

/// With a space between two.
std::string joined_words(const std::vector<std::string>& words);

}  // namespace attache
