// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "seed/read/descriptor.h"
#include "seed/read/process.h"
#include "seed/read/reader_confinement.h"
#include "tests/catch.h"
#include "tests/read/reading.h"
#include "tests/read/temporary.h"

using namespace attache;

namespace {

struct Pipe {
  Descriptor read_end, write_end;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::string read_to_end(int descriptor) {
  std::string text;
  std::array<char, 4096> block{};
  for (ssize_t got = 0; (got = read(descriptor, block.data(), block.size())) > 0;)
    text.append(block.data(), static_cast<std::size_t>(got));
  return text;
}

/// The lines that a taken reader in this mode prints.
std::vector<std::string> acts(const std::string& program, const std::string& mode,
                              const TemporaryFolder& folder) {
  setenv("ATTACHE_READER", program.c_str(), 1);
  const Descriptor input(open(folder.path("victim").c_str(), O_RDONLY | O_CLOEXEC));
  Pipe output = make_pipe();
  ReaderProcess reader({mode, folder.path("")}, input.get(), output.write_end.get());
  output.write_end.reset();
  std::istringstream text(read_to_end(output.read_end.get()));
  CHECK(reader.wait() == "ended early (code 0)");
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

void check_all_refused(const std::string& program, const std::string& mode) {
  const TemporaryFolder folder;
  const std::string victim = folder.write("victim", "whole");
  std::filesystem::create_directory(folder.path("empty"));
  const std::vector<std::string> lines = acts(program, mode, folder);
  REQUIRE(lines.size() > 100);
  CHECK(lines.back() == "the end");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    CHECK_THAT(lines[i], Catch::Matchers::StartsWith("refused "));
  CHECK(std::filesystem::file_size(victim) == 5);
  CHECK(std::filesystem::exists(folder.path("empty")));
  CHECK(!std::filesystem::exists(folder.path("other")));
}

bool built_with_sanitizer() {
  setenv("ATTACHE_READER", ATTACHE_READER, 1);
  return reader_confinement().sanitized;
}

}  // namespace

TEST_CASE("a reader that a file has taken over is refused every act against the rest") {
  if (built_with_sanitizer()) return;
  for (const char* mode : {"documents", "archive"}) {
    check_all_refused(ATTACHE_TAKEN_READER, mode);
    check_all_refused(ATTACHE_TAKEN_READER "_without_landlock", mode);
  }
}

TEST_CASE("a reader tells what confines it") {
  if (built_with_sanitizer()) return;
  CHECK(reader_confinement().seccomp);
  setenv("ATTACHE_READER", ATTACHE_READER "_without_landlock", 1);
  CHECK(reader_confinement().seccomp);
  CHECK(reader_confinement().landlock == 0);
}

TEST_CASE("a busy reader is killed when attache is") {
  prctl(PR_SET_CHILD_SUBREAPER, 1);  // so that the reader's end is told to us
  const TemporaryFolder folder;
  setenv("ATTACHE_READER", ATTACHE_TAKEN_READER, 1);
  Pipe output = make_pipe();
  const pid_t attache = fork();
  REQUIRE(attache >= 0);
  if (attache == 0) {
    const Descriptor input(open("/dev/null", O_RDONLY | O_CLOEXEC));
    const ReaderProcess reader({"hang", folder.path("")}, input.get(), output.write_end.get());
    output.write_end.reset();
    while (true) pause();
  }
  output.write_end.reset();
  char letter = 0;
  CHECK(read(output.read_end.get(), &letter, 1) == 1);
  kill(attache, SIGKILL);
  read_to_end(output.read_end.get());
  CHECK(waitpid(attache, nullptr, 0) == attache);
  int status = 0;
  CHECK(waitpid(-1, &status, 0) > 0);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGKILL);  // and not by the limit on its time
  prctl(PR_SET_CHILD_SUBREAPER, 0);
}

TEST_CASE("a reader outlives the thread that started it") {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  std::thread([&] {
    CHECK(read_built("<html><p>One.", "a.html", options).text == "One.\n");
  }).join();
  CHECK(read_built("<html><p>Two.", "b.html", options).text == "Two.\n");
}

TEST_CASE("a reader serves any number of documents, each by a process that has time for it") {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  for (int i = 0; i < 450; ++i)
    REQUIRE(read_built("<html><p>One.", "a.html", options).text == "One.\n");
}
