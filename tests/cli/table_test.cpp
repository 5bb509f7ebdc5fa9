// SPDX-License-Identifier: MIT
#include <sstream>

#include "cli/output/escape.h"
#include "cli/output/format.h"
#include "cli/output/terminal.h"
#include "tests/catch.h"

using namespace attache;

namespace {

std::string table(const std::vector<std::vector<std::string>>& rows,
                  const std::vector<std::string>& names, OutputOptions options) {
  std::ostringstream out;
  Sink sink(out);
  std::vector<ColumnInfo> columns;
  for (const std::string& name : names) columns.push_back({name, ColumnType::text});
  const auto writer = find_format("table")->make(sink, options);
  writer->begin(columns);
  for (const auto& row : rows) writer->row(std::vector<Cell>(row.begin(), row.end()));
  writer->end();
  sink.flush();
  return out.str();
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

OutputOptions as_wide_as(unsigned width) {
  OutputOptions options;
  options.width = width;
  return options;
}

}  // namespace

TEST_CASE("a table that is too wide wraps its longest texts between words") {
  const std::string quote = "Azerbaijan was one of the cofounders of GUAM";
  CHECK(table({{"GUAM", quote}, {"NATO", "cooperation"}}, {"name", "quote"}, as_wide_as(26)) ==
        "name  quote\n"
        "----  --------------------\n"
        "GUAM  Azerbaijan was one\n"
        "      of the cofounders of\n"
        "      GUAM\n"
        "\n"
        "NATO  cooperation\n");
}

TEST_CASE("a table keeps to the width whatever the texts are, but for a slug that is wider") {
  const std::vector<std::string> names = {"wording", "norm", "document"};
  const std::string slug = "azerbaijan-foreign-policy-with-a-slug-that-knows-no-end";
  const std::vector<std::vector<std::string>> rows = {
      {"the sovereign equality of states and the territorial integrity of every one of them",
       "sovereign-equality", slug},
      {std::string(300, 'x'),
       "\u4e3b\u6743\u5e73\u7b49\u4e3b\u6743\u5e73\u7b49\u4e3b\u6743\u5e73\u7b49", ""},
  };
  for (const unsigned width : {200u, 100u, 80u, 60u, 40u, 25u}) {
    INFO(width);
    const std::size_t indent = 2;
    CHECK(widest_line(table(rows, names, as_wide_as(width))) <=
          std::max<std::size_t>(width, indent + slug.size()));
  }
}

TEST_CASE("no slug is broken: rows become vertical where columns have no room") {
  CHECK(table({{"a-long-slug", "one-more-slug"}, {"b", ""}}, {"norm", "ref"}, as_wide_as(20)) ==
        "norm  a-long-slug\nref   one-more-slug\n\nnorm  b\n");
  // A name that leaves no room stands above.
  CHECK(table({{"a-long-slug", "x"}}, {"role_country", "ref"}, as_wide_as(14)) ==
        "role_country\n  a-long-slug\nref\n  x\n");
}

TEST_CASE("columns give way in order, where nobody named them, and that is told") {
  OutputOptions options = as_wide_as(40);
  options.leave_out = true;
  std::string told;
  options.tell = [&](const std::string& words) { told = words; };
  const std::vector<std::string> names = {"name", "kind", "note", "citations", "document"};
  CHECK(table({{"United Nations", "worldwide", "", "12", "ken-60-2005"}}, names, options) ==
        "name            citations  document\n"
        "--------------  ---------  -----------\n"
        "United Nations  12         ken-60-2005\n");
  CHECK(told == "not shown for want of room: kind, note; --columns all shows all");
  options.leave_out = false;
  CHECK(table({{"United Nations", "worldwide", "", "12", "ken-60-2005"}}, names, options) ==
        "name       United Nations\n"
        "kind       worldwide\n"
        "citations  12\n"
        "document   ken-60-2005\n");
}

TEST_CASE("a row that comes late and has a longer word is vertical, if it must") {
  std::vector<std::vector<std::string>> rows(1500, {"abc", "d"});
  rows.back() = {"a-longer-word", "e"};
  CHECK(table(rows, {"x", "y"}, as_wide_as(20)).ends_with("abc  d\n\nx  a-longer-word\ny  e\n"));
}

TEST_CASE("no line of a table ends in a space") {
  const std::string text =
      table({{"a", ""}, {"", "b"}, {"long text that wraps", "x"}}, {"one", "two"}, as_wide_as(14));
  CHECK(text.find(" \n") == std::string::npos);
}

TEST_CASE("columns line up under wide and combining characters") {
  CHECK(table({{"\u65e5\u672c", "JPN"}, {"Co\u0302te", "CIV"}}, {"name", "iso"}, {}) ==
        "name  iso\n"
        "----  ---\n"
        "\u65e5\u672c  JPN\n"
        "Co\u0302te  CIV\n");
}

TEST_CASE("only the header is coloured") {
  OutputOptions options;
  options.colour = true;
  CHECK(table({{"x"}}, {"name"}, options) == "\x1b[1mname\x1b[0m\n----\nx\n");
}

TEST_CASE("rows beyond those held back are written with the widths learnt") {
  std::vector<std::vector<std::string>> rows(1500, {"abc", "d"});
  rows.back() = {"longer than any", "e"};
  const std::string text = table(rows, {"x", "y"}, {});
  CHECK(text.ends_with("abc  d\n\nlonger  e\nthan\nany\n"));
}

TEST_CASE("names of columns can't act either") {
  const std::string name = "a\x1b[31m\u202E\nb";
  for (const unsigned width : {80U, 12U})
    CHECK(table({{"1", "long enough to be vertical"}}, {name, "c"}, as_wide_as(width))
              .find_first_of("\x1b\xe2") == std::string::npos);
  CHECK(table({{"1"}}, {name}, as_wide_as(80)).starts_with("a\\x1b[31m\\u{202e} b\n"));
}

TEST_CASE("control characters, overrides and broken bytes of a document can't act") {
  CHECK(printable("plain caf\u00e9") == "plain caf\u00e9");
  CHECK(printable("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(printable("a\nb\r\nc\td") == "a b c d");
  CHECK(printable("\x7f\u009b1m\u202e\u2066") == "\\x7f\\u{009b}1m\\u{202e}\\u{2066}");
  CHECK(printable("a\xc3") == "a\\xc3");
  CHECK(printable(std::string("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("what a reader would not see is written out") {
  const char32_t hidden[] = {0xAD,   0x34F,  0x61C,  0x115F, 0x180E, 0x200B,  0x200C,
                             0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060,  0x2066,
                             0x2069, 0xE000, 0xFE0F, 0xFEFF, 0xFFF9, 0xE0001, 0xE0041};
  for (const char32_t code : hidden) {
    INFO(static_cast<unsigned>(code));
    CHECK(is_hidden(code));
  }
  for (const char32_t code : {U'a', U' ', U'\u00e9', U'\u0301', U'\u0627', U'\u65e5', U'\u2026',
                              U'\u00a0', U'\U0001F600'})
    CHECK_FALSE(is_hidden(code));
  CHECK(printable("pay\u200bpal\ufeff\u061c") == "pay\\u{200b}pal\\u{feff}\\u{061c}");
  CHECK(printable("\U000e0041") == "\\u{e0041}");
  CHECK(printable("a\u2028b\u2029c") == "a b c");
}

TEST_CASE("a long message keeps its beginning and its end, on one line") {
  CHECK(one_line("short\nand plain") == "short and plain");
  const std::string text = "begin " + std::string(5000, 'x') + " end";
  const std::string line = one_line(text, 100);
  CHECK(line.size() <= 100);
  CHECK(line.starts_with("begin xx"));
  CHECK(line.ends_with("xx end"));
  CHECK(line.find("\u2026") != std::string::npos);
  std::string wide;
  for (int i = 0; i < 1000; ++i) wide += "\u65e5";
  for (std::size_t limit = 50; limit < 60; ++limit) {
    const std::string cut = one_line(wide, limit);
    CHECK(cut.size() <= limit);
    CHECK(cut.find("\\x") == std::string::npos);
    CHECK(printable(cut) == cut);
  }
}

TEST_CASE("text wraps at spaces, and inside words that are too long") {
  CHECK(wrap("", 5) == std::vector<std::string>{""});
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrap("\u65e5\u672c\u8a9e", 1) == std::vector<std::string>{"\u65e5", "\u672c", "\u8a9e"});
  CHECK(wrap("any text", 0) == std::vector<std::string>{"any text"});
  CHECK(wrap("one  two   three ", 7) == std::vector<std::string>{"one", "two", "three"});
  CHECK(wrap("  one two", 7) == std::vector<std::string>{"  one", "two"});
  CHECK(wrap("one    ", 3) == std::vector<std::string>{"one"});
}
