// SPDX-License-Identifier: MIT
// What the pages show of rules and frames does what they say.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "seed/own_examples.h"
#include "tests/catch.h"

using namespace attache;

namespace {

namespace fs = std::filesystem;

/// The indented block of a page that begins with these words.
std::string block_of(const char* page, const std::string& begin) {
  std::ifstream file(fs::path(ATTACHE_SOURCE_DIR) / "docs" / page);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t at = text.find("\n    " + begin + '\n');
  std::string block;
  while (at != std::string::npos && text.compare(at, 5, "\n    ") == 0) {
    const std::size_t end = text.find('\n', at + 1);
    block += text.substr(at + 5, end - at - 5) + '\n';
    at = end;
  }
  return block;
}

std::size_t failed(const ExampleRun& run) {
  for (const FailedExample& one : run.failed) WARN(one.place << ": " << one.id << ": " << one.text);
  return run.failed.size();
}

ExampleRun run_of(const std::string& file, const std::string& toml) {
  const fs::path folder =
      fs::temp_directory_path() / ("attache-page-" + std::to_string(::getpid()));
  fs::create_directories(folder / "frames");
  std::ofstream(folder / file) << toml;
  ExampleRun run = run_own_examples({}, folder);
  fs::remove_all(folder);
  return run;
}

}  // namespace

TEST_CASE("the cue and the frame that the pages show make rows of their examples") {
  const ExampleRun cue = run_of("priorities.toml", block_of("rules.md", "[[cue]]"));
  CHECK(cue.examples == 1);
  CHECK(failed(cue) == 0);
  const ExampleRun frame = run_of("frames/mine.toml", block_of("frames.md", "[[frame]]"));
  CHECK(frame.examples == 1);
  CHECK(failed(frame) == 0);
}

TEST_CASE(
    "a finite verb without an auxiliary is active, whatever the parser makes of its subject") {
  for (
      const char* unit :
      {R"({ verb = "enrol", body = "in", example = "Kenya enrolled in the [[African Union]]." })",
       R"({ verb = "enlist", body = "in", example = "Kenya enlisted in the [[African Union]]." })"}) {
    const ExampleRun run =
        run_of("frames/mine.toml",
               std::string("[[frame]]\nname = ") + "\"membership\"\nunits = [" + unit + "]\n");
    CAPTURE(unit);
    CHECK(failed(run) == 0);
  }
}

TEST_CASE("an example that gives nothing is told with its place and its fault") {
  const std::string begin =
      "[[cue]]\nid = \"priorities.x\"\neffect = \"aim\"\nmotivation = \"m\"\n";
  const auto fault = [&](const std::string& rest) {
    const ExampleRun run = run_of("priorities.toml", begin + rest);
    REQUIRE(run.failed.size() == 1);
    CHECK(run.failed.front().id == "priorities.x");
    CHECK(run.failed.front().place.ends_with("priorities.toml:1"));
    return run.failed.front().fault;
  };
  CHECK(
      fault(
          "patterns = [\"we itch four\"]\nexample = \"We itch for [[peace in our region]].\"\n") ==
      ExampleFault::silent);
  CHECK(
      fault(
          "patterns = [\"we itch for\"]\nexample = \"[[Tea]] was served. We itch for peace.\"\n") ==
      ExampleFault::fruitless);
  CHECK(fault("patterns = [\"we itch for\"]\nexample = \"We itch for [[peace in our region]].\"\n"
              "counter = \"We itch for war on hunger.\"\n") == ExampleFault::counter);
}
