// SPDX-License-Identifier: MIT
// Pages of ten layouts, each with the text that is to be kept of it, to the letter: what stands in
// the page and not in the text is left out.
#include <fstream>
#include <sstream>

#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

std::string layout(const std::string& name) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/read/layouts/" + name,
                     std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

struct Expected {
  std::string name, title, date;
  bool mostly_furniture = false;  ///< less than a third of it is text, which is told
};

}  // namespace

TEST_CASE("pages of ten layouts keep their text and nothing else, and know title and date") {
  ReadOptions options;
  options.helpers = make_reader_helpers();
  for (const auto& [name, title, date, told] :
       {Expected{"ministry", "Statement on the river treaty", "2007-03-07"},
        {"wordpress", "A visit to Sudland", "2016-05-04", true},
        {"drupal", "Norlandia", "2011-02-03"},
        {"nineties", "Address by the Foreign Minister", ""},
        {"news", "Norlandia joins the bank", "2014-09-10", true},
        {"un_press", "Council Adopts Resolution on Norlandia", "1998-11-24"},
        {"parliament", "Foreign Affairs", "1999-03-24"},
        {"wiki", "Foreign relations of Norlandia", ""},
        {"cards", "Norlandia in the world", ""},
        {"saved", "Policy paper", ""}}) {
    INFO(name);
    const Document page = read_built(layout(name + ".html"), name + ".html", options);
    CHECK(page.text == layout(name + ".txt"));
    CHECK(page.metadata.title == title);
    CHECK(page.metadata.date == date);
    CHECK(page.remarks.size() == (told ? 1 : 0));
    CHECK(page.kept.in_part() == told);
  }
}

TEST_CASE("a cell that breaks its sentences into lines lays the page out") {
  const Document page = read_built(
      "<html><body><table><tr><td><b>Menu</b><br><a href=1>Minister</a><br><a href=2>Policy</a><br>"
      "</td><td><b>Our Policy</b><br><br>Norlandia founded the Union.<br>It left NATO in 1999."
      "<br><br>It joined the bank.</td></tr></table></body></html>",
      "a.html");
  CHECK(page.text ==
        "Our Policy\n\nNorlandia founded the Union.\nIt left NATO in 1999.\n\nIt joined the "
        "bank.\n");
}

TEST_CASE("a table of one row lays the page out, and its cell of links is none of the text") {
  const std::string text =
      "<td><p>Statement of Norlandia</p><p>We seek peace</p><p>Norlandia joined the Union.</p>";
  const std::string kept =
      "Statement of Norlandia\n\nWe seek peace\n\nNorlandia joined the Union.\n";
  const std::string list = "<ul><li><a href=1>Home</a></li><li><a href=2>News</a></li></ul>";
  for (const std::string& row :
       {"<tr><td><a href=1>Home</a></td>" + text + "</tr>",
        "<tr>" + text + "</td><td><a href=1>Home</a><br><a href=2>News</a></td></tr>",
        "<tr><td>" + list + "</td>" + text + "</tr>",
        "<tr><td> </td></tr><tr><td>" + list + "</td>" + text + "</td></tr><tr><td></td></tr>"}) {
    INFO(row);
    CHECK(read_built("<html><body><table>" + row + "</table></body></html>", "a.html").text ==
          kept);
  }
}

TEST_CASE("paragraphs and items inside a cell of a data table stay what they are") {
  const auto read = [](const std::string& table) {
    return read_built("<html><body><p>These are our aims.</p><table>" + table +
                          "</table><p>We work for peace.</p></body></html>",
                      "a.html")
        .text;
  };
  CHECK(read("<tr><th>Aims</th><td><p>Peace in the region</p><p>Trade with all</p></td></tr>"
             "<tr><th>Seat</th><td><p>Oslo</p></td></tr><tr><th>Partners</th><td><ul>"
             "<li><a href=1>African Union</a></li><li><a href=2>NATO</a></li></ul></td></tr>") ==
        "These are our aims.\n\nAims\n\nPeace in the region\n\nTrade with all\n\nSeat | Oslo\n\n"
        "Partners\n\n- African Union\n- NATO\n\nWe work for peace.\n");
  CHECK(read("<tr><th>Name<th>Parties<th>Text</tr><tr><td>Pact A<td>Norlandia<br>Sudland<td>"
             "<p>The parties aim at peace.</p><p>They seek trade</p></tr>") ==
        "These are our aims.\n\nName | Parties | Text\n\nPact A\n\nNorlandia\nSudland\n\n"
        "The parties aim at peace.\n\nThey seek trade\n\nWe work for peace.\n");
}
