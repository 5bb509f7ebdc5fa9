// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

namespace attache {

/// What may stand for a value: words of a closed list, and what a knowledge base knows of it.
struct Candidates {
  std::vector<std::string> values;  ///< of a closed list, or empty
  std::string source;               ///< one of known_sources(), or empty
  bool files = false;               ///< names of files, too
};

/// What a shell has to know of an option.
struct OptionWords {
  std::vector<std::string> names;  ///< with dashes, long ones first
  std::string help;
  bool takes_value = false;
  Candidates candidates;
};

/// A command, or a part of one, as it is typed: "review accept"; attache itself is "".
struct CommandWords {
  std::string words;
  std::vector<OptionWords> options;  ///< its own; those of attache go with all of them
  Candidates arguments;
  std::vector<std::pair<std::string, std::string>> parts;  ///< name and help
};

/// attache itself, its commands and their parts.
std::vector<CommandWords> all_commands(const CLI::App& root);

/// A question to the knowledge base, whose answer has a candidate on each line.
struct KnownAsk {
  std::string arguments;    ///< of attache; @D stands for the document of the reference under way
  std::string filter = {};  ///< a command that the answer goes through
  std::string when = {};    ///< pattern of the word under way; a `!` before it: of all others
};

/// How the shells' functions ask for candidates: for each source, some questions. The last stands
/// for all vocabularies, whose names are sources, too.
std::vector<std::pair<std::string, std::vector<KnownAsk>>> known_sources();

/// The scripts.
std::string bash_script(const CLI::App& root);
std::string zsh_script(const CLI::App& root);
std::string fish_script(const CLI::App& root);

/// known_sources() as a function that sh, bash and zsh understand: $1 is the source, $2 the word
/// under way.
std::string known_function();

/// For the single quotes of a shell; sh and zsh can only leave them, fish escapes.
std::string shell_quoted(const std::string& text, bool fish = false);

/// With a space between two.
std::string joined_words(const std::vector<std::string>& words);

}  // namespace attache
