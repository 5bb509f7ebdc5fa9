// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.h"
#include "tests/fuzz/target.h"

/// What targets share that run the program itself.
namespace attache::fuzz {

/// Gives the exit code; what is printed is dropped.
inline int run_quietly(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  const Streams streams{in, out, err};
  return run(arguments, streams, [](const char*) { return std::nullopt; });
}

/// A folder of the process, removed at its end.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "attache-fuzz-XXXXXX").string();
    require(mkdtemp(pattern.data()) != nullptr, "a folder can be made");
    path_ = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace attache::fuzz
