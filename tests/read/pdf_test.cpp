// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

std::vector<PdfText> page(int number, std::vector<PdfText> lines) {
  lines.insert(lines.begin(), {72, 40, "White Paper on Foreign Policy"});
  lines.push_back({290, 810, std::to_string(number)});
  return lines;
}

}  // namespace

TEST_CASE(
    "PDF: heads, feet and page numbers go, paragraphs stay, words broken at line ends are whole") {
  const std::string file =
      pdf_of({page(1, {{72, 120, "Our aims", 18},
                       {72, 160, "The Government supports the territorial inte-"},
                       {72, 174, "grity of all states and the right of self-"},
                       {72, 188, "determination. It works with the Euro-"},
                       {72, 202, "Atlantic partners."},
                       {72, 230, "A second paragraph stands after a gap, and it runs on to"}}),
              page(2, {{72, 120, "the next page without a break."},
                       {72, 148, "In 2004 the state joined the Union."}}),
              page(3, {{72, 120, "The end."}})},
             "/Title (White Paper) /CreationDate (D:20040501120000Z)");
  const Document document = read_built(file, "a.txt");
  CHECK(
      document.text ==
      "Our aims\n\n"
      "The Government supports the territorial integrity of all states and the right of "
      "self-determination. "
      "It works with the Euro-Atlantic partners.\n\n"
      "A second paragraph stands after a gap, and it runs on to the next page without a break.\n\n"
      "In 2004 the state joined the Union.\n\n"
      "The end.\n");
  CHECK(document.media_type == "application/pdf");
  CHECK(document.metadata.title == "White Paper");
  CHECK(document.metadata.created == "2004-05-01");
}

TEST_CASE("PDF: two columns are read one after the other") {
  std::vector<PdfText> lines;
  for (int i = 0; i < 6; ++i)
    lines.push_back({60, 200 + 14 * i, "left column words number " + std::to_string(i) + " go"});
  for (int i = 0; i < 6; ++i)
    lines.push_back({330, 200 + 14 * i, "right column words number " + std::to_string(i) + " go"});
  const std::string text = read_built(pdf_of({lines}), "a.pdf").text;
  CHECK(text.find("left column words number 5") < text.find("right column words number 0"));
}

TEST_CASE("PDF: pages without words are told by number, the others read") {
  const std::vector<PdfText> words = {{72, 100, "The Government joined the Union."}};
  const Document document = read_built(pdf_of({words, {}, {}, words, {}}), "a.pdf");
  CHECK(document.text.find("joined the Union.") != std::string::npos);
  CHECK(document.remarks ==
        std::vector<std::string>{"no text on pages 2-3, 5: blank, or an image that needs OCR"});
  CHECK(read_built(pdf_of({words}), "a.pdf").remarks.empty());
}

TEST_CASE("PDF: what can't be read says why") {
  const std::string whole = pdf_of({{{72, 100, "Words"}}});
  CHECK(refusal(pdf_of({{}, {}}), "scan.pdf") ==
        "scan.pdf: no text in its 2 pages: a scan needs OCR first");
  CHECK(refusal("%PDF-1.4\nnothing of it", "a.pdf") == "a.pdf: damaged: not a whole PDF");
  CHECK_THAT(refusal(whole.substr(0, 40), "a.pdf"), Catch::Matchers::StartsWith("a.pdf: "));
  CHECK(refusal(whole.substr(0, 40), "a.pdf") != "no error");
}

TEST_CASE("PDF: an encrypted file is told as such") {
  std::string file = pdf_of({{{72, 100, "Words"}}});
  const std::string o(32, 'o');
  const std::string encrypt = "trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O (" + o +
                              ") /U (" + o + ") >> /ID [(0123456789abcdef)(0123456789abcdef)] ";
  file.replace(file.rfind("trailer << "), 11, encrypt);
  CHECK(refusal(file, "a.pdf") == "a.pdf: is encrypted: save it without a password");
}
