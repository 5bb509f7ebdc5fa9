// SPDX-License-Identifier: MIT
// Seeding of a folder that is stopped or killed somewhere in the middle, and documents of unusual
// size.
#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>
#include <thread>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

constexpr int documents = 400;

void write_folder(const shell::Sandbox& sandbox) {
  std::filesystem::create_directory(sandbox.folder() / "many");
  for (int i = 0; i < documents; ++i) {
    std::string text;
    for (int n = 0; n < 200; ++n)
      text += "In year " + std::to_string(i) + " point " + std::to_string(n) +
              " my country was a member of GUAM and of NATO.\n";
    sandbox.write("many/d" + std::to_string(1000 + i) + ".txt", text);
  }
}

std::string integrity(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
  return database.execAndGet("PRAGMA integrity_check").getString();
}

int stored(const shell::Sandbox& sandbox) {
  return std::stoi(sandbox.run("attache --db kb.db documents --count").out);
}

/// Waits until the run has made the file, so that the signal falls into the seeding.
void wait_for(const std::filesystem::path& file) {
  for (int i = 0; i < 2000 && !std::filesystem::exists(file); ++i) std::this_thread::sleep_for(5ms);
  std::this_thread::sleep_for(30ms);
}

}  // namespace

TEST_CASE("a stopped run keeps whole documents, says so, and goes on where it stopped") {
  const shell::Sandbox sandbox;
  write_folder(sandbox);
  const int process = sandbox.start("attache --db kb.db seed many 2> told");
  wait_for(sandbox.folder() / "kb.db");
  ::kill(process, SIGINT);
  const int code = shell::Sandbox::wait(process);
  // A fast machine may be done before the signal comes; then it comes too late to matter.
  if (code != 0) CHECK(code == 130);
  if (code == 130)
    CHECK(shell::contents(sandbox.folder() / "told").find("attache: interrupted") !=
          std::string::npos);
  CHECK(integrity(sandbox.folder() / "kb.db") == "ok");
  const int before = stored(sandbox);
  const shell::Result again = sandbox.run("attache --db kb.db seed many");
  CHECK(again.code == 0);
  CHECK(again.err.find(" " + std::to_string(before) + " unchanged") != std::string::npos);
  CHECK(stored(sandbox) == documents);
}

TEST_CASE("a killed run leaves a whole knowledge base that the next run completes") {
  const shell::Sandbox sandbox;
  write_folder(sandbox);
  const int process = sandbox.start("attache --db kb.db seed many");
  wait_for(sandbox.folder() / "kb.db");
  ::kill(process, SIGKILL);
  shell::Sandbox::wait(process);
  CHECK(sandbox.run("attache --db kb.db seed many").code == 0);
  CHECK(integrity(sandbox.folder() / "kb.db") == "ok");
  CHECK(stored(sandbox) == documents);
  CHECK(sandbox.run("attache --db kb.db organizations --name GUAM --count").out ==
        std::to_string(documents) + "\n");
}

TEST_CASE("any number of threads give the same knowledge base") {
  const shell::Sandbox sandbox;
  write_folder(sandbox);
  const std::string query = " organizations --evidence --csv";
  REQUIRE(sandbox.run("attache --db one.db seed --jobs 1 many").code == 0);
  REQUIRE(sandbox.run("attache --db four.db seed --jobs 4 many").code == 0);
  CHECK(sandbox.run("attache --db one.db" + query).out ==
        sandbox.run("attache --db four.db" + query).out);
}

TEST_CASE("one line of 50 MB is a document like any other") {
  const shell::Sandbox sandbox;
  std::string line = "My country is a member of GUAM";
  while (line.size() < 50'000'000) line += " and of the whole world and its many words";
  sandbox.write("line.txt", line);
  CHECK(sandbox.run("attache --db kb.db seed line.txt").code == 0);
  CHECK(sandbox.run("attache --db kb.db organizations --columns acronym --no-header").out ==
        "GUAM\n");
}

TEST_CASE("progress is drawn on a terminal, and nowhere else") {
  const shell::Sandbox sandbox;
  write_folder(sandbox);
  const std::string seen = sandbox.run_on_terminal("TERM=xterm attache --db kb.db seed many").out;
  CHECK(seen.find("400 documents: 400 added") != std::string::npos);
  CHECK(sandbox.run("attache --db other.db seed many").err.find('\r') == std::string::npos);
  CHECK(sandbox.run("attache --db other.db --quiet seed --force many").err.empty());
}
