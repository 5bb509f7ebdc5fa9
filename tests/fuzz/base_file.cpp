// SPDX-License-Identifier: MIT
// A knowledge base from a stranger: a sound file with bytes changed as the input says. Opened,
// checked and asked; refused or read, never a fault of ours.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/program.h"

namespace {

using namespace attache;
namespace fs = std::filesystem;

class Files {
 public:
  Files() {
    fuzz::require(fuzz::run_quietly({"--db", file(), "seed"}) == 0, "the base can be made");
    std::ifstream in(file(), std::ios::binary);
    sound_.assign(std::istreambuf_iterator<char>(in), {});
  }

  std::string file() const { return folder_ / "kb.db"; }

  /// Each four bytes of the input are a place (three bytes, lowest first) and its new value.
  void write_changed(std::string_view changes) const {
    std::string bytes = sound_;
    for (std::size_t i = 0; i + 4 <= changes.size(); i += 4) {
      const auto part = [&](std::size_t k) {
        return std::size_t{static_cast<unsigned char>(changes[i + k])};
      };
      bytes[(part(0) | part(1) << 8 | part(2) << 16) % bytes.size()] = changes[i + 3];
    }
    for (const char* end : {"-wal", "-shm", "-journal"}) fs::remove(file() + end);
    std::ofstream(file(), std::ios::binary) << bytes;
  }

 private:
  fuzz::Folder folder_;
  std::string sound_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Files files;
  files.write_changed(fuzz::bytes_of(data, size));
  const auto allowed = [](int code) { return code == 0 || code == 1 || code == 3; };
  fuzz::require(allowed(fuzz::run_quietly({"--db", files.file(), "organizations", "--evidence"})),
                "a query answers or refuses");
  fuzz::require(allowed(fuzz::run_quietly({"--db", files.file(), "check"})),
                "check answers or refuses");
  fuzz::require(allowed(fuzz::run_quietly({"--db", files.file(), "search", "peace"})),
                "search answers or refuses");
  return 0;
}
