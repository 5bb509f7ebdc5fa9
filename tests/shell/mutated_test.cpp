// SPDX-License-Identifier: MIT
// A knowledge base that somebody has made, or that a disk has spoilt: every command ends, and says
// so.
#include <fstream>
#include <random>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

/// `timeout` ends a run that hangs, with the exit code 137.
constexpr const char* commands[] = {"check", "organizations --evidence --limit 3",
                                    "search the --limit 3", "seed --quiet doc.txt",
                                    "check --repair --yes"};

class Mutants {
 public:
  Mutants() {
    sandbox_.write("doc.txt", "France is a member of NATO. We uphold sovereignty.\n");
    REQUIRE(sandbox_.run("attache --quiet --db kb.db seed doc.txt").code == 0);
    whole_ = shell::contents(sandbox_.folder() / "kb.db");
  }

  std::size_t size() const { return whole_.size(); }
  std::string whole() const { return whole_; }

  /// Runs each command on `bytes` as a knowledge base of its own.
  void run(const std::string& bytes) {
    for (const char* command : commands) {
      INFO(command);
      sandbox_.run("rm -f m.db*");
      sandbox_.write("m.db", bytes);
      const shell::Result result =
          sandbox_.run("timeout --signal KILL 300 attache --db m.db " + std::string(command));
      INFO(result.err);
      const bool expected = result.code == 0 || result.code == 1 || result.code == 3;
      REQUIRE(expected);
    }
  }

 private:
  shell::Sandbox sandbox_;
  std::string whole_;
};

}  // namespace

TEST_CASE("no header makes a command hang or break") {
  Mutants mutants;
  for (std::size_t at = 0; at < 100; ++at) {
    const char values[] = {0, 1, static_cast<char>(0xFF)};
    std::string bytes = mutants.whole();
    const char value = values[at % 3] == bytes[at] ? values[(at + 1) % 3] : values[at % 3];
    INFO("byte " << at << " is " << static_cast<int>(value));
    bytes[at] = value;
    mutants.run(bytes);
  }
}

TEST_CASE("no spoilt byte makes a command hang or break") {
  Mutants mutants;
  std::mt19937 random(20050917);
  for (int round = 0; round < 60; ++round) {
    std::string bytes = mutants.whole();
    INFO("round " << round);
    for (int i = 0; i <= round % 8; ++i)
      bytes[100 + random() % (bytes.size() - 100)] = static_cast<char>(random());
    mutants.run(bytes);
  }
}
