// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

std::string tei(const std::string& body, const std::string& header = "") {
  return "<?xml version='1.0' encoding='UTF-8'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
         "<teiHeader>" +
         header + "</teiHeader><text><body>" + body + "</body></text></TEI>";
}

std::string text_of(const std::string& body) { return read_built(tei(body), "a.xml").text; }

}  // namespace

TEST_CASE("TEI: paragraphs, lists, tables; running heads and deletions are out") {
  CHECK(
      text_of("<div><head>Aims</head>\n<fw>Page 3</fw><p>We <del>left</del><add>joined</add>\n"
              "the<lb/>Atomic<pb n='2'/> Ener<lb break='no'/>gy Agency.</p>"
              "<list type='ordered'><item>trade</item><item>law</item></list>"
              "<list><label>(a)</label><item>peace</item></list>"
              "<table><row><cell>NATO</cell><cell>member</cell></row></table>"
              "<p>In <choice><sic>Febuary</sic><corr>February</corr></choice> we led.</p></div>") ==
      "Aims\n\nWe joined the Atomic Energy Agency.\n\n1. trade\n2. law\n(a) peace\n\n"
      "NATO | member\n\nIn February we led.\n");
}

TEST_CASE("TEI: the quotation marks of <q> are printed where the text has none") {
  CHECK(text_of("<p>He said <q>we go</q>, not <q>\u201Cyou go\u201D</q> or \u201C<q>they</q>\u201D."
                "</p>") ==
        "He said \u201Cwe go\u201D, not \u201Cyou go\u201D or \u201Cthey\u201D.\n");
}

TEST_CASE("TEI: quotations in quotations without end keep their words") {
  const std::string name = GENERATE("q", "quote");
  std::string open, close;
  for (int i = 0; i < 50'000; ++i) open += "<" + name + ">", close += "</" + name + ">";
  CHECK(text_of("<p>We " + open + "lead" + close + ".</p>").find("lead") != std::string::npos);
}

TEST_CASE("TEI: what is struck is left out, quotations in a line have their marks") {
  CHECK(
      text_of(
          "<p>We <hi rendition='simple:strikethrough'>left</hi><hi rend='strike'>stayed</hi> "
          "joined NATO. He said <quote>Why?</quote> and left.</p><quote><p>We lead.</p></quote>") ==
      "We joined NATO. He said \u201CWhy?\u201D and left.\n\nWe lead.\n");
}

TEST_CASE("TEI: notes stand behind the text, and part the words around their marks") {
  CHECK(
      text_of("<p>The OSCE<note n='2'>In Vienna.</note> and the Union<hi rend='superscript'>3</hi>"
              " on the 7<hi rend='sup'>th</hi>.<note><p>First.</p><p>More.</p></note></p>"
              "<p>We lead<ref target='#n5'>5</ref>.</p>") ==
      "The OSCE and the Union on the 7th.\n\nWe lead.\n\n[2] In Vienna.\n\n[2] First.\n\nMore.\n");
}

TEST_CASE("TEI: title and date of the text come from the header") {
  const std::string title =
      "<fileDesc><titleStmt><title>Address <hi rend='it'>to</hi> the\n"
      "Assembly</title></titleStmt><publicationStmt><date when='2019'/>"
      "</publicationStmt><sourceDesc><bibl><date>3 May 1961</date></bibl>"
      "</sourceDesc></fileDesc>";
  const Document document = read_built(
      tei("<p>Peace.</p>", title + "<profileDesc><langUsage><language ident='en'/></langUsage>"
                                   "</profileDesc>"),
      "a.xml");
  CHECK(document.metadata.title == "Address to the Assembly");
  CHECK(document.metadata.date == "1961-05-03");
  CHECK(document.metadata.language == "en");
  CHECK(document.media_type == "application/tei+xml");
}

TEST_CASE("TEI: older documents, their names of characters and their charsets") {
  CHECK(read_built("<!DOCTYPE TEI.2 SYSTEM 'x.dtd'><TEI.2><teiHeader/><text><body><p>C&ocirc;te "
                   "&mdash; R&D.</p></body></text></TEI.2>",
                   "a.xml")
            .text == "Côte — R&D.\n");
  CHECK(read_built("<?xml version='1.0' encoding='windows-1252'?><TEI><text><p>C\xF4te \x96</p>"
                   "</text></TEI>",
                   "a.xml")
            .text == "Côte –\n");
}

TEST_CASE("TEI: text is kept however deep it stands, and what is damaged is told") {
  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "<div>";
  deep += "<p>Deep.</p>";
  for (int i = 0; i < 50'000; ++i) deep += "</div>";
  CHECK(text_of(deep) == "Deep.\n");
  CHECK_THAT(refusal("<?xml version='1.0'?><TEI><text><p>x</TEI>", "a.xml"),
             Catch::Matchers::StartsWith("a.xml: damaged: at byte "));
  CHECK(refusal(tei("<p/>"), "a.xml") == "a.xml: no text in this TEI file");
}
