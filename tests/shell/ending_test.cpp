// SPDX-License-Identifier: MIT
// An end that is asked for reaches helpers, too: attache alone answers it.
#include <sys/stat.h>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

/// A sandbox in which `$stub` starts the reader as the script says.
void write_reader(const shell::Sandbox& sandbox, const std::string& script) {
  sandbox.write("stub", "#!/bin/sh\n" + script + "\nexec '" ATTACHE_READER "' \"$@\"\n");
  REQUIRE(::chmod((sandbox.folder() / "stub").c_str(), 0700) == 0);
  sandbox.write("page.html", "<html><p>My country joined NATO.</p></html>\n");
  sandbox.write("plain.txt", "My country joined NATO.\n");
  REQUIRE(sandbox.run("gzip plain.txt").code == 0);
}

/// Its input comes once the signals have.
shell::Result helper(const shell::Sandbox& sandbox, const std::string& name,
                     const std::string& input) {
  return sandbox.run("mkfifo in; " + name + " < in > made 2> told & helper=$!; exec 3> in; " +
                     // started: it reads, and so waits
                     "until grep -q '^State:.S' /proc/$helper/status && "
                     "test \"$(tr '\\0' ' ' < /proc/$helper/cmdline)\" = '" +
                     name +
                     " '; do sleep 0.01; done; sleep 0.2; kill -TERM $helper; kill -HUP $helper; " +
                     "kill -INT $helper; " + input + " >&3; exec 3>&-; wait $helper");
}

}  // namespace

TEST_CASE("an end that is asked for while a reader starts does not make it one that crashed") {
  const shell::Sandbox sandbox;
  write_reader(sandbox, "for signal in TERM HUP INT; do kill -$signal $$; done");
  const shell::Result result = sandbox.run(
      "ATTACHE_READER=\"$PWD/stub\" attache --db kb.db seed --jobs 1 page.html plain.txt.gz");
  CHECK(result.err.find("crashed") == std::string::npos);
  CHECK(result.code == 0);
}

TEST_CASE("nor does one that comes while it reads") {
  const shell::Sandbox sandbox;
  write_reader(
      sandbox,
      "reader=$$; (exec < /dev/null > /dev/null 2>&1 3<&-; i=0; while test $((i += 1)) -lt "
      "500; do kill -TERM $reader; kill -HUP $reader; kill -INT $reader; done) &");
  const shell::Result result = sandbox.run(
      "for i in 1 2 3 4 5 6 7 8; do cp page.html $i.html; done; "
      "ATTACHE_READER=\"$PWD/stub\" attache --db kb.db seed --jobs 1 [1-8].html plain.txt.gz");
  CHECK(result.err.find("crashed") == std::string::npos);
  CHECK(result.code == 0);
}

TEST_CASE("what makes workbooks, archives and pictures leaves the answer to attache, too") {
  const shell::Sandbox sandbox;
  const auto [name, input] = GENERATE(table<std::string, std::string>(
      {{"attache-sheet", "printf n"},
       {"attache-pack", "printf 'a\\n1\\nx'"},
       {"attache-draw",
        "printf '<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>'"}}));
  INFO(name);
  CHECK(helper(sandbox, name, input).code == 0);
  CHECK(std::filesystem::file_size(sandbox.folder() / "made") > 0);
}
