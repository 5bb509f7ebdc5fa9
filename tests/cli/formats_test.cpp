// SPDX-License-Identifier: MIT
#include <map>
#include <sstream>

#include "cli/output/format.h"
#include "tests/catch.h"

using namespace attache;

namespace {

using Rows = std::vector<std::vector<Cell>>;

const std::vector<ColumnInfo> columns = {{"name", ColumnType::text},
                                         {"count", ColumnType::integer},
                                         {"share", ColumnType::real},
                                         {"instruments", ColumnType::list}};

/// Text with everything that some format must treat: comma, quote, line ends, tab, backslash, pipe,
/// escape character.
const Rows rows = {
    {Cell("GUAM"), Cell(std::int64_t{3}), Cell(0.5), Cell(R"j(["UNC 2(1)","FRD"])j")},
    {Cell("a \"b\", c\r\nd\te\\f|g\x1b[1m"), Cell(std::int64_t{-12}), Cell(), Cell("[]")},
    {Cell(), Cell(), Cell(1e21), Cell()},
    {Cell(""), Cell(std::int64_t{0}), Cell(2.0), Cell("[]")},
};

std::string written(const std::string& format, const std::vector<ColumnInfo>& header,
                    const Rows& cells, const OutputOptions& options = {}) {
  std::ostringstream out;
  Sink sink(out);
  const auto writer = find_format(format)->make(sink, options);
  writer->begin(header);
  for (const auto& row : cells) writer->row(row);
  writer->end();
  sink.flush();
  return out.str();
}

std::string one_cell(const std::string& format, std::string_view text, OutputOptions options) {
  options.header = false;
  return written(format, {{"x", ColumnType::text}}, {{Cell(text)}}, options);
}

const std::map<std::string, std::string> expected = {
    {"table",
     "name                     count  share  instruments\n"
     "-----------------------  -----  -----  -------------\n"
     "GUAM                         3    0.5  UNC 2(1), FRD\n"
     "a \"b\", c d e\\f|g\\x1b[1m    -12\n"
     "                                1e+21\n"
     "                             0      2\n"},
    {"tsv",
     "name\tcount\tshare\tinstruments\n"
     "GUAM\t3\t0.5\t[\"UNC 2(1)\",\"FRD\"]\n"
     "a \"b\", c\\r\\nd\\te\\\\f|g\x1b[1m\t-12\t\t[]\n"
     "\t\t1e+21\t\n"
     "\t0\t2\t[]\n"},
    {"csv",
     "name,count,share,instruments\r\n"
     "GUAM,3,0.5,\"[\"\"UNC 2(1)\"\",\"\"FRD\"\"]\"\r\n"
     "\"a \"\"b\"\", c\r\nd\te\\f|g\x1b[1m\",-12,,[]\r\n"
     ",,1e+21,\r\n"
     ",0,2,[]\r\n"},
    {"json",
     "[\n"
     "{\"name\":\"GUAM\",\"count\":3,\"share\":0.5,\"instruments\":[\"UNC 2(1)\",\"FRD\"]},\n"
     "{\"name\":\"a \\\"b\\\", "
     "c\\r\\nd\\te\\\\f|g\\u001b[1m\",\"count\":-12,\"share\":null,\"instruments\":[]},\n"
     "{\"name\":null,\"count\":null,\"share\":1e+21,\"instruments\":null},\n"
     "{\"name\":\"\",\"count\":0,\"share\":2,\"instruments\":[]}\n"
     "]\n"},
    {"ndjson",
     "{\"name\":\"GUAM\",\"count\":3,\"share\":0.5,\"instruments\":[\"UNC 2(1)\",\"FRD\"]}\n"
     "{\"name\":\"a \\\"b\\\", "
     "c\\r\\nd\\te\\\\f|g\\u001b[1m\",\"count\":-12,\"share\":null,\"instruments\":[]}\n"
     "{\"name\":null,\"count\":null,\"share\":1e+21,\"instruments\":null}\n"
     "{\"name\":\"\",\"count\":0,\"share\":2,\"instruments\":[]}\n"},
    {"markdown",
     "| name | count | share | instruments |\n"
     "| --- | ---: | ---: | --- |\n"
     "| GUAM | 3 | 0.5 | UNC 2(1), FRD |\n"
     "| a \"b\", c d e\\\\f\\|g\\\\x1b\\[1m | -12 | | |\n"
     "| | | 1e+21 | |\n"
     "| | 0 | 2 | |\n"},
};

const std::map<std::string, std::string> expected_of_no_rows = {
    {"table", "name  count  share  instruments\n----  -----  -----  -----------\n"},
    {"tsv", "name\tcount\tshare\tinstruments\n"},
    {"csv", "name,count,share,instruments\r\n"},
    {"json", "[]\n"},
    {"ndjson", ""},
    {"markdown", "| name | count | share | instruments |\n| --- | ---: | ---: | --- |\n"},
};

}  // namespace

TEST_CASE("every format writes the same rows in its own way") {
  for (const FormatInfo& format : formats()) {
    if (format.binary) continue;  // read back by tests/package/xlsx_test.py
    INFO(format.name);
    const auto want = expected.find(std::string(format.name));
    REQUIRE(want != expected.end());
    CHECK(written(want->first, columns, rows) == want->second);
  }
}

TEST_CASE("no rows are no rows in every format") {
  for (const FormatInfo& format : formats()) {
    if (format.binary) continue;
    INFO(format.name);
    const auto want = expected_of_no_rows.find(std::string(format.name));
    REQUIRE(want != expected_of_no_rows.end());
    CHECK(written(want->first, columns, {}) == want->second);
  }
}

TEST_CASE("the header can be left out where there is one") {
  OutputOptions options;
  options.header = false;
  const Rows row = {{Cell("GUAM"), Cell(std::int64_t{3})}};
  const std::vector<ColumnInfo> two = {{"name", ColumnType::text}, {"count", ColumnType::integer}};
  CHECK(written("table", two, row, options) == "GUAM  3\n");
  CHECK(written("tsv", two, row, options) == "GUAM\t3\n");
  CHECK(written("csv", two, row, options) == "GUAM,3\r\n");
  CHECK(written("markdown", two, row, options) == "| GUAM | 3 |\n");
}

TEST_CASE("booleans are words in every format, true and false in JSON") {
  OutputOptions options;
  options.header = false;
  const std::vector<ColumnInfo> one = {{"name", ColumnType::text},
                                       {"speaker", ColumnType::boolean}};
  const Rows three = {
      {Cell("a"), Cell(std::int64_t{1})}, {Cell("b"), Cell(std::int64_t{0})}, {Cell("c"), Cell()}};
  CHECK(written("table", one, three, options) == "a  true\nb  false\nc\n");
  CHECK(written("tsv", one, three, options) == "a\ttrue\nb\tfalse\nc\t\n");
  CHECK(written("csv", one, three, options) == "a,true\r\nb,false\r\nc,\r\n");
  CHECK(written("ndjson", one, three) ==
        "{\"name\":\"a\",\"speaker\":true}\n{\"name\":\"b\",\"speaker\":false}\n"
        "{\"name\":\"c\",\"speaker\":null}\n");
  CHECK(written("markdown", one, three, options) == "| a | true |\n| b | false |\n| c | |\n");
}

TEST_CASE("csv and tsv keep line ends inside cells, unless they are to be flat") {
  OutputOptions options;
  CHECK(one_cell("csv", "a\r\nb\nc", options) == "\"a\r\nb\nc\"\r\n");
  CHECK(one_cell("tsv", "a\r\nb\nc", options) == "a\\r\\nb\\nc\n");
  options.flatten = true;
  CHECK(one_cell("csv", "a\r\nb\nc", options) == "\"a b c\"\r\n");
  CHECK(one_cell("tsv", "a\r\nb\nc", options) == "a b c\n");
}

TEST_CASE("a lone empty cell is a row of csv, not an empty line that readers skip") {
  CHECK(one_cell("csv", "", {}) == "\"\"\r\n");
  CHECK(written("csv", {{"x", ColumnType::integer}}, {{Cell()}}) == "x\r\n\"\"\r\n");
}

TEST_CASE("cells that a spreadsheet would run are escaped where asked") {
  OutputOptions options;
  CHECK(one_cell("csv", "=1+1", options) == "=1+1\r\n");
  options.escape_formulas = true;
  for (const std::string start : {"=", "+", "-", "@", "\t", "\n", "\r"}) {
    INFO(start);
    CHECK(one_cell("csv", start + "x", options) == "\"'" + start + "x\"\r\n");
  }
  CHECK(one_cell("csv", "=HYPERLINK(\"a\",\"b\")", options) ==
        "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\r\n");
  CHECK(one_cell("tsv", "@x", options) == "'@x\n");
  CHECK(one_cell("csv", "a=b", options) == "a=b\r\n");
  // Numbers are numbers.
  CHECK(written("csv", {{"n", ColumnType::integer}}, {{Cell(std::int64_t{-1})}}, options) ==
        "n\r\n-1\r\n");
}

TEST_CASE("a byte-order mark comes first, before the header") {
  OutputOptions options;
  options.bom = true;
  CHECK(written("csv", {{"x", ColumnType::text}}, {}, options) == "\xEF\xBB\xBFx\r\n");
  CHECK(written("tsv", {{"x", ColumnType::text}}, {}, options) == "\xEF\xBB\xBFx\n");
}

TEST_CASE("csv and tsv show control characters escaped on a terminal") {
  OutputOptions options;
  options.terminal = true;
  CHECK(one_cell("csv", "a\x1b]0;x\x07", options) == "\"a\\x1b]0;x\\x07\"\r\n");
  CHECK(one_cell("tsv", "a\x1b[2J", options) == "a\\x1b[2J\n");
  CHECK(one_cell("csv", "a\u202eb", options) == "\"a\\u{202e}b\"\r\n");
  options.raw = true;
  CHECK(one_cell("csv", "a\x1b[2J", options) == "\"a\x1b[2J\"\r\n");
}

TEST_CASE("json escapes what could act on a terminal and keeps every other character") {
  CHECK(one_cell("ndjson", "caf\u00e9 \u202e \u009b \x7f \u2019", {}) ==
        "{\"x\":\"caf\u00e9 \\u202e \\u009b \\u007f \u2019\"}\n");
  CHECK(one_cell("ndjson",
                 "a\xff"
                 "b",
                 {}) == "{\"x\":\"a\uFFFDb\"}\n");
}
