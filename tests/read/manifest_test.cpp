// SPDX-License-Identifier: MIT
#include "seed/read/manifest.h"

#include <algorithm>
#include <filesystem>

#include "tests/catch.h"

using namespace attache;

namespace {

std::string error_of(const std::string& csv) {
  try {
    Manifest::parse(csv, "m.csv");
  } catch (const ReadError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a manifest names documents in any order of columns") {
  const Manifest manifest = Manifest::parse(
      "\xEF\xBB\xBF"
      "date,path,title,country\r\n2005-09,texts/a.txt,\"Aims, \"\"ours\"\"\",AZE\r\n,b.txt,,\r\n",
      "corpus/m.csv");
  REQUIRE(manifest.rows().size() == 2);
  const ManifestRow* row = manifest.find("corpus/texts/a.txt");
  REQUIRE(row != nullptr);
  CHECK(row->metadata.title == "Aims, \"ours\"");
  CHECK(row->metadata.country == "AZE");
  CHECK(row->metadata.date == "2005-09");
  CHECK(row->line == 2);
  CHECK(manifest.find("./texts/a.txt") == row);
  CHECK(manifest.find("corpus/b.txt") != nullptr);
  CHECK(manifest.find("corpus/c.txt") == nullptr);
}

TEST_CASE("entries of archives are named as they are shown") {
  const Manifest manifest = Manifest::parse("path,title\na.zip!b/c.txt,T\n", "-");
  CHECK(manifest.find("a.zip!b/c.txt") != nullptr);
}

TEST_CASE("a manifest's faults are told with their line") {
  CHECK(error_of("") ==
        "m.csv:1: empty: the first line names the columns (path, title, country, date, source, "
        "language)");
  CHECK(error_of("title\nx\n") == "m.csv:1: no column 'path' in the header");
  CHECK(error_of("path,path\n") == "m.csv:1: column 'path' stands twice");
  CHECK(error_of("path,date\na,2005\nb\n") == "m.csv:3: 1 field, but the header has 2");
  CHECK(error_of("path,title\n,x\n") == "m.csv:2: no path");
  CHECK(error_of("path\na\n./a\n") == "m.csv:3: path './a' stands on line 2 too");
  CHECK(error_of("path,date\na,2005-02-30\n") ==
        "m.csv:2: date '2005-02-30' is no day of the calendar");
  CHECK(error_of("path,title\na,\"x\ny\"\nb,c\"d\n") ==
        "m.csv:4: a quotation mark inside a field: double it, and quote the whole field");
  CHECK(error_of("path,title\na,\"x\ny\n") ==
        "m.csv:2: a quoted field that begins here or below never ends");
  CHECK(error_of("path\na\n\xFF\n") == "m.csv:3: invalid UTF-8");
}

TEST_CASE("a manifest may be parted by semicolons or tabs and have columns of its own") {
  for (const char separator : {',', ';', '\t', '|'}) {
    std::string table = "File|Publication Date|Speaker|title|empty\na.txt|2005-09|Brown|Aims|\n";
    std::replace(table.begin(), table.end(), '|', separator);
    const Manifest manifest = Manifest::parse("\xEF\xBB\xBF" + table, "m.csv");
    REQUIRE(manifest.rows().size() == 1);
    const ManifestRow& row = manifest.rows().front();
    CHECK(row.path == "a.txt");
    CHECK(row.metadata.date == "2005-09");
    CHECK(row.metadata.title == "Aims");
    CHECK(row.metadata.own == std::vector<MetadataEntry>{{"Speaker", "Brown"}});
  }
  CHECK(Manifest::parse("path;title\na,b.txt;One, two\n", "m.csv").find("a,b.txt") != nullptr);
}

TEST_CASE("lines are counted through quoted line ends") {
  CHECK(Manifest::parse("path,title\na,\"x\ny\"\nb,z\n", "m.csv").rows().back().line == 4);
}

TEST_CASE("a manifest's paths and those of documents lead to the same files in either form") {
  const auto here = std::filesystem::current_path();
  const std::string file = (here / "texts/a.txt").string();
  const Manifest whole = Manifest::parse("path,title\n" + file + ",A\n", "lists/m.csv");
  CHECK(whole.find("texts/a.txt") != nullptr);
  CHECK(whole.find("./texts/../texts/a.txt") != nullptr);
  const Manifest relative = Manifest::parse("path,title\n../texts/a.txt,A\n", "lists/m.csv");
  CHECK(relative.find(file) != nullptr);
  CHECK(relative.find((here / "texts/b.txt").string()) == nullptr);
}

TEST_CASE("a cell that says nothing is known tells nothing") {
  for (const char* untold : {"n/a", "Unknown", "-", "none", "n.d.", "?"}) {
    CAPTURE(untold);
    const Manifest manifest = Manifest::parse(
        "path,country,date,title,language\na.txt," + std::string(untold) + "," + untold + "," +
            untold + "," + untold + "\n",
        "m.csv");
    const Metadata& said = manifest.rows().front().metadata;
    CHECK((said.country + said.date + said.title + said.language).empty());
    CHECK(said.own.empty());
  }
  CHECK(error_of("path,date\na.txt,soon\n") ==
        "m.csv:2: date 'soon' is not a date as 2005, 2005-09 or 2005-09-17");
  CHECK(Manifest::parse("path,date\na.txt,2003-1-2\n", "m.csv").rows().front().metadata.date ==
        "2003-01-02");
}
