// SPDX-License-Identifier: MIT
// What browsers print at the edges of pages, numbers of pages far from them, letters set apart.
#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Page = std::vector<PdfText>;

std::string text_of(const std::vector<Page>& pages) {
  return read_built(pdf_of(pages), "a.pdf").text;
}

Page with_text(Page page) {
  page.push_back({72, 100, "We joined NATO in 1949, and we go on to be its"});
  page.push_back({72, 114, "member as long as the law is kept in the region."});
  return page;
}

const std::string text =
    "We joined NATO in 1949, and we go on to be its member as long as the law is kept in the "
    "region.\n";

}  // namespace

TEST_CASE("PDF: what a browser prints at the edges of its only page is left out") {
  // As Chromium does it, and as Firefox.
  CHECK(text_of({with_text({{24, 24, "3/14/27, 8:05 AM", 8},
                            {280, 24, "Policy of Norlandia", 8},
                            {24, 820, "https://mfa.example/policy", 8},
                            {560, 820, "1/1", 8}})}) == text);
  CHECK(text_of({with_text({{24, 24, "Policy of Norlandia", 8},
                            {400, 24, "https://mfa.example/policy", 8},
                            {24, 820, "1 of 1", 8},
                            {480, 820, "14.03.2027, 08:05", 8}})}) == text);
  // A day and an address alone are the document's own.
  CHECK(text_of({with_text(
                    {{24, 24, "3/14/27, 8:05 AM", 8}, {24, 820, "https://mfa.example/policy", 8}})})
            .find("8:05") != std::string::npos);
}

TEST_CASE("PDF: the number below a chapter's first page goes, however far from the edge") {
  std::vector<Page> pages;
  for (int i = 0; i < 4; ++i) {
    Page page;
    const bool opens = i == 2;
    if (!opens) page.push_back({72, 60, std::to_string(i + 7) + "     OUR AIMS"});
    for (int line = 0; line < 8; ++line)
      page.push_back({72, 120 + 14 * line, "and the states of the region have kept to the law"});
    if (opens) page.push_back({200, 260, "9"});
    pages.push_back(page);
  }
  const std::string read = text_of(pages);
  CHECK(read.find('9') == std::string::npos);
  // A number that counts with nothing stays.
  pages[2].back().text = "512";
  CHECK(text_of(pages).find("512") != std::string::npos);
}

TEST_CASE("PDF: letters that are set apart are words, and labels of columns stay apart") {
  const auto heading = [](const std::string& letters, int step) {
    Page page;
    int left = 72;
    for (const char letter : letters) {
      if (letter != ' ') page.push_back({left, 60, std::string(1, letter), 10});
      left += letter == ' ' ? step / 2 : step;
    }
    return with_text(page);
  };
  CHECK(text_of({heading("ZUTUNG HUOUT", 13)}) == "ZUTUNG HUOUT\n\n" + text);
  CHECK(text_of({heading("ABCDEF", 13)}) == "A B C D E F\n\n" + text);
}
