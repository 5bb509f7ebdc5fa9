// SPDX-License-Identifier: MIT
// Readers that stay silent, or never come to an end: each costs its document, and no more.
#include <sys/stat.h>

#include <csignal>
#include <thread>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

/// A sandbox in which `$stub` reads in the place of attache-reader.
void write_stub(const shell::Sandbox& sandbox, const std::string& script) {
  sandbox.write("stub", "#!/bin/sh\n" + script + "\n");
  REQUIRE(::chmod((sandbox.folder() / "stub").c_str(), 0700) == 0);
  sandbox.write("plain.txt", "My country joined NATO.\n");
  sandbox.write("page.html", "<html><p>My country joined NATO.</p></html>\n");
  REQUIRE(sandbox.run("gzip --keep plain.txt").code == 0);
}

const std::string with_stub =
    "ATTACHE_READER=\"$PWD/stub\" attache --db kb.db seed --max-document-seconds 0.3 ";

}  // namespace

TEST_CASE("a reader that stays silent, or ends never, costs its document alone") {
  const shell::Sandbox sandbox;
  const char* const script = GENERATE(
      // says nothing, and reads nothing or all
      "exec sleep 600", "cat > /dev/null; exec sleep 600",
      // says a part of a frame; says something for ever, slowly and as fast as it can
      "printf M; exec sleep 600",
      "while :; do printf 'M\\000\\000\\000\\000'; /bin/sleep 0.05; done",
      "exec yes \"$(printf 'PA\\001\\001\\001')\"");
  write_stub(sandbox, script);
  const std::string input = GENERATE("page.html", "plain.txt.gz");
  INFO(script << ", " << input);
  const shell::Result result = sandbox.run(with_stub + input + " plain.txt");
  CHECK(result.code == 1);
  CHECK(result.err.find(input) != std::string::npos);
  CHECK(result.err.find("its reader") != std::string::npos);
  CHECK(sandbox.run("attache --db kb.db documents --count").out == "1\n");
}

TEST_CASE("a document larger than a socket holds is not waited for when it is not read") {
  const shell::Sandbox sandbox;
  write_stub(sandbox, "exec sleep 600");
  sandbox.write("page.html", "<html>" + std::string(4 << 20, 'a') + "</html>");
  const shell::Result result = sandbox.run(with_stub + "page.html plain.txt");
  CHECK(result.code == 1);
  CHECK(result.err.find("page.html: can't be read: its reader takes more than 0.3 s: say "
                        "--max-document-seconds to allow more") != std::string::npos);
}

TEST_CASE("a signal ends the wait for a silent reader") {
  const shell::Sandbox sandbox;
  write_stub(sandbox, ": > started; exec sleep 600");
  const int process = sandbox.start(
      "env ATTACHE_READER=\"$PWD/stub\" attache --db kb.db seed --max-document-seconds 0 "
      "plain.txt page.html");
  for (int i = 0; i < 300 && !std::filesystem::exists(sandbox.folder() / "started"); ++i)
    std::this_thread::sleep_for(50ms);
  ::kill(process, SIGTERM);
  CHECK(shell::Sandbox::wait(process) == 130);
  CHECK(sandbox.run("attache --db kb.db documents --count").out == "1\n");
}
