// SPDX-License-Identifier: MIT
// Boxes beside a text, notes at equal places of pages, words broken at line ends.
#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Page = std::vector<PdfText>;

std::string text_of(const std::vector<Page>& pages) {
  return read_built(pdf_of(pages), "a.pdf").text;
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

void add_lines(Page& page, int left, int top, int step, const std::vector<std::string>& lines,
               int size = 12) {
  for (const std::string& line : lines) {
    page.push_back({left, top, line, size});
    top += step;
  }
}

const std::vector<std::string> narrow = {"The Government of Norlandia holds that peace",
                                         "rests on the law, and that each state may call",
                                         "upon the Court where it is wronged by others.",
                                         "It has done so twice, and it has kept to what",
                                         "the Court has said on both of the occasions,"};
const std::vector<std::string> wide = {
    "though it did not win either, and it goes on to ask the same of all who have signed the",
    "Charter as we have. We go on to support the Court with all means."};
const std::string flowing =
    "It has done so twice, and it has kept to what the Court has said on both of the occasions, "
    "though it did not win either, and it goes on to ask the same";

}  // namespace

TEST_CASE("PDF: a box beside a text is read apart from it, and the text goes on below") {
  for (const int shift : {5, 0}) {  // on heights of its own, and on the text's in smaller type
    Page page;
    add_lines(page, 72, 100, 15, narrow);
    add_lines(
        page, 380, 115 + shift, 15,
        {"Box 1: Key facts", "Norlandia has five embassies abroad. It", "spends little on them."},
        10);
    add_lines(page, 72, 175, 15, wide);
    const std::string text = text_of({page});
    INFO(shift << text);
    CHECK(has(text, flowing));
    CHECK(has(text, "Norlandia has five embassies abroad. It spends little on them."));
  }
}

TEST_CASE("PDF: notes at the same place of several pages are no furniture") {
  const auto page = [](int number, const std::string& mark, const std::string& note) {
    Page lines;
    add_lines(lines, 72, 100, 14,
              {"We hold to what the Court has said in all of these cases, as we have since we",
               "joined, and to the aims of page " +
                   std::string(static_cast<std::size_t>(number), 'x') + "."});
    lines.push_back({72, 700, mark, 6});
    lines.push_back({78, 703, note, 9});
    lines.push_back({300, 760, std::to_string(number)});
    return lines;
  };
  const std::string counted =
      text_of({page(1, "1", "See Report, vol. 1, p. 7."), page(2, "2", "See Report, vol. 1, p. 8."),
               page(3, "3", "See Report, vol. 1, p. 9.")});
  for (const char* note : {"[1] See Report, vol. 1, p. 7.", "[2] See Report, vol. 1, p. 8.",
                           "[3] See Report, vol. 1, p. 9."})
    CHECK(has(counted, note));
  const std::string same = text_of({page(1, "*", "Ibid."), page(2, "*", "Ibid.")});
  CHECK(has(same, "[*] Ibid.\n\n[*] Ibid."));
}

TEST_CASE("PDF: a sentence's line that comes again at the top of a page is no head") {
  const auto page = [](const std::string& last) {
    Page lines;
    add_lines(lines, 72, 60, 14,
              {"past, and it will say so again at the next meeting of the Fund in May.",
               "The Government of " + last +
                   " holds that open trade serves the poor. It said so in the"});
    return lines;
  };
  const std::string text = text_of({page("Fiji"), page("Peru"), page("Chad")});
  CHECK(
      has(text, "Fiji holds that open trade serves the poor. It said so in the past, and it will"));
  CHECK(
      has(text, "Peru holds that open trade serves the poor. It said so in the past, and it will"));
}

TEST_CASE("PDF: in lines that are hyphenated a word broken at the line's end is one") {
  const auto read = [](const char* first, const char* second) {
    Page page;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < 30; ++i) {
      lines.emplace_back("with the peoples of the world who want to live at a good rate accord-");
      lines.emplace_back("ance with what they have declared and hold signed some days ago");
    }
    lines[10] = std::string("and all of the peoples of the world who want now to ") + first;
    lines[11] = std::string(second) + " and who want to live in peace with all others of it";
    add_lines(page, 72, 60, 12, lines);
    return text_of({page});
  };
  CHECK(has(read("commemo-", "rate"), "now to commemorate and"));  // "rate" is a word of the text
  CHECK(has(read("with-", "hold"), "now to withhold and"));        // both are
}

TEST_CASE("a stamp over the text stands in none of its lines") {
  const auto page = [](const std::string& stamp) {
    std::vector<PdfText> lines;
    for (int i = 0; i < 12; ++i)
      lines.push_back(
          {60, 300 + 14 * i, "we hold to the peace of all of our people here and there,"});
    lines.push_back({60, 468, "and to the rule of law."});
    lines.push_back({80, 400, stamp, 70});
    return lines;
  };
  const std::string one = read_built(pdf_of({page("SECRET")}), "a.pdf").text;
  CHECK(one.find("there, we hold") != std::string::npos);
  CHECK(one.ends_with("law.\n\nSECRET\n"));
  // On several pages it is the paper's.
  const std::string two = read_built(pdf_of({page("DRAFT"), page("DRAFT")}), "a.pdf").text;
  CHECK(two.find("DRAFT") == std::string::npos);
  CHECK(two.find("law.") != two.rfind("law."));
}

TEST_CASE("PDF: a box in smaller type cuts no sentence of the text around it") {
  const std::vector<std::string> beside = {"It has done so twice, and it has kept to what",
                                           "the Court has said on both of the occasions,",
                                           "though it did not win, and it goes on to",
                                           "ask for the same of all the others here, and"};
  const std::vector<std::string> below = {
      "Sudria has asked for it, too, as all of the states in the whole region have done before",
      "it. We go on to support the Court with all means."};
  for (const bool left : {true, false}) {
    Page page;
    add_lines(
        page, 72, 72, 15,
        {"The Government of Norlandia holds that peace rests on the law, and that is all that",
         "we have to say of the matter today as on all the days before it."});
    add_lines(page, left ? 300 : 72, 110, 15, beside);
    add_lines(page, left ? 72 : 380, 114, 13,
              {"Norlandia has five embassies in", "the region, and it spends little",
               "on them all in the year of 2004."},
              9);
    add_lines(page, 72, 170, 15, below);
    const std::string text = text_of({page});
    INFO(text);
    CHECK(has(
        text,
        "twice, and it has kept to what the Court has said on both of the occasions, though it "
        "did not win, and it goes on to ask for the same of all the others here, and Sudria has "
        "asked"));
    CHECK(
        has(text,
            "five embassies in the region, and it spends little on them all in the year of 2004."));
  }
}
