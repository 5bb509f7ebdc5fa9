// SPDX-License-Identifier: MIT
#include <fstream>
#include <sstream>

#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

std::string fixture(const std::string& name) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/read/fixtures/" + name,
                     std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string html(const std::string& body) {
  return read_built("<!DOCTYPE html><body>" + body, "a").text;
}

}  // namespace

TEST_CASE("a page gives its main text, one paragraph for each block") {
  const Document page = read_built(fixture("statement.html"), "page.html");
  CHECK(page.text ==
        "Statement on the river basin\n\n"
        "The Government supports the work of the Commission\u00A0\u2014 and its members\u2019 "
        "efforts.\n\n"
        "Aims\n\n"
        "- the protection of waters;\n"
        "- trade among neighbours, in\n"
        "1. goods\n"
        "2. services\n\n"
        "Body | Role\n\n"
        "River Commission | member\n\n"
        "Peace is kept by law.\n"
        "So it is.\n");
  CHECK(page.media_type == "text/html");
  CHECK_FALSE(page.map.exists());
}

TEST_CASE("a page's metadata are read") {
  const Metadata metadata = read_built(fixture("statement.html"), "page.html").metadata;
  CHECK(metadata.title == "Statement on the river basin");
  CHECK(metadata.date == "2019-03-04");
  CHECK(metadata.language == "en-GB");
  CHECK(metadata.source == "https://ministry.example/statements/12");
}

TEST_CASE("HTML is known by its content under any name") {
  CHECK(read_built("<p>One.</p><p>Two.</p><br><b>x</b>", "a.txt").media_type == "text/html");
  CHECK(read_built("\xEF\xBB\xBF <!-- c --><HTML><body>One.</body>", "a.pdf").text == "One.\n");
  CHECK(read_built("if a < b and c > d then p", "a.html").media_type == "text/plain");
}

TEST_CASE("the charset comes from mark, declaration, option, or is guessed") {
  CHECK(read_built("<html><meta charset='iso-8859-1'><p>caf\xE9 \x93x\x94</p>", "a").text ==
        "caf\u00E9 \u201Cx\u201D\n");
  CHECK(read_built("<html><meta charset=windows-1251><p>\xCC\xE8\xF0</p>", "a").text ==
        "\u041C\u0438\u0440\n");
  CHECK(read_built("<html><p>caf\xE9</p>", "a").text == "caf\u00E9\n");
  CHECK(read_built("<html><p>caf\u00E9</p>", "a").text == "caf\u00E9\n");
  CHECK(read_built(std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0a\0", 16), "a").text == "a\n");
  ReadOptions options;
  options.encoding = Encoding::latin1;
  CHECK(read_built("<html><meta charset=utf-8><p>caf\xE9</p>", "a", options).text == "caf\u00E9\n");
}

TEST_CASE("the first meta charset rules, and nothing that only looks like one") {
  const std::string cafe = "<p>caf\xE9";
  const auto text = [&](const std::string& head) { return read_built(head + cafe, "a.html").text; };
  for (const char* head :
       {"<html><script>x = '<meta charset=utf-8>';</script><meta charset=latin1>",
        "<html><!-- <meta charset=utf-8> --><meta charset='ISO-8859-1'>",
        "<html><title><meta charset=utf-8></title><meta charset=iso-8859-15>",
        "<html><meta name=x content='charset=utf-8'><meta charset=cp1252>",
        "<html><meta charset=latin1><meta charset=utf-8>",
        "<html><meta content='text/html; charset=windows-1252' http-equiv=Content-Type>",
        "<?xml version='1.0' encoding='iso-8859-1'?><html>"}) {
    INFO(head);
    CHECK(text(head) == "caf\u00E9\n");
  }
}

TEST_CASE("bytes of no character are refused with their place, or replaced when asked") {
  CHECK(refusal("<html><meta charset=utf-8><p>caf\xE9 x", "a.html") ==
        "a.html: invalid UTF-8 at byte 32 (0xe9): say --encoding windows-1252 if the file is in "
        "that encoding, or --replace-invalid");
  CHECK_THAT(refusal("<html><meta charset=big5><p>\xA4\xA4\xFF", "a.html"),
             Catch::Matchers::StartsWith("a.html: invalid big5 at byte 30 (0xff)"));
  CHECK_THAT(refusal("<html><p>caf\u00E9 caf\u00E9 \xE9", "a.html"),
             Catch::Matchers::StartsWith("a.html: invalid UTF-8 at byte 21"));
  ReadOptions options;
  options.replace_invalid = true;
  CHECK(read_built("<html><meta charset=utf-8><p>caf\xE9 x", "a.html", options).text ==
        "caf\uFFFD x\n");
  CHECK(read_built("<html><p>caf\xE9", "a.html").remarks ==
        std::vector<std::string>{
            "names no charset and is not UTF-8: read as windows-1252 (--encoding says otherwise)"});
}

TEST_CASE("HTML is told from text by its structure") {
  const auto type = [](const std::string& bytes, const std::string& name) {
    return read_built(bytes, name).media_type;
  };
  CHECK(type("<p>We joined NATO in 2004.</p>", "f.html") == "text/html");
  CHECK(type("We joined NATO.<br>We left.", "f.htm") == "text/html");
  CHECK(type("<b>Note</b> We joined.", "F.XHTML") == "text/html");
  CHECK(type("We joined NATO.", "f.html") == "text/plain");
  for (const char* text :
       {"<p> is the tag of a paragraph. We joined NATO.", "<title> of the treaty: we joined NATO.",
        "<main> points: we joined NATO.", "<b>Note</b> We joined NATO.", "<article 5> says so.",
        "<head> of state\n<body> of law", "<html-like words> are text", "<meta>physics"}) {
    INFO(text);
    CHECK(type(text, "a.txt") == "text/plain");
    CHECK(type(text, "standard input") == "text/plain");
  }
  CHECK(type("<div><p>We joined NATO.</p></div>", "a.txt") == "text/html");
  CHECK(type("<html lang=en><p>We joined NATO.", "a.txt") == "text/html");
}

TEST_CASE("any charset that iconv has is read, however many documents name how many") {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  const auto text = [&](const std::string& charset, const std::string& word) {
    return read_built("<html><meta charset='" + charset + "'><p>" + word + "</p>", "a", options)
        .text;
  };
  for (int round = 0; round < 2; ++round) {
    CHECK(text("big5", "\xA4\xA4\xA4\xE5") == "\u4E2D\u6587\n");
    CHECK(text("gb2312", "\xD6\xD0\xCE\xC4") == "\u4E2D\u6587\n");
    CHECK(text("Shift_JIS", "\x93\xFA\x96\x7B") == "\u65E5\u672C\n");
    CHECK(text("euc-kr", "\xC7\xD1") == "\uD55C\n");
    CHECK(text("koi8-r", "\xCD\xC9\xD2") == "\u043C\u0438\u0440\n");
    for (const char* latin :
         {"iso-8859-2", "iso-8859-3", "iso-8859-9", "iso-8859-10", "iso-8859-14", "iso-8859-15",
          "windows-1250", "windows-1254", "windows-1257"})
      CHECK(text(latin, "caf\xE9") == "caf\u00E9\n");
    CHECK(text("nonsense", "caf\u00E9") == "caf\u00E9\n");
    CHECK(text(std::string(200, 'x'), "caf\u00E9") == "caf\u00E9\n");
    CHECK(text("utf-8", "caf\u00E9") == "caf\u00E9\n");
  }
}

TEST_CASE("tables that lay a page out are no data tables") {
  CHECK(html("<table><tr><td><h1>T</h1><p>A.</p></td><td><p>B.</p></td></tr></table>") ==
        "T\n\nA.\n\nB.\n");
}

TEST_CASE("line ends inside paragraphs are blanks, inside pre they stand") {
  CHECK(html("<p>one\n  two</p><pre>a\nb</pre>") == "one two\n\na\nb\n");
}

TEST_CASE("a page without text is refused") {
  CHECK(refusal("<html><script>x</script></html>", "a.html") ==
        "a.html: no text in this HTML page");
}

TEST_CASE("a page nested beyond all measure keeps its text, whatever it is nested of") {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  for (const char* name :
       {"div", "li", "article", "table", "b",   "i",     "font", "a",     "span",    "p",  "ul",
        "ol",  "tr", "td",      "dl",    "dd",  "h1",    "pre",  "code",  "section", "em", "center",
        "sup", "th", "tbody",   "main",  "x-y", "small", "u",    "label", "fieldset"}) {
    INFO(name);
    std::string page = "<!DOCTYPE html><html><body>";
    for (int i = 0; i < 50000; ++i) {
      page += std::string("<") + name + ">";
      if (i == 25000) page += "first words";
    }
    page += "last words";
    const std::string text = read_built(page, "deep.html", options).text;
    CHECK(text.find("first words") != std::string::npos);
    CHECK(text.find("last words") != std::string::npos);
  }
}

TEST_CASE("what is deep and not shown ends where its parser ends it") {
  for (const char* name : {"svg", "math", "template"}) {
    INFO(name);
    std::string open, close;
    for (int i = 0; i < 50000; ++i) {
      open += std::string("<") + name + ">";
      close += std::string("</") + name + ">";
    }
    const bool formula = std::string_view(name) == "math";  // a formula is shown
    CHECK(html("<p>before" + open + (formula ? "" : "hidden") + close + "<p>after") ==
          "before\n\nafter\n");
    if (formula) CHECK(html("<p>be" + open + "fore" + close + "<p>after") == "before\n\nafter\n");
  }
  CHECK(html("<p>a<svg><path><p>b") == "a\n\nb\n");
}

TEST_CASE("formatting left open, tags of a thousand attributes and repeated roots are read") {
  std::string bold, attributes = "<p", roots;
  for (int i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(i);
    bold += "<b id=" + number + "><p>w" + number + " ";
    attributes += " a" + number + "='>'";
    roots += "<html a" + number + "=1><body b" + number + "=1>";
  }
  CHECK_THAT(html(bold), Catch::Matchers::EndsWith("w19998\n\nw19999\n"));
  CHECK(html(attributes + ">words") == "words\n");
  CHECK(html(roots + "words") == "words\n");
}

TEST_CASE("what only looks like a tag is text, and comments and raw text are no mark-up") {
  CHECK(html("<p>1 < 2 & 3 <4") == "1 < 2 & 3 <4\n");
  CHECK(html("<p>a<!-- <div hidden> -->b<!-->c<!--->d<? x ?>e") == "abcde\n");
  CHECK(html("<p>a<script>'<div hidden>'</SCRIPT >b<style><p></style>c") == "abc\n");
  CHECK(html("<p title='</p><div hidden>'>a</p>") == "a\n");
  CHECK(read_built("<html><title>a <b> &amp; c</title><p>x", "a").metadata.title == "a & c");
}

TEST_CASE("a reader that is not there is named") {
  setenv("ATTACHE_READER", "/nowhere/attache-reader", 1);
  try {
    read_document("<html><p>x", "a.html", {});
    CHECK(false);
  } catch (const ReadError& error) {
    CHECK(std::string(error.what()) ==
          "a.html: /nowhere/attache-reader: can't be started: No such file or directory");
  }
}

TEST_CASE("a plain text in a web page loses its pages as one in a file does") {
  std::string lines;
  for (int page = 1; page < 6; ++page) {
    for (int i = 0; i < 6; ++i)
      lines += "The people of the country seek to live in peace with all of their\n";
    lines += std::string(5, static_cast<char>('a' + page)) + " and of the\n\n[[Page " +
             std::to_string(page) + "]]\n\nworld.\n";
  }
  const std::string text =
      read_built("<html><body><pre>\n" + lines + "</pre></body></html>", "a.html").text;
  CHECK(text.find("Page") == std::string::npos);
  CHECK(text.find("of the\nworld.") != std::string::npos);
}

TEST_CASE("a charset that nobody knows is as none") {
  const std::string page = "<meta charset='no-such-9'><p>We joined C\xF4te d'Ivoire's union.</p>";
  const Document document = read_built(page, "a.html");
  CHECK(document.text == "We joined C\u00F4te d'Ivoire's union.\n");
  CHECK(document.remarks.size() == 1);
  CHECK(read_built("<meta charset='no-such-9'><p>C\u00F4te.</p>", "a.html").text == "C\u00F4te.\n");
}
