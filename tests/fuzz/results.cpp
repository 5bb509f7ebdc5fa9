// SPDX-License-Identifier: MIT
// A line of what `extract --input ndjson` wrote, from a stranger: it is refused in words, or stored
// so that the knowledge base is sound.
#include <filesystem>
#include <fstream>

#include "seed/result_record.h"
#include "tests/fuzz/program.h"

namespace {

using namespace attache;
namespace fs = std::filesystem;

class LoadFolder {
 public:
  /// Gives the exit code. One base takes all, so that later lines meet earlier documents.
  int load(std::string_view line) const {
    std::ofstream(results(), std::ios::binary) << line;
    return fuzz::run_quietly({"load", "--jobs", "1", "--other-versions", base(), results()});
  }
  int check() const { return fuzz::run_quietly({"--db", base(), "check"}); }

 private:
  std::string base() const { return folder_ / "kb.db"; }
  std::string results() const { return folder_ / "results.ndjson"; }

  fuzz::Folder folder_;
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
