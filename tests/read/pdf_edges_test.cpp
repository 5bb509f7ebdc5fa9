// SPDX-License-Identifier: MIT
// Lines of the text that come again at the edges of pages, beside heads and feet that do.
#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Page = std::vector<PdfText>;

std::string text_of(const std::vector<Page>& pages) {
  return read_built(pdf_of(pages), "a.pdf").text;
}

std::size_t count_of(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++count;
  return count;
}

void add_lines(Page& page, int top, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    page.push_back({72, top, line});
    top += 14;
  }
}

const std::vector<std::string> body = {
    "The Government of Norlandia holds that peace rests on the law of nations, and that each state",
    "may call upon the Court where it is wronged by others. It has done so twice, and it has kept "
    "to",
    "what the Court has said on both of the occasions, though it did not win either of the two "
    "cases."};

}  // namespace

TEST_CASE("PDF: pages that are alike keep their text, and lose the head above it") {
  Page page;
  page.push_back({72, 40, "Norlandia in the World"});
  add_lines(page, 80, body);
  Page last = page;
  add_lines(last, 150, {"We thank all those who have come to hear us say so today in this hall."});
  const std::string text = text_of({page, page, last});
  CHECK(count_of(text,
                 "The Government of Norlandia holds that peace rests on the law of nations, and "
                 "that each state may call upon the Court") == 3);
  CHECK(count_of(text, "Norlandia in the World") == 0);
}

TEST_CASE("PDF: the end of a sentence that begins several pages is the text's") {
  const auto page = [](int number, const std::string& last) {
    Page lines = {{240, 40, "Norlandia in the World"}};
    if (number > 1)
      lines.push_back({72, 80, "Suland, Peter Olsen. The United Nations thanked us for our help."});
    add_lines(lines, 110, body);
    add_lines(lines, 180, body);
    lines.push_back({72, 222, last + " We were received by the Foreign Minister of"});
    return lines;
  };
  const std::string text =
      text_of({page(1, "It is over."), page(2, "We go."), page(3, "So be it.")});
  CHECK(count_of(text,
                 "received by the Foreign Minister of Suland, Peter Olsen. The United Nations "
                 "thanked us for our help.") == 2);
  CHECK(count_of(text, "Norlandia in the World") == 0);
}

TEST_CASE("PDF: paragraphs that begin and end pages alike stay, whatever counts in them") {
  const auto page = [](int number) {
    Page lines = {{72, 32, "A/60/PV.12"}, {400, 32, "Norlandia in the World"}};
    add_lines(
        lines, 62,
        {"Union know that peace matters. We stand for the strengthening of the law in the world",
         "in year " + std::to_string(number) +
             " of our work, and we believe that all states will"});
    add_lines(lines, 90, body);
    add_lines(lines, 730, body);
    lines.push_back({280, 800, std::to_string(number) + "/4"});
    return lines;
  };
  const std::string text = text_of({page(1), page(2), page(3), page(4)});
  CHECK(count_of(text, "Union know that peace matters.") == 4);
  CHECK(count_of(text, "The Government of Norlandia holds") == 8);
  CHECK(count_of(text, "either of the two cases.") == 8);
  CHECK(count_of(text, "Norlandia in the World") == 0);
  CHECK(count_of(text, "/4") == 0);
}

TEST_CASE("PDF: heads and feet that say sentences go where they stand apart or are small") {
  const auto page = [](const std::string& word) {
    Page lines = {{72, 30, "Statement of the Minister. Check against delivery.", 8}};
    add_lines(lines, 90, body);
    lines.push_back({72, 132, "We " + word + "."});
    lines.push_back({72, 800, "This text may be copied by all. It is free of charge."});
    return lines;
  };
  const std::string text = text_of({page("sing"), page("dance"), page("sail")});
  CHECK(count_of(text, "Check against delivery") == 0);
  CHECK(count_of(text, "free of charge") == 0);
  CHECK(count_of(text, "We sail.") == 1);
}

TEST_CASE("PDF: a page's own number below its notes goes, however wide the margin") {
  Page page;
  add_lines(page, 80, body);
  page.push_back({280, 700, "1"});
  Page second;
  add_lines(second, 80, {"We thank all those who have come to hear us say so today in this hall."});
  const std::string text = text_of({page, second});
  CHECK(text.find("\n1\n") == std::string::npos);
  CHECK(text.find("two cases.") != std::string::npos);
}

TEST_CASE("PDF: letters that are drawings have their size, their columns and their ligatures") {
  const auto column = [](Page& page, int left, const std::vector<std::string>& lines) {
    int top = 100;
    for (const std::string& line : lines) page.push_back({left, top += 13, line, 10});
  };
  Page page;
  column(page, 60,
         {"The e\\036cient o\\036ce of the Minister", "has for many years been of help to us",
          "and to all who have asked for it in the", "world, and it goes on to do so each year"});
  column(
      page, 320,
      {"with all that it has. We o\\033er to do the", "same without con\\035ict, and we ask that",
       "all the others who can do it join us in", "this work for the good of all the states."});
  const Document document = read_built(pdf_of({page}, "", 0, drawn_font()), "a.pdf");
  CHECK(
      document.text ==
      "The efficient office of the Minister has for many years been of help to us and to all who "
      "have asked for it in the world, and it goes on to do so each year with all that it has. We "
      "offer to do the same without conflict, and we ask that all the others who can do it join us "
      "in this work for the good of all the states.\n");
  CHECK(document.remarks.empty());
}

TEST_CASE("PDF: letters without Unicode are told") {
  const Page page = {{72, 100, "We jo\\002n the Un\\002on."}, {72, 120, "We are glad."}};
  const Document document = read_built(pdf_of({page}, "", 0, drawn_font()), "a.pdf");
  REQUIRE(document.remarks.size() == 1);
  CHECK(document.remarks[0] ==
        "2 characters on page 1 can't be told from the file's fonts: words "
        "lack letters there");
}
