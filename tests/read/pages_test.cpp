// SPDX-License-Identifier: MIT
#include "seed/read/pages.h"

#include <array>
#include <utility>
#include <vector>

#include "seed/read/furniture.h"
#include "tests/catch.h"
#include "tests/read/reading.h"

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
  CHECK(furniture_of("[[Page H123]]") == Furniture::page);
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

TEST_CASE("marks of notes that stand alone or stick to a word are told by the notes they lead to") {
  const std::string first = "The Government supports the African Union";
  const std::string rest = " and the work of all of its\nmember states in the region of the";
  for (const auto& [mark, one, two] : std::vector<std::array<std::string, 3>>{
           {"glued", "1See the report.\n", "2Ibid., p. 4.\n"},
           {"alone", "   1\n     See the report.\n", "   2\n     Ibid., p. 4.\n"},
           {"bunch", "1\n2\n\nSee the report.\n", "Ibid., p. 4.\n"}}) {
    CAPTURE(mark);
    CHECK(running(first + "1" + rest + " world2\n" + one + two + "\n  1\n\fand of Europe.\n") ==
          first + rest + " world\nand of Europe.\n\n[1] See the report.\n\n[2] Ibid., p. 4.\n");
  }
  // Raised into lines of their own.
  CHECK(running("  " + first + "\n        1\n " + rest +
                "\n  world.\n  1\n    See the report.\n\fEnd.\n")
            .find("Union\n  and") != std::string::npos);
  // A list at a page's end is none.
  const std::string list = first + " in:\n1 Africa\n2 Asia\n\f3 Europe\n";
  CHECK(running(list).find("[1]") == std::string::npos);
}

TEST_CASE("each page's own notes are cut from its own text") {
  const auto page = [](const std::string& word) {
    return "The people of " + word + " have joined in the work of the Union1 and\nthe rest of " +
           word + " will go on with that\n\n1 See " + word + ".\n\f";
  };
  const auto text = running(page("one") + page("two") + "in peace.\n");
  CHECK(text.find("Union1") == std::string::npos);
  CHECK(text.find("one have joined in the work of the Union and\nthe rest of one will") == 14);
}

TEST_CASE("records of meetings lose the codes, pages and speakers over their pages") {
  const auto page = [](int n) {
    return "EH/gm               A/44/PV.5\n      " + std::to_string(n * 5 + 1) + "-" +
           std::to_string(n * 5 + 5) +
           "\n            (Mr. Olsen, Norlandia)\n\nWe seek the peace of all of our\n" +
           "neighbours and of the\n\n94-37645 (E)  051094\n|| |||| | |||\n\n";
  };
  for (const std::string feed : {"", "\f"}) {
    const std::string text =
        running("We go.\n" + feed + page(1) + feed + page(2) + feed + page(3) + feed + "world.\n");
    for (const char* part : {"gm", "PV", "-", "Olsen", "94", "|", "0510"}) {
      CAPTURE(text, part);
      CHECK(text.find(part) == std::string::npos);
    }
  }
  CHECK_FALSE(without_pages("The Minister\n(Mr. Olsen, Norlandia)\nsaid so.\n"));
}

TEST_CASE("heads with a page's number that counts on go without form feeds, too") {
  std::string text = "Our Policy\n";
  for (int n = 1; n < 5; ++n)
    text += "A\nB.\nC\nD.\n\nChapter " + std::to_string(n / 2) + ". Our Aims   " +
            std::to_string(n) + "\n\nE.\n";
  CHECK(running(text).find("Aims") == std::string::npos);
}

TEST_CASE("the numbers of lines go, and those of lists stay") {
  CHECK(
      running("1  The Government seeks the corner-\n2  stone of all of its\n3  peace and, as Mr.\n"
              "4  Smith said, of trade\n5  with all.\n") ==
      "The Government seeks the corner-\nstone of all of its\npeace and, as Mr.\nSmith said, of "
      "trade\nwith all.\n");
  std::string fifths;
  for (int n = 1; n < 17; ++n) {
    fifths += (n % 5 == 0 ? std::to_string(n) + (n < 10 ? "   " : "  ") : "    ") + "peace and\n";
  }
  const auto read = running(fifths);
  CHECK(read.find_first_of("0123456789") == std::string::npos);
  CHECK_FALSE(without_pages("1 Aims\n2 Means\n3 Peace\n4 Trade\n5 Law\n6 Aid\n"));
}

TEST_CASE("lines at pages' edges that differ in their numbers are text, unless these count pages") {
  const auto paged = [](const char* first, const char* second, const char* third) {
    return running(std::string("Our trade grew.\n") + first + "\n\fIt grew on.\n" + second +
                   "\n\fAnd on.\n" + third + "\n\fThat is all.\n");
  };
  const std::string table =
      paged("Exports were 12 million", "Exports were 17 million", "Exports were 15 million");
  for (const char* row : {"12 million", "17 million", "15 million"})
    CHECK(table.find(row) != std::string::npos);
  CHECK(paged("Our Policy 2010, part 1", "Our Policy 2010, part 2", "Our Policy 2010, part 3") ==
        "Our trade grew.\nIt grew on.\nAnd on.\nThat is all.\n");
}

TEST_CASE("notes that fill a page stand behind the text, whichever is the first") {
  const std::string pages =
      "We signed it,1 and all of the others who signed it,2 too, have kept it ever\n"
      "\f1 Treaty of Norville.\n2 See the letter of the Minister to the Assembly, which was\n"
      "circulated.\n\fsince. We keep it.\n";
  CHECK(running(pages) ==
        "We signed it, and all of the others who signed it, too, have kept it ever\n"
        "since. We keep it.\n\n[1] Treaty of Norville.\n\n"
        "[2] See the letter of the Minister to the Assembly, which was\ncirculated.\n");
  // A page that is a list is none of notes.
  const std::string list =
      "We want these things more than all the others in the world:\n"
      "\f1 Peace on the river.\n2 Trade on it.\n\fWe want no more.\n";
  CHECK(running(list).find("[1]") == std::string::npos);
}

TEST_CASE("lines of a paragraph that come again at pages' edges stay, and the head above goes") {
  const std::string body =
      "The Government of Norlandia holds that peace rests on the law of nations, and\n"
      "each state may call upon the Court where it is wronged by others. It has done\n"
      "so twice, and has kept to what the Court has said on both of the occasions\n";
  std::string file;
  for (const char* place : {"Oslo", "Lima", "Suva"})
    file += std::string(file.empty() ? "" : "\f") + "Norlandia in the World\n\n" + body +
            "\nWe went to " + place + " and came back with all of them to our land.\n\n" + body;
  const std::string text = read_built(file, "a.txt").text;
  std::size_t count = 0;
  for (std::size_t at = text.find(body); at != std::string::npos; at = text.find(body, at + 1))
    ++count;
  CHECK(count == 6);
  CHECK(text.find("Norlandia in the World", 30) == std::string::npos);
}

TEST_CASE("what a browser prints at the edges of one page goes, and nothing else") {
  const std::string text = "We joined NATO in 1949.\n\nWe go on.\n\nWe thank you.\n";
  CHECK(running("3/14/27, 8:05 AM\n\nPolicy\n" + text + "\nhttps://mfa.example/p\n\n1/1\n") ==
        "Policy\n" + text);
  CHECK(running("14.03.2027, 08:05      Policy\n" + text + "https://mfa.example/p     1/1\n") ==
        text);
  const std::string own = "3/14/27, 8:05 AM\n" + text + "https://mfa.example/p\n";
  CHECK(running(own) == own);
}
