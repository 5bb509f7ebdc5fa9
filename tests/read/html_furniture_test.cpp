// SPDX-License-Identifier: MIT
// Furniture is told by structure and by what part of a box is links, never by a name alone.
#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

const std::string first = "<p>Norlandia is a member of NATO.</p>";
const std::string speech = "<h1>Speech</h1><p>Norlandia joined the African Union.</p>";
const std::string whole =
    "Norlandia is a member of NATO.\n\nSpeech\n\nNorlandia joined the African Union.\n";

ReadOptions shared() {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  return options;
}

std::string html(const std::string& body, const ReadOptions& options = {}) {
  return read_built("<!DOCTYPE html><body>" + body, "a.html", options).text;
}

}  // namespace

TEST_CASE("an element left open does not swallow what follows") {
  const ReadOptions options = shared();
  for (const char* tag : {"header",
                          "nav",
                          "aside",
                          "footer",
                          "form",
                          "button",
                          "menu",
                          "noscript",
                          "object",
                          "canvas",
                          "video",
                          "audio",
                          "svg",
                          "template",
                          "math",
                          "select",
                          "dialog",
                          "search",
                          "textarea",
                          "title",
                          "sup",
                          "del",
                          "s",
                          "iframe",
                          "xmp",
                          "div hidden",
                          "span style='display:none'",
                          "a href='/x'",
                          "section class='menu' role='navigation'",
                          "script src='x.js'",
                          "nav/",
                          "!-- note"}) {
    INFO(tag);
    CHECK(html(first + "<" + tag + ">" + speech, options) == whole);
  }
  CHECK(html(first + "<style>p { color: red }" + speech, options) == whole);
  CHECK(html(first + "<script>if (a < b) go();\n" + speech, options) == whole);
  CHECK(html(first + "<p class=\"x>" + "We left.</p><p>We came.</p>", options) ==
        "Norlandia is a member of NATO.\n\nWe left.\n\nWe came.\n");
}

TEST_CASE("an element that is closed is furniture by what it is") {
  const ReadOptions options = shared();
  for (const char* tag : {"header", "aside", "footer", "dialog"}) {
    INFO(tag);
    CHECK(html(first + "<" + tag + "><p>All of it is ours.</p></" + tag + ">", options) ==
          "Norlandia is a member of NATO.\n");
  }
  CHECK(html("<nav><a href=a>Home</a><a href=b>News</a></nav>" + first, options) ==
        "Norlandia is a member of NATO.\n");
  CHECK(html("<div role=navigation><ul><li>Home<li>News</ul></div>" + first, options) ==
        "Norlandia is a member of NATO.\n");
  CHECK(html("<nav>" + first + "</nav>", options) == "Norlandia is a member of NATO.\n");
  CHECK(html("<form>" + first + "<p>We left.</p></form><p>So be it.</p>", options) ==
        "Norlandia is a member of NATO.\n\nWe left.\n\nSo be it.\n");
}

TEST_CASE("no name makes text furniture") {
  const ReadOptions options = shared();
  for (const char* name : {"page no-sidebar", "field social-policy", "share", "nav-wrapper",
                           "related", "banner", "cookie", "consent", "footer", "search", "comments",
                           "popup", "sidebar", "menu", "toc", "advert"}) {
    INFO(name);
    const std::string box = std::string("class='") + name + "' id='" + name + "'>";
    CHECK(html("<div " + box + "<p>Norlandia joined NATO.</p></div><p>We left.</p>", options) ==
          "Norlandia joined NATO.\n\nWe left.\n");
    CHECK(html("<main><p>We left.</p><section " + box + "<p>Peace.</p></section></main>",
               options) == "We left.\n\nPeace.\n");
  }
}

TEST_CASE("a header that holds the title is text") {
  CHECK(html("<header><h1>Speech</h1><p>Oslo, 1 May.</p></header>" + first) ==
        "Speech\n\nOslo, 1 May.\n\nNorlandia is a member of NATO.\n");
  CHECK(html("<header><h2>Speech</h2></header>" + first) ==
        "Speech\n\nNorlandia is a member of NATO.\n");
  CHECK(html("<header><h1>Ministry</h1></header><article><h1>Speech</h1>" + first + "</article>") ==
        "Speech\n\nNorlandia is a member of NATO.\n");
}

TEST_CASE("lists of links beside the text go, in it they stay") {
  const std::string links = "<ul><li><a href=a>NATO</a><li><a href=b>OSCE</a></ul>";
  CHECK(html(links + "<div>" + links + "</div><h1>Bodies</h1>" + first) ==
        "Bodies\n\nNorlandia is a member of NATO.\n");
  CHECK(html("<h1>Bodies</h1><p>We are a member of:</p>" + links + first) ==
        "Bodies\n\nWe are a member of:\n\n- NATO\n- OSCE\n\nNorlandia is a member of NATO.\n");
  CHECK(html("<h1>Bodies</h1>" + links) == "Bodies\n\n- NATO\n- OSCE\n");
}

TEST_CASE("a box of links that a sentence leads in is a list of the text") {
  const std::string box = "<div><a href=a>NATO</a><br><a href=b>OSCE</a></div>";
  const std::string read = "NATO\nOSCE\n";
  for (const char* lead : {"We take part in the work of the following bodies.",
                           "Norlandia left in 1991. We are also a member of:",
                           "Our memberships are listed below.", "These are <b>our bodies</b>."}) {
    const std::string text = html("<h1>Bodies</h1>" + first + "<p>" + lead + "</p>" + box);
    CHECK(text.ends_with("\n\n" + read));
    const std::string apart = html("<main><h1>Bodies</h1><div>" + first + "<p>" + lead +
                                   "</p></div><div>" + box + "</div></main>");
    CHECK(apart.ends_with("\n\n" + read));
  }
  for (const std::string behind : {"", "<p>Norlandia sells fish.</p>"})
    CHECK(html("<main><h1>Policy</h1>" + first + "<h2>Bodies</h2>" + box + behind + "</main>")
              .find("Bodies\n\n" + read) != std::string::npos);
  // Nothing leads over to these, and a word in an earlier sentence does not, either.
  CHECK(html("<main><h1>Bodies</h1>" + first + box + "</main>") ==
        "Bodies\n\nNorlandia is a member of NATO.\n");
  CHECK(html("<main><h1>Bodies</h1><p>We did the following. We left.</p>" + box + "</main>") ==
        "Bodies\n\nWe did the following. We left.\n");
}

TEST_CASE("beside the marked main part only sentences are read") {
  CHECK(html("<main>" + first + "</main><div>Imprint</div><div><p>We left the Union.</p></div>") ==
        "Norlandia is a member of NATO.\n\nWe left the Union.\n");
}

TEST_CASE("what is kept of a page is counted, and told below a third") {
  const std::string menu =
      "<nav><a href=a>A long entry of a menu</a><a href=b>Another one</a>"
      "<a href=c>And yet another one of these</a></nav>";
  const Document page = read_built("<html><body>" + menu + "<p>We left.</p>", "a.html");
  CHECK(page.text == "We left.\n");
  CHECK(page.kept.kept == 7);
  CHECK(page.kept.visible == 57);
  CHECK(page.remarks == std::vector<std::string>{
                            "only 12 % of its visible text is kept; --keep-all takes everything"});
  ReadOptions options;
  options.keep_all = true;
  const Document all = read_built("<html><body>" + menu + "<p>We left.</p>", "a.html", options);
  CHECK(all.text == "A long entry of a menuAnother oneAnd yet another one of these\n\nWe left.\n");
  CHECK(all.kept.percent() == 100);
  CHECK(all.remarks.empty());
}

TEST_CASE("a page of nothing but furniture keeps it all") {
  CHECK(html("<footer>We joined NATO</footer>") == "We joined NATO\n");
  CHECK(html("<nav><a href=a>NATO</a> <a href=b>OSCE</a></nav>") == "NATO OSCE\n");
}

TEST_CASE("lists that the title's text leads over to stay, wherever the sentences stand") {
  const ReadOptions options = shared();
  const std::string list =
      "<ul><li><a href=/0>NATO</a></li><li><a href=/1>OSCE</a></li><li><a "
      "href=/2>WTO</a></li></ul>";
  const std::string table =
      "<table><tr><td><a href=/0>NATO</a></td><td><a href=/1>OSCE</a></td>"
      "</tr><tr><td><a href=/2>WTO</a></td></tr></table>";
  const std::string lead = "<p>Norlandia is a member of the following organizations:</p>";
  const std::string prose = "<p>It joined them after 1991. The process took ten years.</p>";
  for (const std::string& links : {list, table, "<div>" + list + "</div>"})
    for (const std::string& above :
         {"<h1>Membership</h1>" + lead, std::string("<h1>Membership</h1><h2>Organizations</h2>"),
          std::string("<h1>Membership</h1><p>Member of:</p>")})
      for (const std::string& below :
           {"<div>" + prose + "</div>", "<dl><dt>NPT</dt><dd>" + prose + "</dd></dl>",
            "<table><tr><td>NPT</td><td>" + prose + "</td></tr></table>",
            "<section>" + prose + "</section>"}) {
        const std::string text = html(above + links + below, options);
        CAPTURE(above, links, below);
        for (const char* name : {"NATO", "OSCE", "WTO", "ten years."})
          CHECK(text.find(name) != std::string::npos);
      }
  // A menu below the site's name is none of the text, nor is what a box beside it lists.
  CHECK(html("<h1>Ministry</h1>" + list + "<div>" + prose + "</div>", options).find("NATO") ==
        std::string::npos);
  CHECK(html("<div><h1>Ministry</h1></div><div><h3>Links</h3>" + list + "</div><div>" + prose +
                 "</div>",
             options)
            .find("NATO") == std::string::npos);
}

TEST_CASE("the quotation marks of <q> are text") {
  CHECK(html("<p>He said <q>we <q>go</q> now</q>.</p>") ==
        "He said \u201cwe \u2018go\u2019 now\u201d.\n");
}
