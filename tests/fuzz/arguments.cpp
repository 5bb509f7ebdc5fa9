// SPDX-License-Identifier: MIT
// Whole argument lists, one argument a line: never exit 70, and an error is one line. Commands
// that write run only in the words of their help, since a fuzzer would name files of this machine.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "cli/app.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line) && lines.size() < 16;) lines.push_back(line);
  return lines;
}

int run_quietly(const std::vector<std::string>& arguments, std::string& complaint) {
  std::istringstream in;
  std::ostringstream out, err;
  const Streams streams{in, out, err};
  const int code = run(arguments, streams, [](const char*) { return std::nullopt; });
  complaint = err.str();
  return code;
}

/// A base with the bundled document, made once, in a folder that goes with the process.
class Base {
 public:
  Base() {
    std::string pattern = (std::filesystem::temp_directory_path() / "attache-fuzz-XXXXXX").string();
    require_made(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::string complaint;
    require_made(run_quietly({"--db", file(), "seed"}, complaint) == 0);
  }
  ~Base() { std::filesystem::remove_all(folder_); }
  Base(const Base&) = delete;
  Base& operator=(const Base&) = delete;

  std::string file() const { return (folder_ / "kb.db").string(); }

 private:
  static void require_made(bool made) { fuzz::require(made, "the base can be made"); }
  std::filesystem::path folder_;
};

constexpr std::array<std::string_view, 7> reading = {
    "principles", "priorities", "organizations", "leaders", "documents", "search", "show"};

bool only_reads(const std::vector<std::string>& arguments) {
  const bool names_base = std::any_of(arguments.begin(), arguments.end(),
                                      [](const auto& word) { return word.rfind("--d", 0) == 0; });
  return !arguments.empty() && !names_base &&
         std::find(reading.begin(), reading.end(), arguments.front()) != reading.end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Base base;
  std::vector<std::string> arguments = lines_of(fuzz::bytes_of(data, size));
  if (!only_reads(arguments)) return 0;
  arguments.insert(arguments.begin(), {"--db", base.file()});
  std::string complaint;
  const int code = run_quietly(arguments, complaint);
  fuzz::require(code == 0 || code == 1 || code == 2 || code == 3, "the exit code is documented");
  if (code > 1)
    fuzz::require(std::count(complaint.begin(), complaint.end(), '\n') == 1, "an error is a line");
  return 0;
}
