// SPDX-License-Identifier: MIT
// Tables whose cells hold several lines, and lists without markers.
#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Page = std::vector<PdfText>;
using Cell = std::vector<std::string>;

std::string text_of(const Page& page) { return read_built(pdf_of({page}), "a.pdf").text; }

bool has(const std::string& text, const std::string& words) {
  return text.find("\n\n" + words + "\n\n") != std::string::npos;
}

void add_prose(Page& page, int top) {
  for (const char* line : {"The Government of Norlandia holds that each State "
                           "may call upon the Court where it is",
                           "wronged by others, and it has done so twice in "
                           "the years that lie behind us, as all of",
                           "those know who were there on both of the days."})
    page.push_back({72, top, line, 10}), top += 13;
}

enum class Place { top, middle };

/// Rows of three cells, in lines of 12 points with 6 between rows.
void add_rows(Page& page, int top, const std::vector<std::vector<Cell>>& rows, Place place,
              bool centred) {
  constexpr int lefts[] = {72, 250, 420};
  for (const auto& row : rows) {
    std::size_t height = 0;
    for (const Cell& cell : row) height = std::max(height, cell.size());
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::size_t room = height - row[c].size();
      int y = top + (place == Place::middle ? static_cast<int>(room) * 6 : 0);
      for (const std::string& line : row[c]) {
        const int indent = centred ? (28 - static_cast<int>(line.size())) * 2 : 0;
        page.push_back({lefts[c] + indent, y, line, 10});
        y += 12;
      }
    }
    top += static_cast<int>(height) * 12 + 6;
  }
}

const std::vector<std::vector<Cell>> rows = {
    {{"Organization"}, {"Role of Norlandia"}, {"Year"}},
    {{"North Atlantic Treaty", "Organization"}, {"Member"}, {"2004"}},
    {{"Organization for Security", "and Co-operation in Europe"}, {"Founding member"}, {"1992"}},
    {{"World Trade", "Organization"}, {"Observer of the", "General Council"}, {"1999"}},
    {{"African Union"}, {"Partner of the", "Commission"}, {"2010"}}};

}  // namespace

TEST_CASE("PDF: cells of several lines are read one by one, wherever they stand in their rows") {
  for (const Place place : {Place::top, Place::middle}) {
    for (const bool centred : {false, true}) {
      Page page;
      add_prose(page, 80);
      add_rows(page, 150, rows, place, centred);
      add_prose(page, 330);
      const std::string text = text_of(page);
      INFO((place == Place::top ? "top " : "middle ") << centred << '\n' << text);
      CHECK(has(text, "North Atlantic Treaty Organization"));
      CHECK(has(text, "Organization for Security and Co-operation in Europe"));
      CHECK(has(text, "World Trade Organization"));
      CHECK(has(text, "Observer of the General Council"));
      CHECK(has(text, "Founding member"));
      CHECK(has(text, "Organization Role of Norlandia Year"));
      CHECK(text.find("who were there on both of the days.\n\nOrganization") != std::string::npos);
    }
  }
}

TEST_CASE("PDF: a table's row reads across where only its last cell has several lines") {
  Page page;
  add_prose(page, 80);
  add_rows(page, 150,
           {{{"Subject:"}, {"Speech by the Minister of", "Foreign Affairs in the", "Assembly"}, {}},
            {{"Place:"}, {"The seat of the United", "Nations in New York"}, {}},
            {{"Language:"}, {"English, with a text in", "Norlandic"}, {}}},
           Place::top, false);
  const std::string text = text_of(page);
  INFO(text);
  CHECK(has(text, "Subject: Speech by the Minister of Foreign Affairs in the Assembly"));
  CHECK(has(text, "Place: The seat of the United Nations in New York"));
}

TEST_CASE("PDF: items that end with a semicolon and \"and\" are paragraphs") {
  Page page;
  for (int top = 400; top < 600; top += 60) add_prose(page, top);
  int top = 80;
  for (const char* line : {"The parties to the present Treaty have agreed upon these principles:",
                           "to settle all their disputes by peaceful means, "
                           "as the Charter of the United Nations has",
                           "demanded of all of its Members for so long; and",
                           "to refrain from the threat or use of force "
                           "against the territory of any of the others, be",
                           "they parties to the present Treaty or not, and "
                           "whether or not they have a part in it; and",
                           "to admit no foreign bases on their territory or "
                           "on the waters that belong to them and to",
                           "nobody else."})
    page.push_back({72, top, line, 10}), top += 13;
  const std::string text = text_of(page);
  INFO(text);
  CHECK(text.find("principles:\n\nto settle") != std::string::npos);
  CHECK(text.find("for so long; and\n\nto refrain") != std::string::npos);
  CHECK(text.find("United Nations has demanded") != std::string::npos);
}
