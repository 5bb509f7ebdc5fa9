// SPDX-License-Identifier: MIT
#include <map>
#include <regex>
#include <set>

#include "tests/catch.h"
#include "tests/house/source_tree.h"

namespace {

/// Which room may include which, besides itself. docs/architecture.md draws the same arrows.
const std::map<std::string, std::set<std::string>> arrows = {
    {"cmake", {}},
    {"system", {}},
    {"schema", {"cmake", "system"}},
    {"server", {"cmake", "schema", "system"}},
    {"seed/text", {}},
    {"seed/read", {"cmake", "seed/text", "system"}},
    {"seed/syntax", {"seed/text", "system"}},
    {"seed/lexicon", {"cmake", "seed/text", "system"}},
    {"seed/rules", {"cmake", "seed/lexicon", "seed/text"}},
    {"seed/frames", {"cmake", "seed/lexicon", "seed/text"}},
    {"seed/extract", {"seed/rules", "seed/frames", "seed/lexicon", "seed/syntax", "seed/text"}},
    {"seed",
     {"cmake", "schema", "seed/extract", "seed/frames", "seed/rules", "seed/lexicon", "seed/read",
      "seed/syntax", "seed/text", "system"}},
    {"seed/train",
     {"seed", "seed/extract", "seed/rules", "seed/lexicon", "seed/syntax", "seed/text"}},
    {"attache", {"seed", "seed/extract"}},
    {"cli",
     {"attache", "cmake", "schema", "seed", "seed/extract", "seed/rules", "seed/lexicon",
      "seed/read", "seed/text", "system"}},
};

/// A library that stands behind one room, by how its headers are named.
const std::vector<std::pair<std::string, std::set<std::string>>> seams = {
    {"sqlite3.h", {"schema", "cli"}},  // cli: only to print its version
    {"gmime/", {"seed/read"}},
    {"SQLiteCpp/", {"schema", "cli", "server"}},
    {"pqxx/", {"server"}},
    {"CLI/", {"cli", "seed/syntax"}},
    {"toml++/", {"seed/rules", "seed/frames", "seed/read"}},
    {"csv.h", {"seed/lexicon", "seed/read"}},
    {"poppler/", {"seed/read"}},
    {"gumbo.h", {"seed/read"}},
    {"pugixml.hpp", {"seed/read"}},
    {"archive.h", {"seed/read", "cli"}},  // cli: only attache-pack
    {"archive_entry.h", {"seed/read", "cli"}},
    {"yaml.h", {"seed/read"}},
    {"librsvg/", {"cli"}},
    {"cairo.h", {"cli"}},
};

/// The room of a file: its folder, two names deep below seed, one elsewhere.
std::string room_of(const std::string& path) {
  const std::size_t first = path.find('/');
  if (first == std::string::npos) return "";
  const std::string top = path.substr(0, first);
  const std::size_t second = path.find('/', first + 1);
  if (top != "seed" || second == std::string::npos) return top;
  return path.substr(0, second);
}

struct Include {
  bool quoted;
  std::string name;
};

std::vector<Include> includes_of(const std::string& bytes) {
  static const std::regex form(R"(^\s*#\s*include\s*(["<])([^">]+)[">].*)");
  std::vector<Include> includes;
  for (const std::string& line : house::lines_of(bytes)) {
    std::smatch match;
    if (std::regex_match(line, match, form)) includes.push_back({match[1] == "\"", match[2]});
  }
  return includes;
}

/// What is wrong with an include of a file in `room`; empty where nothing is.
std::string objection(const std::string& room, const Include& include) {
  if (!include.quoted) {
    for (const auto& [prefix, rooms] : seams) {
      if (include.name.rfind(prefix, 0) == 0 && rooms.count(room) == 0)
        return "this library has no business in " + room;
    }
    return "";
  }
  const std::string other = room_of(include.name);
  if (arrows.count(other) == 0) return "not a path from the project's root into a room";
  if (other == room || arrows.at(room).count(other) > 0) return "";
  return "against the arrows: " + room + " -> " + other;
}

std::vector<std::string> objections(const std::vector<house::SourceFile>& files) {
  std::vector<std::string> found;
  for (const auto& [path, bytes] : files) {
    const std::string room = room_of(path);
    if (!house::is_cpp(path) || arrows.count(room) == 0) continue;
    for (const Include& include : includes_of(bytes)) {
      const std::string words = objection(room, include);
      if (!words.empty()) found.push_back(path + " includes " + include.name + ": " + words);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no include goes against the arrows") {
  const auto files = house::source_files();
  REQUIRE(files.size() > 50);
  for (const std::string& words : objections(files)) FAIL_CHECK(words);
}

TEST_CASE("every room below cli, schema and seed has its arrows") {
  for (const auto& [path, bytes] : house::source_files()) {
    const std::string room = room_of(path);
    const bool product =
        room.rfind("cli", 0) == 0 || room.rfind("schema", 0) == 0 || room.rfind("seed", 0) == 0;
    if (!product || !house::is_cpp(path)) continue;
    INFO(path);
    CHECK(arrows.count(room) == 1);
  }
}

TEST_CASE("an include against the arrows is found") {
  CHECK(objections({{"seed/text/a.cpp", "#include \"seed/text/span.h\"\n"}}).empty());
  CHECK(objections({{"seed/a.cpp", "#include \"schema/records.h\"\n"}}).empty());
  CHECK(objections({{"cli/output/a.h", "#include \"cli/session.h\"\n#include <CLI/CLI.hpp>\n"}})
            .empty());

  CHECK(objections({{"seed/extract/a.cpp", "#include \"schema/records.h\"\n"}}).size() == 1);
  CHECK(objections({{"seed/extract/a.cpp", "#include \"seed/read/read.h\"\n"}}).size() == 1);
  CHECK(objections({{"seed/text/a.cpp", "#include \"seed/seeder.h\"\n"}}).size() == 1);
  CHECK(objections({{"schema/a.cpp", " # include \"seed/text/span.h\" // why\n"}}).size() == 1);
  CHECK(objections({{"seed/text/a.cpp", "#include \"span.h\"\n"}}).size() == 1);
  CHECK(objections({{"schema/a.cpp", "#include \"tests/catch.h\"\n"}}).size() == 1);
  CHECK(objections({{"seed/extract/a.cpp", "#include <SQLiteCpp/Database.h>\n"}}).size() == 1);
}
