// SPDX-License-Identifier: MIT
// A signal in the middle of writing a file: no draft is left, whatever is written.
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

int drafts_in(const std::filesystem::path& folder) {
  int drafts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    drafts += entry.path().extension() == ".part" ? 1 : 0;
  return drafts;
}

/// Waits for the draft of a run, so that the signal falls into the writing.
bool has_draft(const std::filesystem::path& folder) {
  for (int i = 0; i < 2000 && drafts_in(folder) == 0; ++i) std::this_thread::sleep_for(5ms);
  return drafts_in(folder) == 1;
}

/// A run that has begun its file and looks for more rows until its time is over.
int searching(const shell::Sandbox& sandbox, const std::string& prefix, const std::string& output) {
  REQUIRE(sandbox.run("attache --db kb.db seed").code == 0);
  return sandbox.start(prefix +
                       "attache --db kb.db sql --timeout 3 'WITH RECURSIVE n (x) AS "
                       "(SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n WHERE x = 1' " +
                       output + " 2> told");
}

}  // namespace

TEST_CASE("a signal while a file is written ends the run with 130, one line and no draft") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    for (const std::string output : {"--csv -o o.csv", "--xlsx -o o.xlsx"}) {
      INFO(signal << " " << output);
      const shell::Sandbox sandbox;
      const int process = searching(sandbox, "", output);
      REQUIRE(has_draft(sandbox.folder()));
      ::kill(process, signal);
      CHECK(shell::Sandbox::wait(process) == 130);
      CHECK(drafts_in(sandbox.folder()) == 0);
      CHECK(shell::contents(sandbox.folder() / "told") ==
            "attache: interrupted; the file was not written\n");
    }
  }
}

TEST_CASE("a hang-up that is ignored (nohup) stays ignored while a file is written") {
  const shell::Sandbox sandbox;
  const int process = searching(sandbox, "nohup ", "--csv -o o.csv");
  REQUIRE(has_draft(sandbox.folder()));
  ::kill(process, SIGHUP);
  CHECK(shell::Sandbox::wait(process) == 1);
  CHECK(drafts_in(sandbox.folder()) == 0);
  CHECK(shell::contents(sandbox.folder() / "told").find("more than 3 seconds") !=
        std::string::npos);
}
