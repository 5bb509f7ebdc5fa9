// SPDX-License-Identifier: MIT
// A line of what `extract --input ndjson` wrote, from a stranger: it is refused in words, or stored
// so that the knowledge base is sound.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/app.h"
#include "seed/result_record.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;
namespace fs = std::filesystem;

int run_quietly(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  const Streams streams{in, out, err};
  return run(arguments, streams, [](const char*) { return std::nullopt; });
}

class LoadFolder {
 public:
  LoadFolder() {
    std::string pattern = (fs::temp_directory_path() / "attache-fuzz-XXXXXX").string();
    fuzz::require(mkdtemp(pattern.data()) != nullptr, "a folder can be made");
    folder_ = pattern;
  }
  ~LoadFolder() { fs::remove_all(folder_); }
  LoadFolder(const LoadFolder&) = delete;
  LoadFolder& operator=(const LoadFolder&) = delete;

  /// Gives the exit code. One base takes all, so that later lines meet earlier documents.
  int load(std::string_view line) const {
    std::ofstream(results(), std::ios::binary) << line;
    return run_quietly({"load", "--jobs", "1", "--other-versions", base(), results()});
  }
  int check() const { return run_quietly({"--db", base(), "check"}); }

 private:
  std::string base() const { return (folder_ / "kb.db").string(); }
  std::string results() const { return (folder_ / "results.ndjson").string(); }

  fs::path folder_;
};

bool is_result(std::string_view line) {
  try {
    return read_result(line).failure.empty();
  } catch (const ResultError& error) {
    fuzz::require(*error.what() != '\0', "a refusal says why");
    return false;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line = fuzz::bytes_of(data, size);
  // The program itself is slow: it is asked where a line is a result, and of some that are none.
  if (!is_result(line) && size % 16 != 0) return 0;
  static const LoadFolder folder;
  const int code = folder.load(line);
  fuzz::require(code == 0 || code == 1, "a line is loaded or refused");
  fuzz::require(folder.check() == 0, "what was loaded is sound");
  return 0;
}
