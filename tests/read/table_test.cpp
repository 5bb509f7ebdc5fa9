// SPDX-License-Identifier: MIT
#include "seed/read/table.h"

#include "seed/read/document_table.h"
#include "seed/read/json_fields.h"
#include "tests/catch.h"

using namespace attache;
using Lines = std::vector<std::string>;

namespace {

/// In pieces, so that every border between two is met.
ByteSource in_pieces(std::string_view bytes, std::size_t piece) {
  return [bytes, piece](char* buffer, std::size_t size) mutable {
    const std::size_t taken = std::min({size, piece, bytes.size()});
    std::copy_n(bytes.data(), taken, buffer);
    bytes.remove_prefix(taken);
    return taken;
  };
}

Lines rows(std::string_view bytes, const TableColumns& columns = {"text", {}, {}, {}, {}, {}, {}},
           ReadOptions options = {}, std::size_t piece = 7) {
  Lines lines;
  read_table(in_pieces(bytes, piece), std::nullopt, columns, options, [&](TableDocument row) {
    std::string line = std::to_string(row.line) + "|" + row.id + "|" + row.text;
    if (!row.error.empty()) line = std::to_string(row.line) + "!" + row.error;
    for (const MetadataEntry& entry : row.said.own) line += "|" + entry.key + "=" + entry.value;
    lines.push_back(line);
    return true;
  });
  return lines;
}

}  // namespace

TEST_CASE("records keep their fields and the lines on which they begin") {
  for (std::size_t piece = 1; piece < 9; ++piece) {
    INFO(piece);
    CHECK(rows("text,x\r\n\"a\r\n\r\nb\",1\r\n\r\nc \"d\" e,\r\n\"\"\"f\"\"\",2\r\n",
               {"text", {}, {}, {}, {}, {}, {}}, {},
               piece) == Lines{"2||a\r\n\r\nb|x=1", "6||c \"d\" e", "7||\"f\"|x=2"});
  }
}

TEST_CASE("a mark that opens no field costs nothing behind it") {
  for (std::size_t piece = 1; piece < 9; ++piece) {
    INFO(piece);
    const TableColumns columns{"text", {}, {}, {}, {}, {}, {}};
    CHECK(rows("id\ttext\n1\t\"Peace\" is our aim\n2\t\"We left\n3\tThe \"end\"\n4\t\"a\nb\"\n",
               columns, {}, piece) == Lines{"2|1|\"Peace\" is our aim|id=1", "3|2|\"We left|id=2",
                                            "4|3|The \"end\"|id=3", "5|4|a\nb|id=4"});
    CHECK(rows("text,x\r\"a\",1\rb,\"\"\r", columns, {}, piece) == Lines{"2||a|x=1", "3||b"});
    CHECK(rows("text\n\"a\nb\nc", columns, {}, piece) == Lines{"2||\"a", "3||b", "4||c"});
    CHECK(rows("text,x\n \"a\" , 1\nb,", columns, {}, piece) == Lines{"2||a|x=1", "3||b"});
  }
}

TEST_CASE("marks that open nothing do not make a table take the square of its size") {
  std::string bytes = "text\n";
  for (int i = 0; i < 100'000; ++i) bytes += "\"a\"\"\n";
  CHECK(rows(bytes, {"text", {}, {}, {}, {}, {}, {}}, {}, 1u << 16).size() == 100'000);
}

TEST_CASE("the separator is told by the header") {
  const auto nothing = [](const std::string&) { return false; };
  CHECK(separator_of("a,b;c", nothing) == ',');
  CHECK(separator_of("a;b;c,d", nothing) == ';');
  CHECK(separator_of("a\tb", nothing) == '\t');
  CHECK(separator_of("a|b", nothing) == '|');
  CHECK(separator_of("text", nothing) == ',');
  CHECK(separator_of("a, b, c;text", [](const std::string& s) { return s == "text"; }) == ';');
}

TEST_CASE("a table in UTF-16 is read, whatever border falls into a character") {
  std::string bytes = "\xFF\xFE";
  for (const char byte : std::string("text\tid\n")) bytes += {byte, '\0'};
  bytes += std::string(
      "\x3D\xD8\x00\xDE\t\0"
      "7\0\n\0",
      10);
  for (std::size_t piece = 1; piece < 7; ++piece)
    CHECK(rows(bytes, {"text", {}, {}, {}, {}, {}, {}}, {}, piece) == Lines{"2|7|\U0001F600|id=7"});
}

TEST_CASE("a row in another encoding is told, or guessed where that is asked for") {
  const std::string bytes = "text,id\ncaf\xE9,1\ncaf\u00E9,2\n";
  CHECK(rows(bytes)[0].starts_with("2!column 'text': invalid UTF-8 at byte 3 (0xe9)"));
  CHECK(rows(bytes)[1] == "3|2|caf\u00E9|id=2");
  ReadOptions options;
  options.encoding = Encoding::automatic;
  CHECK(rows(bytes, {"text", {}, {}, {}, {}, {}, {}}, options)[0] == "2|1|caf\u00E9|id=1");
  CHECK(rows("text,id\ncaf\u00E9,1\ncaf\xE9,2\n", {"text", {}, {}, {}, {}, {}, {}}, options)[1]
            .starts_with("3!"));
}

TEST_CASE("a row larger than a document is told and what follows is not lost in JSON") {
  ReadOptions options;
  options.max_bytes = 100;
  const std::string large = "{\"text\":\"" + std::string(2u << 20, 'x') + "\"}\n";
  const Lines lines =
      rows(large + "{\"text\":\"a\"}\n", {"text", {}, {}, {}, {}, {}, {}}, options, 1u << 16);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("1!longer than"));
  CHECK(lines[1] == "2||a");
  const std::string quoted = "text\n\"" + std::string(2u << 20, 'x') + "\nb\n";
  const Lines told = rows(quoted, {"text", {}, {}, {}, {}, {}, {}}, options, 1u << 16);
  REQUIRE(told.size() == 2);
  CHECK(told[0].starts_with("2!a field is longer than"));
  CHECK(told[1] == "3||b");
}

TEST_CASE("JSON is bounded in depth, keys and entries") {
  CHECK(json_fields("{\"a\":{\"b\":[1,{\"c\":true}]}}", "text").entries ==
        std::vector<MetadataEntry>{{"a.b", "1"}, {"a.b.c", "true"}});
  CHECK(json_fields("{\"text\":[\"a\",\"b\"]}", "text").text == "a\n\nb");
  CHECK(json_fields("{\"m\":{\"text\":\"a\"}}", "m.text").text == "a");
  std::string deep = "{\"a\":";
  for (int i = 0; i < 100'000; ++i) deep += "[";
  CHECK(json_fields(deep, "text").error == "is nested too deep");
  CHECK(json_fields("{\"" + std::string(1000, 'k') + "\":1}", "text").error ==
        "has keys that are too long");
  std::string many = "{\"a\":[1";
  for (int i = 0; i < 100'000; ++i) many += ",1";
  CHECK(json_fields(many + "]}", "text").entries.size() == 2000);
  CHECK(json_fields("{\"text\":\"a\"", "text").error == "is broken JSON that ends too early");
  CHECK(json_fields("7", "text").error == "is no JSON object");
}

TEST_CASE("columns are named or usual ones, and the plainest of these") {
  TableColumns columns{"text", {}, {}, {}, {}, {}, {}};
  CHECK(rows("year,text,Published,doc-id\n2004,a,2005,7\n", columns) ==
        Lines{"2|7|a|year=2004|doc-id=7"});
  columns.id = "year";
  columns.date = "";
  CHECK(rows("year,text,Published,id\n2004,a,2005,7\n", columns) ==
        Lines{"2|2004|a|year=2004|Published=2005|id=7"});
  columns.id = "nix";
  CHECK_THROWS_WITH(rows("year,text\n", columns), "no column 'nix'; the columns are year, text");
}

TEST_CASE("a first line that says the separator is none of the table's") {
  CHECK(rows("sep=|\r\nid|text\r\n1|a, b; c\r\n") == Lines{"3|1|a, b; c|id=1"});
  CHECK(rows("sep=,x\n1,2\n", {"x", {}, {}, {}, {}, {}, {}}) == Lines{"2||2|sep==1"});
  CHECK(columns_in("sep=;\nid;text\n1;a\n", std::nullopt) == Lines{"id", "text"});
}
