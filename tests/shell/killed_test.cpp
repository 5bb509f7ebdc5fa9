// SPDX-License-Identifier: MIT
// What a knowledge base is after a process was killed, or the folder or the disk would not have it.
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>
#include <fstream>
#include <thread>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

/// What SQLite itself says of the file, once it has taken back what a killed process left
/// half-written beside it.
std::string integrity(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  return database.execAndGet("PRAGMA integrity_check").getString();
}

void write_documents(const shell::Sandbox& sandbox, int count) {
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int n = 0; n < 40; ++n) {
      text += "Number " + std::to_string(n) + " of document " + std::to_string(i) +
              " says that my country is a member of the United Nations and of GUAM.\n";
    }
    sandbox.write("d" + std::to_string(1000 + i) + ".txt", text);
  }
}

}  // namespace

TEST_CASE("a process killed in the middle of a document leaves the knowledge base as it was") {
  const shell::Sandbox sandbox;
  REQUIRE(sandbox.run("attache --db kb.db seed").code == 0);
  const std::string before = sandbox.run("attache --db kb.db organizations --csv").out;
  sandbox.write("whole.txt", "My country joined NATO.\n");
  // The pipe stays open: the process waits there, with one document stored and one begun.
  REQUIRE(::mkfifo((sandbox.folder() / "pipe").c_str(), 0600) == 0);
  const int process = sandbox.start("attache --db kb.db seed --jobs 1 whole.txt pipe");
  std::ofstream pipe(sandbox.folder() / "pipe");
  pipe << "My country is" << std::flush;
  std::this_thread::sleep_for(100ms);
  ::kill(process, SIGKILL);
  CHECK(shell::Sandbox::wait(process) != 0);
  CHECK(integrity(sandbox.folder() / "kb.db") == "ok");
  CHECK(sandbox.run("attache --db kb.db organizations --document aze-foreign-policy --csv").out ==
        before);
}

TEST_CASE("a run killed anywhere can be run again to its end") {
  const shell::Sandbox sandbox;
  constexpr int documents = 120;
  write_documents(sandbox, documents);
  for (const auto delay : {30ms, 90ms, 150ms, 210ms, 300ms}) {
    const int process = sandbox.start("attache --db kb.db seed d*.txt");
    std::this_thread::sleep_for(delay);
    ::kill(-process, SIGKILL);
    shell::Sandbox::wait(process);
    if (std::filesystem::exists(sandbox.folder() / "kb.db"))
      CHECK(integrity(sandbox.folder() / "kb.db") == "ok");
  }
  CHECK(sandbox.run("attache --db kb.db seed d*.txt").code == 0);
  CHECK(sandbox.run("attache --db kb.db documents --count").out ==
        std::to_string(documents) + "\n");
  CHECK(sandbox.run("attache --db kb.db organizations --name GUAM --count").out ==
        std::to_string(documents) + "\n");
}

TEST_CASE("Ctrl-C finishes the document under way and keeps what is done") {
  const shell::Sandbox sandbox;
  REQUIRE(::mkfifo((sandbox.folder() / "pipe").c_str(), 0600) == 0);
  sandbox.write("later.txt", "My country joined NATO.\n");
  const int process = sandbox.start("attache --db kb.db seed --jobs 1 pipe later.txt");
  {
    std::ofstream pipe(sandbox.folder() / "pipe");
    pipe << "My country is a member of GUAM.\n" << std::flush;
    std::this_thread::sleep_for(100ms);
    ::kill(process, SIGINT);
    std::this_thread::sleep_for(100ms);
  }
  CHECK(shell::Sandbox::wait(process) == 130);
  CHECK(sandbox.run("attache --db kb.db organizations --columns acronym --no-header").out ==
        "GUAM\n");
}

TEST_CASE(
    "a knowledge base in a folder that can't be written can be asked, and seeding says why not") {
  const shell::Sandbox sandbox;
  REQUIRE(
      sandbox
          .run("mkdir kb && attache --db kb/kb.db seed && chmod a-w kb kb/kb.db && chmod a+rx .. .")
          .code == 0);
  std::string as_user;
  if (::geteuid() == 0) {
    // To root every folder can be written: ask as nobody, who may not reach the build folder.
    REQUIRE(sandbox.run("cp \"$(command -v attache)\" ../attache && chmod a+rx ../attache").code ==
            0);
    if (sandbox.run("setpriv --reuid 65534 --clear-groups true").code != 0) return;
    as_user = "setpriv --reuid 65534 --clear-groups ../";
  }
  const shell::Result asked = sandbox.run(as_user + "attache --db kb/kb.db organizations --count");
  CHECK(asked.code == 0);
  CHECK(asked.out == "8\n");
  CHECK(asked.err.empty());
  const shell::Result seeded = sandbox.run(as_user + "attache --db kb/kb.db seed");
  CHECK(seeded.code == 3);
  CHECK(std::count(seeded.err.begin(), seeded.err.end(), '\n') == 1);
  CHECK(seeded.err.starts_with("attache: "));
  CHECK(seeded.err.find("kb/kb.db") != std::string::npos);
  sandbox.run("chmod u+w kb");
}

TEST_CASE("a reader that has seen enough is no failure") {
  const shell::Sandbox sandbox;
  write_documents(sandbox, 60);
  REQUIRE(sandbox.run("attache --db kb.db seed d*.txt").code == 0);
  // More than a pipe holds, so that the write is really refused.
  const std::string query = "attache --db kb.db organizations --evidence";
  REQUIRE(sandbox.run(query).out.size() > 200'000);
  for (const std::string format :
       {"--tsv", "--csv", "--json", "--ndjson", "--markdown", "--format table"}) {
    INFO(format);
    const shell::Result result =
        sandbox.run("{ " + query + " " + format + "; echo exit $? >&2; } | head -1 | wc -l");
    CHECK(result.err == "exit 0\n");
    CHECK(result.out == "1\n");
  }
}

TEST_CASE("a full disk is told") {
  if (!std::filesystem::exists("/dev/full")) return;
  const shell::Sandbox sandbox;
  REQUIRE(sandbox.run("attache --db kb.db seed").code == 0);
  const shell::Result result = sandbox.run("attache --db kb.db organizations > /dev/full");
  CHECK(result.code == 1);
  CHECK(result.err == "attache: the results can't be written: No space left on device\n");
}
