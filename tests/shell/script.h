// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace shell {

/// A command and what it must leave behind.
struct Step {
  std::size_t line = 0;  ///< where it stands in its file, from 1
  std::string command;
  std::string out;
  std::string err;
  int code = 0;
};

/// Reads a .test file. Its lines are
///     # a comment, or empty
///     $ a command line for sh
///     > more of it
///     | a line of standard output
///     ! a line of standard error
///     ? the exit code, where it is not 0
/// A line of `| ...` stands for any number of lines. Anything else throws std::runtime_error.
std::vector<Step> read_script(const std::string& text, const std::string& file);

/// The ```console blocks of a Markdown page: `$ ` begins a command, `> ` continues it, what follows
/// is what a person sees; a line of `...` stands for any number of lines. Blocks marked ```console
/// skip-test are left out. A block that does not end throws std::runtime_error.
std::vector<Step> read_console_blocks(const std::string& text, const std::string& file);

/// Whether text is as expected, lines of `...` in `expected` standing for any number of lines.
bool matches(const std::string& text, const std::string& expected);

}  // namespace shell
