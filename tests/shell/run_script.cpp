// SPDX-License-Identifier: MIT
// Runs the commands of one .test file, or of the console blocks of one page (.md), as a user
// would, and prints what differs:
//     attache_run_script FILE
// CTest has a test for each file, so that they run side by side, each with a time limit of its own.
// Exit code 1: something differs; 2: the file is no script.
#include <exception>
#include <iostream>
#include <set>

#include "tests/shell/process.h"
#include "tests/shell/script.h"

namespace {

namespace fs = std::filesystem;

/// What stood there, in the words of the file, so that a failure reads like the fix.
void print(const std::string& place, const shell::Step& step, const shell::Result& result) {
  std::cout << place << ":" << step.line << "\n$ " << step.command << "\n--- standard output\n"
            << result.out << "--- standard error\n"
            << result.err << "--- exit code " << result.code << "\n";
}

/// How many steps of a .test file differ.
int differing_steps(const fs::path& file) {
  const shell::Sandbox sandbox;
  int count = 0;
  for (const shell::Step& step : shell::read_script(shell::contents(file), file.filename())) {
    const shell::Result result = sandbox.run(step.command);
    if (shell::matches(result.out, step.out) && shell::matches(result.err, step.err) &&
        result.code == step.code)
      continue;
    print(file.filename(), step, result);
    ++count;
  }
  return count;
}

/// The pages whose commands read the speeches that stand beside them.
bool reads_speeches(const fs::path& page) {
  static const std::set<std::string> names = {"jobs.md", "tutorial.md"};
  return names.contains(page.filename()) || page.parent_path().filename() == "howto";
}

/// How many commands of a page do not print what it shows. A page without commands has none.
int differing_blocks(const fs::path& page) {
  const shell::Sandbox sandbox;
  if (reads_speeches(page))
    fs::copy(fs::path(ATTACHE_SOURCE_DIR) / "docs/speeches", sandbox.folder() / "speeches");
  int count = 0;
  for (const shell::Step& step :
       shell::read_console_blocks(shell::contents(page), page.filename())) {
    const shell::Result result = sandbox.run_on_terminal(step.command);
    if (shell::matches(result.out, step.out)) continue;
    print(page.filename(), step, result);
    ++count;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: attache_run_script FILE.test|FILE.md\n";
    return 2;
  }
  try {
    const fs::path file = fs::absolute(argv[1]);
    const int count = file.extension() == ".md" ? differing_blocks(file) : differing_steps(file);
    if (count == 0) return 0;
    std::cout << count << (count == 1 ? " command" : " commands") << " differ\n";
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "attache_run_script: " << error.what() << "\n";
    return 2;
  }
}
