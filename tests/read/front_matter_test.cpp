// SPDX-License-Identifier: MIT
#include "seed/read/front_matter.h"

#include "seed/read/format.h"
#include "seed/read/yaml.h"
#include "tests/catch.h"

using namespace attache;
using Entries = std::vector<MetadataEntry>;

namespace {

struct Reading {
  Metadata metadata;
  std::string rest;
};

Reading read(const std::string& text) {
  Reading reading;
  reading.rest = text.substr(read_front_matter(text, reading.metadata));
  return reading;
}

std::string title_of(const std::string& yaml) {
  return read("---\n" + yaml + "\n---\nText.\n").metadata.title;
}

}  // namespace

TEST_CASE("titles come out as YAML says") {
  CHECK(title_of("title: A speech") == "A speech");
  CHECK(title_of("title: A speech # of Brown") == "A speech");
  CHECK(title_of("title: A speech\n  in two lines") == "A speech in two lines");
  CHECK(title_of("title: >\n  A speech\n  in two lines\n") == "A speech in two lines");
  CHECK(title_of("title: >-\n  A speech\n\n  in two lines") == "A speech in two lines");
  CHECK(title_of("title: |\n  A speech\n  in two lines") == "A speech in two lines");
  CHECK(title_of(R"(title: "The \"new\" order: \u00e9t\u00e9")") == "The \"new\" order: été");
  CHECK(title_of("title: 'It''s ours: peace'") == "It's ours: peace");
  CHECK(title_of("\"title\" : x") == "x");
  CHECK(title_of("base: &t The title\ntitle: *t") == "The title");
  CHECK(title_of("title: ~").empty());
}

TEST_CASE("what has no role is the document's own, lists and nested keys included") {
  const Reading reading = read(
      "---\r\ntitle: T\r\ntags: [energy, peace]\r\nauthors:\r\n  - name: Brown\r\n  - name: "
      "Olsen\r\n"
      "empty:\r\nplace: {city: Baku}\r\n---\r\nText.\r\n");
  CHECK(reading.rest == "Text.\r\n");
  CHECK(reading.metadata.own == Entries{{"tags", "energy"},
                                        {"tags", "peace"},
                                        {"author", "Brown"},
                                        {"author", "Olsen"},
                                        {"place.city", "Baku"}});
}

TEST_CASE("dates have several names, and the plainest rules") {
  const auto date_of = [](const std::string& yaml) {
    return read("---\n" + yaml + "\n---\nText.\n").metadata.date;
  };
  CHECK(date_of("doc_date: 1971-02-24") == "1971-02-24");
  CHECK(date_of("published: 2007-03-07T10:00:00Z") == "2007-03-07");
  CHECK(date_of("year: 1999\ndate: 2000-01-02") == "2000-01-02");
  CHECK(date_of("date: to be told\nyear: 1999") == "1999");
  CHECK(read("---\nyear: 1999\ndate: 2000\n---\n").metadata.own == Entries{{"year", "1999"}});
  CHECK(read("---\ndate: soon\n---\n").metadata.own == Entries{{"date", "soon"}});
}

TEST_CASE("prose between rules stays text") {
  for (const std::string text :
       {"---\nWe agreed on this: peace comes first.\n---\nMore.\n", "---\nA rule and prose.\n",
        "---\nNo colon here.\n---\nMore.\n", "---\n- a list\n---\nMore.\n", "---\n\n---\nMore.\n",
        "---\ntitle: [unclosed\n---\nMore.\n", "---\ntitle: a: b\n---\nMore.\n", "--- \ntitle: x\n",
        "----\ntitle: x\n---\n", "---\n? [a, b]\n: x\n---\n"}) {
    INFO(text);
    CHECK(read(text).rest == text);
    CHECK(detect_format(text, "f.txt").format == Format::text);
  }
}

TEST_CASE("a plain text has front matter only where a key is a usual one") {
  const std::string spoken = "---\nPresident: I thank you.\n---\nHe left.\n";
  CHECK(detect_format(spoken, "f.txt").format == Format::text);
  CHECK(detect_format("---\ndoc_date: 1971\n---\nText.\n", "f.txt").format == Format::markdown);
  const std::string far = "---\nx: " + std::string(20'000, 'y') + "\ntitle: T\n---\nText.\n";
  CHECK(detect_format(far, "f.txt").format == Format::markdown);
}

TEST_CASE("hostile YAML is no front matter and takes no time") {
  std::string bomb = "---\na: &a " + std::string(1000, 'x') + "\nb: [";
  for (int i = 0; i < 10'000; ++i) bomb += "*a,";
  CHECK(read(bomb + "]\n---\nText.\n").rest.size() > bomb.size());
  const std::string laughs = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b, T]\n---\nText.\n";
  CHECK(read(laughs).metadata.title == "T");
  for (const std::string piece : {"[", "{", "- ", "? ", "{a: [", "&x ", "!t ", "\"", "'"}) {
    std::string deep = "---\ntitle: ";
    while (deep.size() < 60'000) deep += piece;
    INFO(piece);
    CHECK(read(deep + "\n---\nText.\n").rest.size() > deep.size());
  }
  CHECK(read("---\ntitle: " + std::string(70'000, 'x') + "\n---\nText.\n").rest.size() > 70'000);
  CHECK_FALSE(yaml_entries("a: b\n...\n---\nc: d\n"));
}

TEST_CASE("front matter between +++ is TOML") {
  const auto reading = read(
      "+++\ntitle = \"Peace\"\ndate = 2011-05-06\ntags = [\"a\", \"b\"]\n[params]\ncode = "
      "7\n+++\nText.\n");
  CHECK(reading.rest == "Text.\n");
  CHECK(reading.metadata.title == "Peace");
  CHECK(reading.metadata.date == "2011-05-06");
  CHECK(reading.metadata.own == Entries{{"tags", "a"}, {"tags", "b"}, {"params.code", "7"}});
  CHECK(read("+++\nWe say: this is prose.\n+++\nText.\n").rest.starts_with("+++"));
}

TEST_CASE("what was meant as front matter and is none is told") {
  CHECK(front_matter_fault("---\ntitle: [open\ndate: 2001\n---\nText.\n") ==
        "lines 1 to 4 look like front matter but are no YAML: read as text");
  CHECK(front_matter_fault("+++\ntitle = Peace\n+++\n") ==
        "lines 1 to 3 look like front matter but are no TOML: read as text");
  for (const char* text :
       {"---\nWe begin: with [a pledge.\n---\n", "---\ntitle: x\n---\n", "Text.\n"})
    CHECK(front_matter_fault(text).empty());
}

TEST_CASE("pandoc's lines behind percent signs are title, authors and date") {
  Reading reading =
      read("% Our policy\n  towards Mali\n% Anna Berg; Ole Dahl\n% 4 May 2011\n\nText.\n");
  CHECK(reading.metadata.title == "Our policy towards Mali");
  CHECK(reading.metadata.date == "2011-05-04");
  CHECK(reading.metadata.own == Entries{{"author", "Anna Berg"}, {"author", "Ole Dahl"}});
  CHECK(reading.rest == "\nText.\n");
  reading = read("%\n% Anna Berg\n  Ole Dahl\n\nText.\n");
  CHECK(reading.metadata.title.empty());
  CHECK(reading.metadata.own.size() == 2);
  // No empty line behind them, too many, or no blank: text.
  for (const char* text : {"% of it\nis ours.\n", "% a\n% b\n% c\n% d\n\nText.\n", "%a\n\nText.\n"})
    CHECK(read(text).rest == text);
}

TEST_CASE("the title of front matter that is broken is that of its line") {
  CHECK(title_of_broken("---\ntitle: Peace: a plan\ndate: 2007\n---\nText.\n") == "Peace: a plan");
  CHECK(title_of_broken("---\ndate: a: b\ntitle: \"Peace\"\n---\nText.\n") == "Peace");
  CHECK(title_of_broken("---\ntitle: Peace\n---\nText.\n").empty());
  CHECK(title_of_broken("Title: Peace: a plan\n").empty());
}
