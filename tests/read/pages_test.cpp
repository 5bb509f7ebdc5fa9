// SPDX-License-Identifier: MIT
#include "seed/read/pages.h"

#include <utility>
#include <vector>

#include "seed/read/furniture.h"
#include "tests/catch.h"

using namespace attache;

namespace {

std::string running(std::string_view text) {
  const auto read = without_pages(text);
  return read ? read->text : std::string(text);
}

}  // namespace

TEST_CASE("lines of page numbers, symbols and job numbers are told from text") {
  for (const char* line : {"12", "- 12 -", "Page 3 of 12", "14/25", "iv", "-7-"})
    CHECK(furniture_of(line) == Furniture::page);
  for (const char* line : {"A/RES/2625 (XXV)", "S/PV.123", "CCPR/C/21/Rev.1/Add.13"})
    CHECK(furniture_of(line) == Furniture::symbol);
  CHECK(furniture_of("25-10739 (E) *2510739*") == Furniture::job);
  CHECK(furniture_of("GE.05-12345 (E)") == Furniture::job);
  CHECK(furniture_of("01/10/2015 A/70/PV.23") == Furniture::symbol);
  CHECK(furniture_of("14/25 15-29664") == (Furniture::page | Furniture::job));
  for (const char* line : {"", "of", "We met 12", "TCP/IP", "12 14 16", "(E)", "1. Aims", "12345",
                           "See A/RES/2625", "3 A/60/825."})
    CHECK(furniture_of(line) == 0);
}

TEST_CASE("a sentence goes on over the end of a page that form feeds part") {
  CHECK(running("great influ-\n\n12\n\n\fence there.\n") == "great influ-\nence there.\n");
  CHECK(running("of the Atomic\n\f- 13 -\n\nEnergy Agency.\n") ==
        "of the Atomic\nEnergy Agency.\n");
  CHECK(running("Report\nWe seek\n\fReport 2\npeace and\n\fReport 3\ntrade.\n") ==
        "Report\nWe seek\npeace and\ntrade.\n");
  // What stands over the first page is the document's own head.
  CHECK(running("A/RES/2625\nWe go\n\fhome.\n") == "A/RES/2625\nWe go\nhome.\n");
}

TEST_CASE("without form feeds, what stands together at a page's end or breaks a sentence goes") {
  CHECK(running("We know the United\n15-29664 15/25\n\nA/70/PV.23 01/10/2015\nNations.\n") ==
        "We know the United\nNations.\n");
  CHECK(running("It is for the\n12\n\nwhole of it.\n") == "It is for the\nwhole of it.\n");
  CHECK(running("We a\nPOLICY\nb c\nPOLICY\nd e\nPOLICY\nf.\n") == "We a\nb c\nd e\nf.\n");
}

TEST_CASE("lists and texts without pages stay as they are") {
  for (const char* text : {"Documents\nA/RES/2625\nS/PV.123\nThe end.\n", "Aims\n1\nWe go.\n", "",
                           "a\n\nb\r\nc", "Why?\nYes.\nWhy?\nYes.\nWhy?\nYes.\n"})
    CHECK_FALSE(without_pages(text));
}

TEST_CASE("the text without pages maps back to the file") {
  const std::string_view text = "We know\n15-29664 15/25\nus.\n";
  const auto read = without_pages(text);
  REQUIRE(read);
  CHECK(read->text == "We know\nus.\n");
  CHECK(read->map.to_source(Span{8, 11}) == Span{23, 26});
}

TEST_CASE("page numbers that count on go wherever a page ends") {
  const auto pages = [](const std::string& before, const std::string& behind) {
    std::string text;
    for (int page = 1; page < 5; ++page) {
      const std::string name(4, static_cast<char>('a' + page));
      text += "The people of " + name + " seek peace.\n" + name + "s\nof " + name + " are\nhere, " +
              name + ".\nWe stood with " + name + ", Israel and the\n\n" + before +
              std::to_string(page) + behind + "\n\nPalestine Liberation Organization of " + name +
              ".\n";
    }
    return running(text);
  };
  for (const auto& [before, behind] :
       std::vector<std::pair<std::string, std::string>>{{"Page ", " of 12"},
                                                        {"", "/12"},
                                                        {"-", "-"},
                                                        {"", ""},
                                                        {"[Page ", "]"},
                                                        {"** ", " **"},
                                                        {"{", "}"}}) {
    CAPTURE(before, behind);
    CHECK(pages(before, behind).find("Israel and the\nPalestine") != std::string::npos);
  }
  // Numbered paragraphs stand in the midst of nothing.
  std::string items;
  for (int item = 1; item < 9; ++item)
    items += std::to_string(item) + "\n\nWe seek the peace of all of the peoples.\nA\nB\nC\nD.\n\n";
  CHECK_FALSE(without_pages(items));
}

TEST_CASE("what printers add to a page goes with it") {
  const std::string stamp = "11/29/26, 9:11 PM          White Paper";
  CHECK(running(stamp + "\n\nOur aims\nWe seek\n\nfile:///a.html      1/2\n\f" + stamp +
                "\npeace.\nhttps://example.org/a   2/2\n") == "Our aims\nWe seek\npeace.\n");
  CHECK(running("1/12      95-85632\n\nWe seek\n\n/...\n\f2/12      95-85632\n\npeace.\n") ==
        "We seek\npeace.\n");
}

TEST_CASE("notes that come again on other pages are text") {
  const auto page = [](const std::string& mark, const std::string& note) {
    return "We hold to what the Court has said" + mark + " in all of its cases,\nand so do others" +
           "\n\n" + note + "\n\f";
  };
  const std::string symbols = running(page("1", "1 A/60/825") + page("2", "2 A/60/826") +
                                      page("3", "3 A/60/827") + "of our region.\n");
  for (const char* note : {"A/60/825", "A/60/826", "A/60/827"})
    CHECK(symbols.find(note) != std::string::npos);
  const std::string ibid = running(page("*", "* Ibid") + page("*", "* Ibid") + "of our region.\n");
  CHECK(ibid.find("Ibid") != ibid.rfind("Ibid"));
}

TEST_CASE("notes at a page's foot stand behind the text and lead back to their place") {
  const std::string_view text =
      "The Government has decided to strengthen the\nUnited Nations and to support the work of "
      "the\n\n"
      "1 See Report,\nvol. 1.\n2/ Ibid., p. 7.\n\n   12\n\fSecretary-General in it.\n";
  const auto read = without_pages(text);
  REQUIRE(read);
  CHECK(read->text ==
        "The Government has decided to strengthen the\nUnited Nations and to support the work of "
        "the\n"
        "Secretary-General in it.\n\n[1] See Report,\nvol. 1.\n\n[2] Ibid., p. 7.\n");
  const auto at = static_cast<std::uint32_t>(read->text.find("vol. 1."));
  const auto place = static_cast<std::uint32_t>(text.find("vol. 1."));
  CHECK(read->map.to_source(Span{at, at + 7}) == Span{place, place + 7});
  const auto rest = static_cast<std::uint32_t>(read->text.find("Secretary"));
  CHECK(read->map.to_source(rest) == text.find("Secretary"));
  // A list is no note.
  CHECK(running("Our aims are these, and we will go on with them:\n\n1. To trade\n\n3\n\f2. To "
                "build\n") ==
        "Our aims are these, and we will go on with them:\n\n1. To trade\n2. To build\n");
}
