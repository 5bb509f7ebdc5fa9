// SPDX-License-Identifier: MIT
// Words stay apart, marks of notes go, exponents and ordinals stay.
#include <algorithm>

#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

ReadOptions shared() {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  return options;
}

std::string html(const std::string& body, const ReadOptions& options) {
  std::string text = read_built("<!DOCTYPE html><body>" + body, "a.html", options).text;
  return text.substr(0, text.size() - 1);
}

}  // namespace

TEST_CASE("marks of notes are left out and fuse no words") {
  const ReadOptions options = shared();
  for (const char* mark : {"<sup>1</sup>",
                           "<sup>[1]</sup>",
                           "<sup>(2)</sup>",
                           "<sup>1, 2</sup>",
                           "<sup>12</sup>",
                           "<sup>*</sup>",
                           "<sup>&dagger;</sup>",
                           "<sup><a href='#n'>a</a></sup>",
                           "<sup>iv</sup>",
                           "<sup>b</sup>",
                           "<a class=footnote href='#x'>1</a>",
                           "<a class='footnote'>1</a>",
                           "<a href='#_ftn1'>[1]</a>",
                           "<a href='#x'>[3]</a>",
                           "<a href='#x'>4</a>",
                           "<a href='notes.html#fn1'>1</a>",
                           "<a role='doc-noteref' href='x.html'>1</a>",
                           "<span class='footnote-ref'>1</span>",
                           "<sup>TM</sup>",
                           "<sup><b><i>3</i></b></sup>",
                           "<sup class=x>[<i><a href='/w'>citation needed</a></i>]</sup>"}) {
    INFO(mark);
    CHECK(html(std::string("<p>The OSCE") + mark + " met.", options) == "The OSCE met.");
    CHECK(html(std::string("<p>We joined the Bank.") + mark + " We left.", options) ==
          "We joined the Bank. We left.");
    CHECK(html(std::string("<p>We joined the OSCE") + mark + ".", options) ==
          "We joined the OSCE.");
    CHECK(html(std::string("<p>The OSCE") + mark + "and EU", options) == "The OSCE and EU");
  }
  CHECK(html("<p>In 2004<sup>1</sup> and 1999<sup>2</sup>.", options) == "In 2004 and 1999.");
  CHECK(html("<p><sup>1</sup>See below.<p><a href='#r'>[2]</a> Ibid.", options) ==
        "See below.\n\nIbid.");
}

TEST_CASE("exponents, ordinals, fractions and references are words") {
  const ReadOptions options = shared();
  CHECK(html("<p>7<sup>th</sup> March, the 1<sup>st</sup>, XX<sup>e</sup>, M<sup>me</sup>",
             options) == "7th March, the 1st, XXe, Mme");
  CHECK(html("<p>5 km<sup>2</sup>, 3 m<sup>3</sup>, s<sup>-1</sup>", options) ==
        "5 km2, 3 m3, s-1");
  CHECK(html("<p>10<sup>6</sup> and 10<sup>-3</sup>", options) == "10\u2076 and 10\u207B\u00B3");
  CHECK(html("<p>3<sup>1</sup>/<sub>2</sub> CO<sub>2</sub>, <sup>235</sup>U", options) ==
        "3 1/2 CO2, 235U");
  CHECK(html("<p>paragraph <a href='#p5'>5</a>, see <a href='#n'>[5]</a> (<a href='#p'>6</a>)",
             options) == "paragraph 5, see [5] (6)");
  CHECK(html("<p>a <span class='footnote'>whole note</span>", options) == "a whole note");
}

TEST_CASE("formulas are words on one line") {
  const auto formula = [](const std::string& math) {
    return read_built("<!DOCTYPE html><html><body><p>It is <math>" + math +
                          "</math>, and we joined NATO.</p></body></html>",
                      "a.html")
        .text;
  };
  const auto is = [](const std::string& words) {
    return "It is " + words + ", and we joined NATO.\n";
  };
  CHECK(formula("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>") ==
        is("E = mc\u00B2"));
  CHECK(formula("<msub><mi>CO</mi><mn>2</mn></msub>") == is("CO2"));
  CHECK(formula("<mfrac><mn>1</mn><mn>2</mn></mfrac>") == is("1/2"));
  CHECK(formula("<semantics><mrow><mn>5</mn><mo>&lt;</mo><mi>x</mi></mrow><annotation "
                "encoding='application/x-tex'>5 \\lt x</annotation></semantics>") == is("5 < x"));
  CHECK(formula("<mtext>rate of</mtext><mi>n</mi><mo>&#x2265;</mo><mn>3</mn>") ==
        is("rate of n \u2265 3"));
  CHECK(formula("<msqrt><mn>2</mn></msqrt>") == is("\u221A(2)"));
  CHECK(formula("<munderover><mo>&sum;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
                "</munderover><msub><mi>x</mi><mi>i</mi></msub>") == is("\u2211(i = 1, n) xi"));
  CHECK(formula("<mover><mi>x</mi><mo>&#xAF;</mo></mover>") == is("x\u00AF"));
  CHECK(formula("<mfenced><mi>a</mi><mi>b</mi></mfenced>") == is("(a, b)"));
  CHECK(read_built("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>It is "
                   "<m:math><m:mfrac><m:mn>3</m:mn><m:mn>4</m:mn></m:mfrac></m:math> of "
                   "all.</p></body></html>",
                   "a.xhtml")
            .text == "It is 3/4 of all.\n");
}

TEST_CASE("marks that a style raises are marks") {
  const ReadOptions options = shared();
  CHECK(html("<p>the OSCE<span style='vertical-align: super; font-size: 60%'>1</span> and",
             options) == "the OSCE and");
  CHECK(html("<p>the 7<span style='vertical-align:super'>th</span> of May", options) ==
        "the 7th of May");
  CHECK(html("<p>the OSCE<span style='color: red'>1</span> and", options) == "the OSCE1 and");
}

TEST_CASE("words that a style or an element of the page's own sets apart do not fuse") {
  const ReadOptions options = shared();
  CHECK(html("<div><span style='display: block'>We joined NATO.</span><span "
             "style='display:block'>We left.</span></div>",
             options) == "We joined NATO.\n\nWe left.");
  CHECK(html("<mfa-page><mfa-title>Policy</mfa-title><mfa-text>We joined NATO in the year of the "
             "war.</mfa-text><mfa-text>We have never left it since, and we never "
             "shall.</mfa-text></mfa-page>",
             options) ==
        "Policy\n\nWe joined NATO in the year of the war.\n\nWe have never left it "
        "since, and we never shall.");
  CHECK(html("<p>We joined <x-term>NATO</x-term>.", options) == "We joined NATO.");
}

TEST_CASE("what a page shows only without programs is read where it shows nothing else") {
  const ReadOptions options = shared();
  CHECK(html("<body><NoScript><p>We joined NATO.</p></NOSCRIPT><div id=app></div></body>",
             options) == "We joined NATO.");
  CHECK(html("<body><noscript><p>Switch programs on.</p></noscript><p>We joined NATO.</p></body>",
             options) == "We joined NATO.");
}

TEST_CASE("sections of characters and pages of frames keep their text") {
  const ReadOptions options = shared();
  CHECK(html("<p><![CDATA[We joined <NATO> & left.]]></p><p>It was so.", options) ==
        "We joined <NATO> & left.\n\nIt was so.");
  CHECK(html("<frameset><frame src=x></frameset><noframes><body><p>We joined NATO.</p><p>We "
             "left.</p></body></noframes>",
             options) == "We joined NATO.\n\nWe left.");
}

TEST_CASE("elements without the list or table that they belong to part their words") {
  const ReadOptions options = shared();
  for (const char* page : {"<li>NATO<li>OSCE",
                           "<dt>NATO<dd>OSCE",
                           "<legend>NATO</legend>OSCE",
                           "NATO<legend>OSCE",
                           "<fieldset><legend>NATO</legend>OSCE</fieldset>",
                           "<caption>NATO</caption>OSCE",
                           "NATO<caption>OSCE",
                           "<option>NATO<option>OSCE",
                           "<optgroup><option>NATO<option>OSCE",
                           "<td>NATO<td>OSCE",
                           "<td>NATO</td>OSCE",
                           "<th>NATO<th>OSCE",
                           "<tr><td>NATO<tr><td>OSCE",
                           "<tbody>NATO<tbody>OSCE",
                           "<summary>NATO</summary>OSCE",
                           "<figcaption>NATO</figcaption>OSCE",
                           "<address>NATO</address>OSCE",
                           "<hr>NATO<hr>OSCE",
                           "<listing>NATO</listing>OSCE",
                           "<ruby>NATO<rt>OSCE</ruby>",
                           "NATO<details>OSCE",
                           "<center>NATO</center>OSCE"}) {
    INFO(page);
    std::string text = html(page, options);
    for (char& byte : text) byte = byte == '\n' ? ' ' : byte;
    text.erase(
        std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
        text.end());
    CHECK(text == "NATO OSCE");
  }
  CHECK(html("<dir><li>NATO<li>OSCE</dir>", options) == "- NATO\n- OSCE");
  CHECK(html("<menu><li>NATO<li>OSCE</menu>", options) == "- NATO\n- OSCE");
}

TEST_CASE("two line breaks in a row part paragraphs, one does not") {
  CHECK(html("NATO<br>OSCE<br><br>EU<br> <br>AU", shared()) == "NATO\nOSCE\n\nEU\n\nAU");
}

TEST_CASE("a page nested less deep than 1,500 levels keeps text and paragraphs") {
  const ReadOptions options = shared();
  for (const char* name : {"div", "section", "blockquote", "span", "b", "font", "center", "details",
                           "form", "header", "nav", "x-y", "fieldset"}) {
    for (const std::size_t depth : {100u, 511u, 513u, 1499u}) {
      INFO(name << ' ' << depth);
      std::string open, close;
      for (std::size_t i = 0; i < depth; ++i) {
        open += std::string("<") + name + ">";
        close += std::string("</") + name + ">";
      }
      CHECK(html("<p>We start.</p>" + open + "<p>We joined NATO.</p><p>We left.</p>" + close +
                     "<p>It ends.</p>",
                 options) == "We start.\n\nWe joined NATO.\n\nWe left.\n\nIt ends.");
    }
  }
}

TEST_CASE("letters that mark notes fuse with no word, and ordinals and powers stay") {
  const auto read = [](const std::string& word) {
    return read_built("<html><body><p>We joined the " + word + " then.</p></body></html>", "a.html")
        .text;
  };
  for (const char* mark :
       {"note 1", "1a", "n.15", "ibid", "fn4", "A", "a,b", "(a)", "[a]", "<i>b</i>"}) {
    INFO(mark);
    CHECK(read("EFTA<sup>" + std::string(mark) + "</sup>") == "We joined the EFTA then.\n");
  }
  CHECK(read("EU<sup>note 1</sup>") == "We joined the EU then.\n");
  for (const char* kept :
       {"7<sup>th</sup>", "M<sup>lle</sup>", "Gov<sup>t</sup>", "XIV<sup>e</sup>"}) {
    std::string plain = kept;
    for (const char* tag : {"<sup>", "</sup>"})
      plain.erase(plain.find(tag), std::string(tag).size());
    CHECK(read(kept) == "We joined the " + plain + " then.\n");
  }
  CHECK(read("5 km<sup>2</sup>") == "We joined the 5 km2 then.\n");
}
