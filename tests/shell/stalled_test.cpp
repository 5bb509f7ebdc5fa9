// SPDX-License-Identifier: MIT
// Input that stalls: it holds no lock, and the first signal ends the wait with what was read kept.
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

/// Waits until the first document is on the disk: the pipe holds up the rest.
bool stored_one(const shell::Sandbox& sandbox) {
  for (int i = 0; i < 300; ++i) {
    if (sandbox.run("attache --db kb.db documents --count").out == "1\n") return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

}  // namespace

TEST_CASE("each signal ends a wait for a pipe, and what was read is kept") {
  const shell::Sandbox sandbox;
  sandbox.write("whole.txt", "My country joined NATO.\n");
  REQUIRE(::mkfifo((sandbox.folder() / "pipe").c_str(), 0600) == 0);
  const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
  const int process = sandbox.start("attache --db kb.db seed --jobs 1 whole.txt pipe");
  std::ofstream pipe(sandbox.folder() / "pipe");
  pipe << "My country is" << std::flush;
  CHECK(stored_one(sandbox));
  // Another one writes meanwhile.
  CHECK(sandbox.run("attache --db kb.db seed --force whole.txt").code == 0);
  ::kill(process, signal);
  CHECK(shell::Sandbox::wait(process) == 130);
  CHECK(sandbox.run("attache --db kb.db documents --count").out == "1\n");
}

TEST_CASE("standard input is refused as soon as it is too large") {
  const shell::Sandbox sandbox;
  CHECK(sandbox.run("attache --db kb.db seed --max-document-size 1MB - < /dev/zero").code == 1);
  CHECK(sandbox
            .run("(printf 'PK\\003\\004'; cat /dev/zero) | "
                 "attache --db kb.db seed --max-document-size 1MB -")
            .code == 1);
}

TEST_CASE("a document that takes too long fails alone") {
  const shell::Sandbox sandbox;
  sandbox.write("a.txt", "My country joined NATO.\n");
  const shell::Result result =
      sandbox.run("attache --db kb.db seed --max-document-seconds 0.0000001 a.txt");
  CHECK(result.code == 1);
  CHECK(result.err.find("--max-document-seconds") != std::string::npos);
}
