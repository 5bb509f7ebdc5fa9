// SPDX-License-Identifier: MIT
// Numbers of lines beside the text, and what only looks like them.
#include <array>
#include <vector>

#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Page = std::vector<PdfText>;

const std::vector<std::string> prose = {"The Government of Norlandia holds that peace in the",
                                        "region rests on the law, and that each of its states",
                                        "may call upon the Court where it is wronged by others.",
                                        "It has done so twice, and it has kept to what the Court",
                                        "has said on both of the occasions, though it did not win",
                                        "either, and it goes on to ask the same of all who have",
                                        "signed the Charter as we have. We go on to support the",
                                        "Court with all means, and we call upon all others who",
                                        "have signed it to do the same as we do. We shall bring",
                                        "the matter before the Assembly once more, and we shall",
                                        "not rest before it is settled by the law. We thank you",
                                        "all for the time that you have given to our cause here."};

std::string whole() {
  std::string text;
  for (const std::string& line : prose) text += (text.empty() ? "" : " ") + line;
  return text + "\n";
}

/// Lines with the numbers of each `step`th, which begin at `first`.
Page numbered(int left, int step, int first = 1, std::size_t lines = prose.size()) {
  Page page;
  for (std::size_t i = 0; i < lines; ++i) {
    const int top = 100 + 14 * static_cast<int>(i), number = first + static_cast<int>(i);
    page.push_back({110, top, prose[i]});
    const std::string text = std::to_string(number);
    // Set so that their last figures stand below one another.
    if (number % step == 0)
      page.push_back({left - 5 * static_cast<int>(text.size()), top, text, 9});
  }
  return page;
}

std::string text_of(const std::vector<Page>& pages) {
  return read_built(pdf_of(pages), "a.pdf").text;
}

}  // namespace

TEST_CASE("PDF: numbers of lines beside the text are taken out, on either side") {
  for (const int left : {80, 450})
    for (const int step : {1, 2, 3}) {
      INFO(left << " " << step);
      CHECK(text_of({numbered(left, step)}) == whole());
    }
}

TEST_CASE("PDF: pages with few numbered lines follow the others, anew or on from the page before") {
  for (const int first : {1, 13}) {
    Page second;
    for (int i = 0; i < 7; ++i) {
      second.push_back({110, 100 + 14 * i, prose[static_cast<std::size_t>(i)]});
      if ((first + i) % 5 == 0)
        second.push_back({first > 1 ? 70 : 75, 100 + 14 * i, std::to_string(first + i), 9});
    }
    const std::string text = text_of({numbered(80, 5), numbered(80, 5), second});
    INFO(text);
    CHECK(text.find_first_of("0123456789") == std::string::npos);
  }
}

TEST_CASE("PDF: numbers of rows, of short lines and of paragraphs stay") {
  Page table, list;
  const std::array<const char*, 8> names = {"Norlandia", "Sudria",   "Ostland",  "Westmark",
                                            "Lowland",   "Highland", "Midmarch", "Farshore"};
  for (int i = 0; i < 8; ++i) {
    table.push_back({80, 100 + 14 * i, std::to_string(i + 1)});
    table.push_back({110, 100 + 14 * i, names[static_cast<std::size_t>(i)]});
    list.push_back({80, 100 + 28 * i, std::to_string(i + 1)});
    list.push_back({110, 100 + 28 * i, prose[static_cast<std::size_t>(i)]});
    list.push_back({110, 114 + 28 * i, "and it goes on in a second line."});
  }
  CHECK(text_of({table}).find('7') != std::string::npos);
  CHECK(text_of({list}).find('7') != std::string::npos);
}
