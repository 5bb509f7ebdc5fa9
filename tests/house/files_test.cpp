// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/house/source_tree.h"

namespace {

/// In two parts, for tools that look for licences read this file too.
const std::string licence = std::string("SPDX-License-") + "Identifier: MIT";

bool is_script(const house::SourceFile& file) { return file.bytes.rfind("#!", 0) == 0; }

bool names_licence(const house::SourceFile& file) {
  const auto lines = house::lines_of(file.bytes);
  if (house::is_cpp(file.path)) return !lines.empty() && lines[0] == "// " + licence;
  return lines.size() > 1 && lines[1] == "# " + licence;
}

/// Places that exist on one machine only. Written in two parts, for this file is searched too.
const std::vector<std::string> workplaces = {
    std::string("/work") + "/main",   std::string("/work") + "/shared", std::string("/work") + "/.",
    std::string("/tmp") + "/attache", std::string("/tmp") + "/roots",
};

}  // namespace

TEST_CASE("every source file and script names its licence at its head") {
  for (const auto& file : house::source_files()) {
    if (!house::is_cpp(file.path) && !is_script(file)) continue;
    INFO(file.path);
    CHECK(names_licence(file));
  }
}

TEST_CASE("the licence is asked for on the first line, and below #! in scripts") {
  CHECK(names_licence({"a.cpp", "// " + licence + "\n"}));
  CHECK(names_licence({"run", "#!/bin/sh\n# " + licence + "\n"}));
  CHECK_FALSE(names_licence({"a.cpp", "\n// " + licence + "\n"}));
  CHECK_FALSE(names_licence({"run", "#!/bin/sh\nset -eu\n"}));
  CHECK_FALSE(names_licence({"a.h", ""}));
}

TEST_CASE("no file speaks of a place that exists on one machine only") {
  for (const auto& file : house::source_files()) {
    for (const std::string& place : workplaces) {
      INFO(file.path << " speaks of " << place);
      CHECK(file.bytes.find(place) == std::string::npos);
    }
  }
}

TEST_CASE("SQL files live under schema only") {
  bool any = false;
  for (const auto& file : house::source_files()) {
    if (!house::has_ending(file.path, ".sql")) continue;
    any = true;
    INFO(file.path);
    CHECK(file.path.rfind("schema/", 0) == 0);
  }
  CHECK(any);
}

TEST_CASE("code and data end their lines with LF, the last one too") {
  const std::vector<std::string> endings = {".h",    ".cpp",   ".sql", ".csv",
                                            ".toml", ".cmake", ".md",  "CMakeLists.txt"};
  for (const auto& file : house::source_files()) {
    const bool ours = std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return house::has_ending(file.path, ending);
    });
    // Fixtures and bundled documents are kept as they came.
    if (!ours || file.path.rfind("seed/documents/", 0) == 0 || file.path.rfind("tests/", 0) == 0)
      continue;
    INFO(file.path);
    CHECK(file.bytes.find('\r') == std::string::npos);
    CHECK(house::has_ending(file.bytes, "\n"));
  }
}

TEST_CASE("no test's name begins with a dash") {
  // Newer runners of the framework would take it for an option, older ones don't mind.
  const std::string opening = std::string("TEST_CASE") + "(\"-";
  for (const auto& file : house::source_files()) {
    INFO(file.path);
    CHECK(file.bytes.find(opening) == std::string::npos);
  }
}
