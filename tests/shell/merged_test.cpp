// SPDX-License-Identifier: MIT
// What is left of a merge that is killed, and that the same command goes on from there.
#include <csignal>
#include <thread>

#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

using namespace std::chrono_literals;

/// Speeches of several folders, whose names are the same in each.
void write_speeches(const shell::Sandbox& sandbox, int folder, int count) {
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int n = 0; n < 30; ++n)
      text += "Sentence " + std::to_string(n) + " of " + std::to_string(folder * count + i) +
              " says that Kenya is a member of the African Union and upholds human rights.\n";
    const std::string name =
        std::to_string(folder) + "/speech-" + std::to_string(i % 9) + "/talk.txt";
    std::filesystem::create_directories((sandbox.folder() / name).parent_path());
    sandbox.write(name, text);
  }
}

}  // namespace

TEST_CASE("a merge that is killed leaves whole inputs, and goes on to the same content") {
  const shell::Sandbox sandbox;
  constexpr int parts = 6;
  std::string folders, files;
  for (int part = 1; part <= parts; ++part) {
    const std::string number = std::to_string(part);
    write_speeches(sandbox, part, 9);
    folders += " " + number;
    files += " " + number + ".db";
    REQUIRE(sandbox.run("attache --db " + number + ".db seed -q " + number).code == 0);
  }
  REQUIRE(sandbox.run("attache --db whole.db seed -q" + folders).code == 0);
  const std::string expected = sandbox.run("attache --db whole.db check --digest").out;
  for (const auto delay : {2ms, 5ms, 10ms, 15ms, 20ms, 30ms, 45ms, 70ms}) {
    const int process = sandbox.start("attache merge -q all.db" + files);
    std::this_thread::sleep_for(delay);
    ::kill(-process, SIGKILL);
    shell::Sandbox::wait(process);
    if (!std::filesystem::exists(sandbox.folder() / "all.db") ||
        std::filesystem::file_size(sandbox.folder() / "all.db") == 0)
      continue;
    CHECK(sandbox.run("attache --db all.db check -q").code == 0);
    const std::string count = sandbox.run("attache --db all.db documents --count").out;
    CHECK(std::stoi(count) % 9 == 0);
  }
  CHECK(sandbox.run("attache merge -q all.db" + files).code == 0);
  CHECK(sandbox.run("attache --db all.db check --digest").out == expected);
  CHECK(sandbox.run("attache --db all.db check -q").code == 0);
}
