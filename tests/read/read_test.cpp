// SPDX-License-Identifier: MIT
#include "seed/read/read.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "seed/read/digest.h"
#include "seed/read/utf8.h"
#include "tests/catch.h"
#include "tests/read/temporary.h"

using namespace attache;

namespace {

Document read_plain(std::string_view bytes, ReadOptions options = {}) {
  return read_document(bytes, "a.txt", options);
}

std::string error_of(std::string_view bytes, ReadOptions options = {}) {
  try {
    read_document(bytes, "a.txt", options);
  } catch (const ReadError& error) {
    return error.what();
  }
  return "no error";
}

std::string file_error(const std::string& path, std::uint64_t max_bytes = 1000) {
  try {
    read_file(path, max_bytes);
  } catch (const ReadError& error) {
    return error.what();
  }
  return "no error";
}

ReadOptions in_encoding(Encoding encoding) {
  ReadOptions options;
  options.encoding = encoding;
  return options;
}

ReadOptions replacing() {
  ReadOptions options;
  options.replace_invalid = true;
  return options;
}

}  // namespace

TEST_CASE("UTF-8 comes back byte for byte") {
  const std::string bytes = "\xEF\xBB\xBFPeace \xE2\x80\x93 and caf\xC3\xA9.\r\n";
  const Document document = read_plain(bytes);
  CHECK(document.text == bytes);
  CHECK(document.map.is_identity());
  CHECK(document.media_type == "text/plain");
  CHECK(document.bytes == bytes.size());
  CHECK(document.map.to_source(Span{4, 9}) == Span{4, 9});
}

TEST_CASE("the digest is that of the bytes as given") {
  CHECK(read_plain("abc").sha256 ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("an empty file is an empty document") {
  CHECK(read_plain("").text.empty());
  CHECK(read_plain("").bytes == 0);
}

TEST_CASE("invalid UTF-8 is refused with its place and the way out") {
  CHECK(error_of("He said \x93yes\x94.") ==
        "a.txt: invalid UTF-8 at byte 8 (0x93): say --encoding windows-1252 if the file is in that "
        "encoding, "
        "or --replace-invalid");
}

TEST_CASE("what Unicode calls ill-formed is found, wherever it stands") {
  const std::vector<std::string> bad = {"\xC0\xAF",
                                        "\xED\xA0\x80",
                                        "\xF4\x90\x80\x80",
                                        "\xE2\x82",
                                        "\xF8\x88\x80\x80",
                                        "\xE0\x80\x80",
                                        "\x80",
                                        "\xC3",
                                        "\xFF",
                                        "\xF0\x80\x80\x80",
                                        "\xE2\x28\xA1"};
  for (const std::string& sequence : bad) {
    for (std::size_t before = 0; before < 70; ++before) {
      INFO("sequence of " << sequence.size() << " after " << before);
      CHECK(find_invalid_utf8(std::string(before, 'a') + sequence + "abc") == before);
    }
  }
  for (const std::string good :
       {"", "a", "\xF0\x9F\x95\x8A", "\xEF\xBF\xBF", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"})
    CHECK(find_invalid_utf8(std::string(40, 'a') + good + std::string(40, 'b')) ==
          std::string::npos);
}

TEST_CASE(
    "with --replace-invalid one mark stands for each ill-formed sequence and keeps the way back") {
  const Document document = read_plain(
      "a\x93"
      "b\xE2\x82"
      "c\xF0\x9F\x95"
      "d\xFF",
      replacing());
  CHECK(document.text ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c\xEF\xBF\xBD"
        "d\xEF\xBF\xBD");
  CHECK(document.map.to_source(4) == 2);
  CHECK(document.map.to_source(8) == 5);
  CHECK(document.map.to_source(12) == 9);
  CHECK(document.map.to_source(Span{12, 16}) == Span{9, 11});
}

TEST_CASE("with --replace-invalid valid text stays as it is") {
  CHECK(read_plain("caf\xC3\xA9", replacing()).map.is_identity());
}

TEST_CASE("NUL means that the file is not a text") {
  CHECK(error_of(std::string("ab\0c", 4)) == "a.txt: not a text (NUL at byte 2)");
  CHECK(error_of(std::string("ab\0c", 4), replacing()) == "a.txt: not a text (NUL at byte 2)");
}

TEST_CASE("windows-1252 with curly quotes keeps spans in the file") {
  const Document document =
      read_plain("\x93Peace\x94 \x80 \xE9t\xE9", in_encoding(Encoding::windows1252));
  CHECK(document.text == "\u201CPeace\u201D \u20AC \u00E9t\u00E9");
  CHECK(document.map.to_source(Span{3, 8}) == Span{1, 6});
  CHECK(document.map.to_source(Span{0, 11}) == Span{0, 7});
  const auto end = static_cast<std::uint32_t>(document.text.size());
  CHECK(document.map.to_source(Span{end - 5, end}) == Span{10, 13});
}

TEST_CASE("a byte that windows-1252 lacks is refused or replaced") {
  CHECK(
      error_of("ab\x81", in_encoding(Encoding::windows1252)) ==
      "a.txt: invalid windows-1252 at byte 2 (0x81): say another --encoding, or --replace-invalid");
  ReadOptions options = in_encoding(Encoding::windows1252);
  options.replace_invalid = true;
  CHECK(read_plain("ab\x81", options).text == "ab\uFFFD");
}

TEST_CASE("latin1 maps every byte") {
  CHECK(read_plain("na\xEFve", in_encoding(Encoding::latin1)).text == "na\u00EFve");
}

TEST_CASE("UTF-16 is known by its mark, in both orders") {
  const std::string little(
      "\xFF\xFE"
      "A\0\x13\x20z\0\x3D\xD8\x4A\xDD!\0",
      14);
  const Document document = read_plain(little);
  CHECK(document.text == "A\u2013z\U0001F54A!");
  CHECK(document.map.to_source(Span{0, 1}) == Span{2, 4});
  CHECK(document.map.to_source(Span{1, 4}) == Span{4, 6});
  CHECK(document.map.to_source(Span{5, 9}) == Span{8, 12});
  CHECK(document.map.to_source(Span{9, 10}) == Span{12, 14});
  CHECK(read_plain(std::string("\xFE\xFF\0A\x20\x13", 6)).text == "A\u2013");
}

TEST_CASE("UTF-16 without a mark is guessed by where the zero bytes stand") {
  CHECK(read_plain(std::string("\0P\0e\0a\0c\0e", 10), in_encoding(Encoding::utf16)).text ==
        "Peace");
  CHECK(read_plain(std::string("P\0e\0a\0c\0e\0", 10), in_encoding(Encoding::utf16)).text ==
        "Peace");
}

TEST_CASE("a lone surrogate and half a unit are invalid UTF-16") {
  const std::string lone(
      "\xFF\xFE"
      "A\0\x3D\xD8"
      "B\0",
      8);
  CHECK_THAT(error_of(lone), Catch::Matchers::StartsWith("a.txt: invalid UTF-16 at byte 4 (0x3d)"));
  CHECK(read_plain(lone, replacing()).text ==
        "A\uFFFD"
        "B");
  CHECK_THAT(error_of(std::string("\xFF\xFE"
                                  "A\0B",
                                  5)),
             Catch::Matchers::StartsWith("a.txt: invalid UTF-16 at byte 4"));
}

TEST_CASE("a document above the limit is refused and the option named") {
  ReadOptions options;
  options.max_bytes = 3;
  CHECK(error_of("abcd", options) ==
        "a.txt: larger than 3 bytes: say --max-document-size to allow more");
  CHECK(read_plain("abc", options).text == "abc");
}

TEST_CASE("one line of 50 MB is a document") {
  const std::string line(50u << 20, 'x');
  CHECK(read_plain(line).text.size() == line.size());
}

TEST_CASE("a file is read whole, up to the limit") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", std::string(1000, 'x'));
  CHECK(read_file(path, 1000).size() == 1000);
  CHECK(file_error(path, 999) ==
        path + ": larger than 999 bytes: say --max-document-size to allow more");
  CHECK(read_file(folder.write("empty.txt", ""), 1000).empty());
}

TEST_CASE("files that can't be read say why") {
  const TemporaryFolder folder;
  CHECK(file_error(folder.path("none.txt")) ==
        folder.path("none.txt") + ": no such file or directory");
  CHECK(file_error(folder.path("")) == folder.path("") + ": is a folder");
  const std::string closed = folder.write("closed.txt", "x");
  chmod(closed.c_str(), 0);
  if (geteuid() != 0) CHECK(file_error(closed) == closed + ": permission denied");
}

TEST_CASE("a named pipe is read to its end") {
  const TemporaryFolder folder;
  const std::string path = folder.path("pipe");
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(path) << std::string(200000, 'y'); });
  const std::string bytes = read_file(path, 1u << 20);
  writer.join();
  CHECK(bytes == std::string(200000, 'y'));
}

TEST_CASE("a text that is one line over and over is no running head alone") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "our country supports peace\n";
  CHECK(read_document(text, "a.txt", {}).text == text);
}
