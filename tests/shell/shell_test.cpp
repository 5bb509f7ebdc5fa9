// SPDX-License-Identifier: MIT
// How .test files and pages are read, and that none is missing; run_script runs them.
#include <algorithm>

#include "tests/catch.h"
#include "tests/shell/process.h"
#include "tests/shell/script.h"

namespace {

namespace fs = std::filesystem;

const fs::path source = ATTACHE_SOURCE_DIR;

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("scripts that say nothing, or break off, are refused") {
  CHECK_THROWS(shell::read_script("# only a comment\n", "x.test"));
  CHECK_THROWS(shell::read_script("| output before a command\n", "x.test"));
  CHECK_THROWS(shell::read_script("$ true\nunmarked\n", "x.test"));
  CHECK_THROWS(shell::read_console_blocks("```console\n$ true\n", "x.md"));
  CHECK(shell::read_console_blocks("```console skip-test\n$ false\n```\n", "x.md").empty());
  const auto steps = shell::read_script("$ a\n> b\n| out\n! err\n? 2\n", "x.test");
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].command == "a\nb");
  CHECK(steps[0].out == "out\n");
  CHECK(steps[0].err == "err\n");
  CHECK(steps[0].code == 2);
}

TEST_CASE("a line of dots stands for any lines") {
  CHECK(shell::matches("a\nb\nc\n", "a\n...\nc\n"));
  CHECK(shell::matches("a\nc\n", "a\n...\nc\n"));
  CHECK_FALSE(shell::matches("a\nb\nc\n", "a\nc\n"));
  CHECK_FALSE(shell::matches("a\n", ""));
  CHECK_FALSE(shell::matches("a", "a\n"));
}

TEST_CASE("every command has a .test file that runs it") {
  const shell::Sandbox sandbox;
  const std::string help = sandbox.run("attache --help").out;
  std::string scripts;
  for (const fs::path& file : files_in(source / "tests/shell", ".test"))
    scripts += shell::contents(file);
  std::istringstream lines(help.substr(help.find("Subcommands:") + 12));
  std::string line;
  std::getline(lines, line);
  int commands = 0;
  while (std::getline(lines, line) && line.starts_with("  ")) {
    const std::string command = line.substr(2, line.find(' ', 2) - 2);
    if (command.empty()) continue;
    INFO(command);
    CHECK(scripts.find("attache " + command) != std::string::npos);
    ++commands;
  }
  CHECK(commands > 8);
}
