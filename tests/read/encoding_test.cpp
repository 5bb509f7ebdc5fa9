// SPDX-License-Identifier: MIT
#include "seed/read/encoding.h"

#include "seed/read/path_text.h"
#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

Encoding guess(std::string_view bytes) { return guess_encoding(bytes); }

std::string wide(std::string_view ascii, bool big) {
  std::string bytes;
  for (const char byte : ascii) bytes += big ? std::string{'\0', byte} : std::string{byte, '\0'};
  return bytes;
}

}  // namespace

TEST_CASE("encodings are told apart by their bytes") {
  CHECK(guess("plain") == Encoding::utf8);
  CHECK(guess("") == Encoding::utf8);
  CHECK(guess("caf\u00E9 \u201CNATO\u201D") == Encoding::utf8);
  CHECK(guess("caf\xE9 of \x93NATO\x94 for \x80 10") == Encoding::windows1252);
  CHECK(guess("\xD6sterreich und die \x84OSZE\x93 in S\xFC"
              "d-Tirol, \x93\xDC\x94 und \xC4\xE4") == Encoding::windows1252);
  CHECK(guess("\xFF\xFEP\0") == Encoding::utf16);
  CHECK(guess(wide("We joined NATO.", false)) == Encoding::utf16);
  CHECK(guess(wide("We joined NATO.", true)) == Encoding::utf16);
}

TEST_CASE("what speaks against Windows-1252 is not guessed to be it") {
  CHECK(guess("caf\u00E9 and caf\xE9") == Encoding::utf8);  // damage
  CHECK(guess("a letter that it lacks: \x81 here") == Encoding::utf8);
  CHECK(guess("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 said") == Encoding::utf8);  // Cyrillic
  CHECK(guess(std::string("a\0b\0\0c", 6)) == Encoding::utf8);
}

TEST_CASE("a document says what it was taken for") {
  ReadOptions options;
  options.encoding = Encoding::automatic;
  const Document document = read_built("caf\xE9", "f.txt", options);
  CHECK(document.text == "caf\u00E9");
  CHECK(document.encoding == Encoding::windows1252);
  CHECK(read_built(wide("We joined.", true), "f.txt", options).text == "We joined.");
  CHECK(refusal("caf\xE9", "f.txt").starts_with("f.txt: invalid UTF-8 at byte 3 (0xe9)"));
}

TEST_CASE("encodings have many names") {
  CHECK(encoding_name("UTF8") == "utf-8");
  CHECK(encoding_name("Utf_16LE") == "utf-16");
  CHECK(encoding_name("CP-1252") == "windows-1252");
  CHECK(encoding_name("ISO-8859-1") == "latin1");
  CHECK(encoding_name("AUTO") == "auto");
  CHECK(encoding_name("koi8-r").empty());
  CHECK(encoding_named("utf-16") == Encoding::utf16);
  CHECK(encoding_named("") == Encoding::unicode);
}

TEST_CASE("paths of any bytes are text and lead back") {
  CHECK(path_text("plain/caf\u00E9.txt") == "plain/caf\u00E9.txt");
  CHECK(path_text("caf\xE9.txt") == "caf\\xe9.txt");
  CHECK(path_text("caf\\xe9.txt") == "caf\\x5cxe9.txt");
  CHECK(path_text("a\\b") == "a\\b");
  for (const std::string path : {"caf\xE9", "caf\\xe9", "\xFF\xFE", "\\x", "\\\\x41", "\xE2\x80",
                                 "a\xE2\x80\x94"
                                 "b\x80",
                                 "\\x5cx", "\\xzz\xFF"}) {
    INFO(path_text(path));
    CHECK(path_of_text(path_text(path)) == path);
    CHECK(path_text(path_text(path)).find('\xFF') == std::string::npos);
  }
}

TEST_CASE("what an undecodable text is refused with names its encoding") {
  CHECK(refusal(std::string("\xFF\xFE\0\0W\0\0\0", 8), "a.txt") ==
        "a.txt: is UTF-32: convert the file first, as with 'iconv -f UTF-32 -t UTF-8'");
  CHECK(refusal("Good caf\xC3\xA9 and bad caf\xE9. We go.", "a.txt").find("the rest is UTF-8") !=
        std::string::npos);
  CHECK(refusal("We joined NATO in the year of our work for peace \x81 and went.", "a.txt")
            .find("nearly all of it is ASCII") != std::string::npos);
}
