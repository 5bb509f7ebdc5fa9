// SPDX-License-Identifier: MIT
#include "seed/read/walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/catch.h"
#include "tests/read/archive_writer.h"
#include "tests/read/reading.h"
#include "tests/read/temporary.h"

using namespace attache;

namespace {

/// What a walk found: "path=bytes", and "path: reason" for what failed, in the walk's order, below
/// a folder.
std::vector<std::string> found(const TemporaryFolder& folder, std::vector<std::string> paths,
                               WalkOptions options = {}) {
  use_built_reader();
  const std::string root = folder.path("") + "/";
  std::vector<std::string> lines;
  const auto below = [&](const std::string& path) {
    return path.rfind(root, 0) == 0 ? path.substr(root.size()) : path;
  };
  for (std::string& path : paths) path = path == "." ? folder.path("") : folder.path(path);
  WalkSink sink;
  sink.item = [&](WalkItem item) {
    std::string bytes = item.load();
    if (bytes.size() > 40) bytes = std::to_string(bytes.size());
    lines.push_back(below(item.path) + "=" + bytes);
    return true;
  };
  sink.failed = [&](const std::string& path, const std::string& reason) {
    lines.push_back(below(path) + ": " + reason);
  };
  CHECK(walk(paths, options, sink));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is visited by name, with what lies below, without hidden files") {
  const TemporaryFolder folder;
  folder.write("b.txt", "b");
  folder.write("a/z.txt", "z");
  folder.write("a/y.txt", "y");
  folder.write("c.txt", "");
  folder.write(".git/config", "x");
  folder.write(".hidden.txt", "x");
  CHECK(found(folder, {"."}) == Lines{"a/y.txt=y", "a/z.txt=z", "b.txt=b", "c.txt="});
  Lines hidden;
  WalkOptions options;
  options.hidden = [&](const std::string& path) {
    hidden.push_back(path.substr(path.rfind('/') + 1));
  };
  walk({folder.path("")}, options,
       {[](const WalkItem&) { return true; }, [](const std::string&, const std::string&) {}});
  CHECK(hidden == Lines{".git", ".hidden.txt"});
}

TEST_CASE("paths keep their order, and the same document twice is two items") {
  const TemporaryFolder folder;
  folder.write("b.txt", "same");
  folder.write("a.txt", "same");
  CHECK(found(folder, {"b.txt", "a.txt", "b.txt"}) ==
        Lines{"b.txt=same", "a.txt=same", "b.txt=same"});
}

TEST_CASE("links that turn in a circle end, and broken ones are told") {
  const TemporaryFolder folder;
  folder.write("a/one.txt", "1");
  std::filesystem::create_directory_symlink(folder.path(""), folder.path("a/up"));
  std::filesystem::create_symlink("nowhere", folder.path("broken.txt"));
  std::filesystem::create_symlink("self", folder.path("self"));
  CHECK(found(folder, {"."}) == Lines{"a/one.txt=1", "broken.txt: no such file or directory",
                                      "self: too many levels of symbolic links"});
}

TEST_CASE("what is missing or closed is told and the rest goes on") {
  const TemporaryFolder folder;
  folder.write("a.txt", "a");
  folder.write("closed/b.txt", "b");
  if (geteuid() == 0) {
    CHECK(found(folder, {"none.txt", "a.txt"}) ==
          Lines{"none.txt: no such file or directory", "a.txt=a"});
    return;
  }
  chmod(folder.path("closed").c_str(), 0);
  CHECK(found(folder, {"closed", "none.txt", "a.txt"}) ==
        Lines{"closed: permission denied", "none.txt: no such file or directory", "a.txt=a"});
  chmod(folder.path("closed").c_str(), 0700);
}

TEST_CASE("patterns that the shell left are expanded") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a.txt", "a.md", "x/c.txt", "x/y/d.txt", "[z].txt"})
    folder.write(name, name);
  CHECK(found(folder, {"*.txt"}) == Lines{"[z].txt=[z].txt", "a.txt=a.txt", "b.txt=b.txt"});
  CHECK(found(folder, {"x/**/*.txt"}) == Lines{"x/c.txt=x/c.txt", "x/y/d.txt=x/y/d.txt"});
  CHECK(found(folder, {"[z].txt"}) == Lines{"[z].txt=[z].txt"});
  CHECK(found(folder, {"*.pdf"}) == Lines{"*.pdf: nothing matches"});
}

TEST_CASE("archives are read through, whatever their name and compression") {
  const TemporaryFolder folder;
  const Members members = {{"b/2.txt", "two"},
                           {"a.txt", "one"},
                           {"empty.txt", ""},
                           {"__MACOSX/._a.txt", "x"},
                           {"b/.hidden", "x"}};
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"zip", "none"}, {"ustar", "none"}, {"ustar", "gzip"},
      {"ustar", "xz"}, {"ustar", "zstd"}, {"ustar", "bzip2"}};
  for (const auto& [format, filter] : kinds) {
    INFO(format << " " << filter);
    folder.write("corpus.data", archive_of(format, filter, members));
    CHECK(found(folder, {"corpus.data"}) ==
          Lines{"corpus.data!b/2.txt=two", "corpus.data!a.txt=one", "corpus.data!empty.txt="});
  }
}

TEST_CASE("a compressed file is one document") {
  const TemporaryFolder folder;
  folder.write("speech.txt.gz", archive_of("raw", "gzip", {{"x", "Peace."}}));
  CHECK(found(folder, {"speech.txt.gz"}) == Lines{"speech.txt.gz!speech.txt=Peace."});
}

TEST_CASE("a compressed office file is the document inside") {
  const TemporaryFolder folder;
  const std::string docx =
      archive_of("zip", "none", {{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}});
  for (const char* filter : {"gzip", "xz", "bzip2", "zstd"}) {
    folder.write("a.docx.z", archive_of("raw", filter, {{"x", docx}}));
    CHECK(found(folder, {"a.docx.z"}) == Lines{"a.docx.z!a.docx=" + std::to_string(docx.size())});
  }
}

TEST_CASE("a DOCX in a folder is a document and no archive") {
  const TemporaryFolder folder;
  const std::string docx =
      archive_of("zip", "none", {{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}});
  folder.write("a.docx", docx);
  CHECK(found(folder, {"a.docx"}) == Lines{"a.docx=" + std::to_string(docx.size())});
}

TEST_CASE("names that climb out of an archive are refused, and the rest is read") {
  const TemporaryFolder folder;
  folder.write(
      "a.zip",
      archive_of(
          "zip", "none",
          {{"../../etc/x", "1"}, {"a/../../b", "2"}, {"/etc/passwd", "3"}, {"good..txt", "4"}}));
  CHECK(found(folder, {"a.zip"}) ==
        Lines{"a.zip!../../etc/x: refused: its path climbs out of the archive",
              "a.zip!a/../../b: refused: its path climbs out of the archive",
              "a.zip!/etc/passwd: refused: an absolute path inside an archive",
              "a.zip!good..txt=4"});
}

TEST_CASE("bombs are bounded by ratio and by size, and what follows them is read") {
  const TemporaryFolder folder;
  const Members members = {{"bomb.txt", std::string(40u << 20, 'x')}, {"good.txt", "good"}};
  for (const char* format : {"zip", "ustar"}) {
    folder.write("bomb", archive_of(format, format == std::string("zip") ? "none" : "xz", members));
    CHECK(found(folder, {"bomb"}) ==
          Lines{"bomb!bomb.txt: refused: it unpacks to more than 200 times its size",
                "bomb!good.txt=good"});
  }
  WalkOptions options;
  options.max_bytes = 1000;
  CHECK(found(folder, {"bomb"}, options) ==
        Lines{"bomb!bomb.txt: larger than 1000 bytes: say --max-document-size to allow more",
              "bomb!good.txt=good"});
  options = {};
  options.max_entries = 1;
  options.max_ratio = 1'000'000;
  CHECK(found(folder, {"bomb"}, options) ==
        Lines{"bomb!bomb.txt=" + std::to_string(40u << 20), "bomb: more than 1 entries"});
}

TEST_CASE("many entries that are small bombs together are one") {
  const TemporaryFolder folder;
  const Members members(120, {"small.txt", std::string(1u << 20, 'x')});
  for (const char* format : {"zip", "ustar"}) {
    folder.write("bomb", archive_of(format, format == std::string("zip") ? "none" : "xz", members));
    const Lines lines = found(folder, {"bomb"});
    CHECK(lines.size() < 100);
    CHECK(lines.back() == "bomb: refused: it unpacks to more than 200 times its size");
  }
}

TEST_CASE("a refused entry is not unpacked without end") {
  const TemporaryFolder folder;
  WalkOptions options;
  options.max_bytes = 1000;
  folder.write("bomb",
               archive_of("ustar", "xz",
                          {{"bomb.txt", std::string(100u << 20, 'x')}, {"good.txt", "good"}}));
  CHECK(found(folder, {"bomb"}, options).back() ==
        "bomb: refused: it unpacks to more than 200 times its size");
}

TEST_CASE("a damaged archive gives what stands before the damage") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 40000; ++i) text += std::to_string(i * 7919 % 10007) + " ";
  const std::string whole = archive_of("ustar", "gzip", {{"a.txt", "one"}, {"b.txt", text}});
  folder.write("a.tar.gz", whole.substr(0, whole.size() / 2));
  const Lines lines = found(folder, {"a.tar.gz"});
  REQUIRE(lines.size() >= 2);
  CHECK(lines[0] == "a.tar.gz!a.txt=one");
  CHECK_THAT(lines[1], Catch::Matchers::StartsWith("a.tar.gz!b.txt: damaged: "));
}

TEST_CASE("an archive inside an archive is an item that the reader refuses") {
  const TemporaryFolder folder;
  const std::string inner = archive_of("zip", "none", {{"x.txt", "x"}});
  folder.write("outer.tar", archive_of("ustar", "none", {{"inner.zip", inner}}));
  CHECK(found(folder, {"outer.tar"}) ==
        Lines{"outer.tar!inner.zip=" + std::to_string(inner.size())});
}

TEST_CASE("a sink stops the walk") {
  use_built_reader();
  const TemporaryFolder folder;
  folder.write("a.zip", archive_of("zip", "none", {{"1", "1"}, {"2", "2"}}));
  int items = 0;
  WalkSink sink;
  sink.item = [&](const WalkItem&) { return ++items < 1; };
  std::string failure;
  sink.failed = [&](const std::string& path, const std::string& reason) {
    failure += path + ": " + reason;
  };
  CHECK_FALSE(walk({folder.path("")}, {}, sink));
  CHECK(failure == "");
  CHECK(items == 1);
}

TEST_CASE("a file that grew too large or vanished after the walk fails when it is loaded") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "x");
  std::function<std::string()> load;
  WalkSink sink;
  sink.item = [&](const WalkItem& item) { return load = item.load, true; };
  sink.failed = [](const std::string&, const std::string&) {};
  walk({path}, {}, sink);
  unlink(path.c_str());
  CHECK_THROWS_AS(load(), ReadError);
}
