// SPDX-License-Identifier: MIT
// Several programs at one knowledge base, and files that are none.
#include <fcntl.h>
#include <sys/stat.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>
#include <thread>
#include <vector>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

void write_folder(const shell::Sandbox& sandbox, const std::string& name, int documents) {
  std::filesystem::create_directory(sandbox.folder() / name);
  for (int i = 0; i < documents; ++i) {
    sandbox.write(name + "/d" + std::to_string(i) + ".txt",
                  "Text " + std::to_string(i) + " of " + name +
                      " says that my country is a member of GUAM and of NATO.\n");
  }
}

/// So many writers at a file that is not there yet: all end well, and all documents are there.
void expect_all_stored(int writers, int rounds) {
  const shell::Sandbox sandbox;
  constexpr int documents = 3;
  for (int i = 0; i < writers; ++i) write_folder(sandbox, "w" + std::to_string(i), documents);
  for (int round = 0; round < rounds; ++round) {
    const std::string db = "attache --db kb" + std::to_string(round) + ".db ";
    std::vector<int> processes;
    for (int i = 0; i < writers; ++i)
      processes.push_back(sandbox.start(db + "seed w" + std::to_string(i)));
    for (const int process : processes) CHECK(shell::Sandbox::wait(process) == 0);
    CHECK(sandbox.run(db + "documents --count").out == std::to_string(writers * documents) + "\n");
    CHECK(sandbox.run(db + "check").code == 0);
  }
}

/// Holds the locks of a knowledge base, as another program does while it writes.
class Holder {
 public:
  using Locks = SQLite::TransactionBehavior;
  explicit Holder(const std::filesystem::path& file, Locks locks = Locks::EXCLUSIVE)
      : database_(file.string(), SQLite::OPEN_READWRITE), transaction_(database_, locks) {}

 private:
  SQLite::Database database_;
  SQLite::Transaction transaction_;
};

}  // namespace

TEST_CASE("two programs that seed the same new file both store their documents") {
  expect_all_stored(2, 8);
}

TEST_CASE("eight programs that seed the same new file all store their documents") {
  expect_all_stored(8, 2);
}

TEST_CASE("queries beside a seeding see whole documents and no damage") {
  const shell::Sandbox sandbox;
  write_folder(sandbox, "many", 120);
  REQUIRE(sandbox.run("attache --db kb.db seed many").code == 0);
  const std::string query = "attache --db kb.db organizations --count";
  const std::string rows = sandbox.run(query).out;
  const int writer = sandbox.start(
      "sh -c 'for i in 1 2 3 4; do attache --db kb.db seed --force many || exit 1; done'");
  for (int i = 0; i < 40; ++i) {
    const shell::Result result = sandbox.run(query);
    CHECK(result.code == 0);
    CHECK(result.out == rows);
    CHECK(result.err.empty());
  }
  CHECK(shell::Sandbox::wait(writer) == 0);
}

TEST_CASE("a wait ends when --wait says, and the error tells how long it was") {
  const shell::Sandbox sandbox;
  REQUIRE(sandbox.run("attache --db kb.db seed").code == 0);
  const Holder holder(sandbox.folder() / "kb.db");
  for (const std::string command : {"seed --force", "documents"}) {
    INFO(command);
    const shell::Result at_once = sandbox.run("attache --db kb.db --wait 0 " + command);
    CHECK(at_once.code == 3);
    CHECK(at_once.err ==
          "attache: kb.db: another program is writing to the knowledge base; try again when it is "
          "done (waited 0 seconds; --wait SECONDS changes that)\n");
    const shell::Result later = sandbox.run("attache --db kb.db --wait 2 " + command);
    CHECK(later.code == 3);
    CHECK(later.err.starts_with("attache: waiting for another program that has kb.db"));
    CHECK(later.err.find("(waited 2 seconds;") != std::string::npos);
    CHECK(sandbox.run("attache -q --db kb.db --wait 2 " + command)
              .err.starts_with("attache: kb.db: another"));
  }
}

TEST_CASE("Ctrl-C ends a wait") {
  const shell::Sandbox sandbox;
  REQUIRE(sandbox.run("attache --db kb.db seed").code == 0);
  const Holder holder(sandbox.folder() / "kb.db");
  const int process = sandbox.start("attache --db kb.db --wait 600 seed --force 2> told");
  while (shell::contents(sandbox.folder() / "told").empty()) std::this_thread::sleep_for(10ms);
  ::kill(process, SIGINT);
  CHECK(shell::Sandbox::wait(process) == 130);
}

TEST_CASE("Ctrl-C ends a wait that began once the file was open, with 130") {
  const shell::Sandbox sandbox;
  REQUIRE(sandbox.run("attache --db kb.db seed").code == 0);
  SQLite::Database(sandbox.folder() / "kb.db", SQLite::OPEN_READWRITE)
      .exec("INSERT INTO sentences_fts(sentences_fts) VALUES ('delete-all')");
  const Holder holder(sandbox.folder() / "kb.db", Holder::Locks::IMMEDIATE);
  for (const std::string command : {"seed --force", "check --repair --yes"}) {
    INFO(command);
    std::filesystem::remove(sandbox.folder() / "told");  // that of the one before
    const int process = sandbox.start("attache --db kb.db --wait 100 " + command + " 2> told");
    const auto waits = [&] {
      return shell::contents(sandbox.folder() / "told").find("waiting") != std::string::npos;
    };
    for (int i = 0; i < 4000 && !waits(); ++i) std::this_thread::sleep_for(5ms);
    ::kill(process, SIGINT);
    CHECK(shell::Sandbox::wait(process) == 130);
    CHECK(shell::contents(sandbox.folder() / "told").find("attache: interrupted") !=
          std::string::npos);
  }
}

TEST_CASE("the file of --db is no pipe, device or folder, and has a name") {
  const shell::Sandbox sandbox;
  REQUIRE(::mkfifo((sandbox.folder() / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_directory(sandbox.folder() / "folder");
  for (const std::string file : {"pipe", "/dev/null", "/dev/zero", "folder", "folder/"}) {
    for (const std::string command : {"documents", "seed", "check"}) {
      INFO(file << " " << command);
      const shell::Result result = sandbox.run("timeout 20 attache --db " + file + " " + command);
      CHECK(result.code == 3);
      CHECK(result.err.find("not a knowledge base") != std::string::npos);
    }
  }
  CHECK(sandbox.run("attache --db '' seed").code == 2);
  CHECK(sandbox.run("attache --db '' documents").err ==
        "attache: --db: names no file; give the path of one\n");
}

TEST_CASE("a killed making of a file is made good by the next run") {
  const shell::Sandbox sandbox;
  write_folder(sandbox, "few", 20);
  for (int delay = 1; delay < 60; delay += 4) {
    const int process = sandbox.start("attache --db kb.db seed few");
    std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    ::kill(process, SIGKILL);
    shell::Sandbox::wait(process);
    const shell::Result asked = sandbox.run("attache --db kb.db documents --count");
    if (asked.code != 0) {
      CHECK(asked.code == 3);
      CHECK(asked.err.starts_with("attache: no knowledge base at kb.db"));
    }
    CHECK(sandbox.run("attache --db kb.db seed few").code == 0);
    CHECK(sandbox.run("attache --db kb.db documents --count").out == "20\n");
    sandbox.run("rm kb.db*");
  }
}
