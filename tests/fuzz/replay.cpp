// SPDX-License-Identifier: MIT
// replay FOLDER [MUTATIONS [LAST]]: runs a target once over each file of the folder, then over so
// many changed copies of them, the same ones each time: the kept inputs as a test, without
// libFuzzer. LAST keeps the one that is under way.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void run(const std::string& bytes) {
  const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(data.data(), data.size());
}

/// Draws by the engine alone: distributions differ from one library to the next.
class Mutator {
 public:
  explicit Mutator(std::vector<std::string> kept) : kept_(std::move(kept)) {}

  std::string next() {
    std::string bytes = kept_[below(kept_.size())];
    for (std::size_t times = 1 + below(6); times > 0; --times) change(bytes);
    return bytes;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }

  void change(std::string& bytes) {
    const std::size_t at = below(bytes.size()),
                      length = below(std::min<std::size_t>(bytes.size() - at, 64) + 1);
    switch (below(6)) {
      case 0: bytes.erase(at, length); break;
      case 1: bytes.insert(at, bytes.substr(at, length)); break;
      case 2: bytes.insert(at, 1, static_cast<char>(below(256))); break;
      case 3: bytes.insert(at, piece()); break;
      case 4: bytes.resize(at); break;
      default:
        if (!bytes.empty()) bytes[at] = static_cast<char>(below(256));
    }
  }

  /// Of any of the kept ones.
  std::string piece() {
    const std::string& from = kept_[below(kept_.size())];
    return from.substr(below(from.size()), below(64));
  }

  std::vector<std::string> kept_;
  std::mt19937 engine_{20'261'129};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::vector<std::string> kept;
  for (const fs::path& file : files_in(argv[1])) {
    std::cerr << file.filename().string() << '\n';  // the last name printed is the one that failed
    kept.push_back(contents(file));
    run(kept.back());
  }
  if (kept.empty()) return 1;
  const unsigned long mutations = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 0;
  Mutator mutator(kept);
  for (unsigned long i = 0; i < mutations; ++i) {
    const std::string bytes = mutator.next();
    // Kept where the run ends here.
    if (argc > 3) std::ofstream(argv[3], std::ios::binary) << bytes;
    run(bytes);
  }
  std::cout << kept.size() << " inputs and " << mutations << " changed ones replayed\n";
  return 0;
}
