// SPDX-License-Identifier: MIT
// The .test files of the command line again, with every question asked of a server: what a file
// answers and what a server answers is the same, but for what is told below.
#include <algorithm>
#include <map>
#include <set>

#include "tests/catch.h"
#include "tests/server/cluster.h"
#include "tests/shell/process.h"
#include "tests/shell/script.h"

namespace {

namespace fs = std::filesystem;

const fs::path source = ATTACHE_SOURCE_DIR;

const server::Cluster& cluster() {
  static const server::Cluster made;
  return made;
}

/// Steps that a server can't answer as a file does, each with the reason. A step is named by its
/// file and words of its command.
struct Told {
  std::string file, words, reason;
};

const std::vector<Told>& told() {
  static const std::vector<Told> list = {
      {"export.test", "folder.db", "Datasette opens files of SQLite: its metadata is made of one"},
      {"export.test", "other.json", "the same"},
      {"trend.test", "Source: attache, attache.db", "a chart names the database, not the file"},
  };
  return list;
}

const Told* told_of(const fs::path& file, const shell::Step& step) {
  for (const Told& one : told())
    if (one.file == file.filename() && step.command.find(one.words) != std::string::npos)
      return &one;
  return nullptr;
}

/// What these are about asks nothing: the file itself, what fills it, and words of the command
/// line.
const std::set<std::string> of_files = {
    "kept_base", "publish",    "foreign_slugs",   "returned_folders", "missing_folder",
    "check",     "completion", "encodings",       "exchange_back",    "extract",
    "help",      "nothing",    "remove",          "repair",           "seed",
    "corpus",    "exit_codes", "path_references", "review_import"};

std::vector<fs::path> scripts() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(source / "tests/shell"))
    if (entry.path().extension() == ".test" && !of_files.contains(entry.path().stem().string()))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Before the command's own words, so that the program in the folder `through` is found first.
std::string through_server(const std::string& address, const std::string& command) {
  return "export PATH=\"$PWD/../through:$PATH\" REAL='" ATTACHE_BINARY "' SERVER='" + address +
         "' ASKED=\"$PWD/../asked\"\n" + command;
}

}  // namespace

TEST_CASE("questions to a server are answered as those to a file") {
  const std::string address = cluster().database("queries");
  std::size_t asked = 0;
  for (const fs::path& file : scripts()) {
    const shell::Sandbox sandbox;
    const fs::path through = sandbox.folder().parent_path() / "through";
    fs::create_directories(through);
    fs::copy_file(source / "tests/server/through-server", through / "attache");
    for (const shell::Step& step :
         shell::read_script(shell::contents(file), file.filename().string())) {
      const shell::Result result = sandbox.run(through_server(address, step.command));
      if (told_of(file, step) != nullptr) continue;
      INFO(file.filename().string() << ":" << step.line << "\n$ " << step.command << "\n"
                                    << result.out << result.err << result.code);
      CHECK(shell::matches(result.out, step.out));
      CHECK(shell::matches(result.err, step.err));
      CHECK(result.code == step.code);
    }
    const std::string lines = shell::contents(through.parent_path() / "asked");
    asked += static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  }
  // So many questions, at least, went to the server.
  CHECK(asked > 500);
}

TEST_CASE("what a server can't answer as a file does stands in the .test files still") {
  std::map<std::string, std::string> texts;
  for (const fs::path& file : scripts()) texts[file.filename()] = shell::contents(file);
  for (const Told& one : told()) {
    INFO(one.file << ": " << one.words);
    CHECK(texts[one.file].find(one.words) != std::string::npos);
    CHECK_FALSE(one.reason.empty());
  }
}
