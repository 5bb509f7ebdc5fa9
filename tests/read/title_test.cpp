// SPDX-License-Identifier: MIT
#include "seed/read/title.h"

#include "seed/read/date.h"
#include "seed/read/front_matter.h"
#include "tests/catch.h"

using namespace attache;

TEST_CASE("a title loses its tags and entities") {
  CHECK(title_of("<hi rend=\"italic\">Foreign Policy</hi> of Norlandia") ==
        "Foreign Policy of Norlandia");
  CHECK(title_of("Trade &amp;  Aid\n in C&ocirc;te d&rsquo;Ivoire") ==
        "Trade & Aid in Côte d’Ivoire");
  CHECK(title_of("Peace < War, a &b; study") == "Peace < War, a &b; study");
  CHECK(title_of("Address<br/>") == "Address");
  CHECK(title_of("Aims of 2030 {#aims .wide}") == "Aims of 2030");
  CHECK(title_of("Of sets {a, b}") == "Of sets {a, b}");
  CHECK(title_of("A/RES/60/1") == "A/RES/60/1");
}

TEST_CASE("mark-up in a title goes, a comparison stays") {
  CHECK(without_markup("<hi rend=\"italic\">Peace</hi>  now<br/>") == "Peace now");
  CHECK(without_markup("Wealth <poverty and so on") == "Wealth <poverty and so on");
}

TEST_CASE("a work file's name is no title") {
  for (const char* name : {"Microsoft Word - draft 3 FINAL.doc",
                           "microsoft word - Speech",
                           "untitled",
                           "Untitled 3",
                           "x.indd",
                           "final version.docx",
                           "Layout 1",
                           "N0425197",
                           "25-10739",
                           "speech_final_v2",
                           "PowerPoint Presentation",
                           "https://example.org/a",
                           "C:\\docs\\a.wpd",
                           "Slide 1",
                           "",
                           "  ",
                           "- 3 -",
                           "<hi rend=\"bold\">",
                           "<title>",
                           "Document1",
                           "report.pdf",
                           "Layout 12",
                           "Notitle",
                           "Insert title here",
                           "D:\\My papers\\speech of the minister",
                           "/home/brown/speech of the minister",
                           "about:blank",
                           "WordPerfect Document Compare Summary",
                           "Dokument 3",
                           "view.aspx"})
    CHECK(title_of(name).empty());
}

TEST_CASE("a text's first line is its title where it is a heading") {
  CHECK(heading_of("Foreign Policy Strategy 2030\n\nWe aim at peace.\n") ==
        "Foreign Policy Strategy 2030");
  CHECK(heading_of(
            "\xEF\xBB\xBF\n\nSTATEMENT BY THE MINISTER\nAT THE ASSEMBLY\n\nMr. President,\n") ==
        "STATEMENT BY THE MINISTER AT THE ASSEMBLY");
  CHECK(heading_of("=======\nThe Policy\n=======\n\nWe aim.\n\n") == "The Policy");
  CHECK(heading_of("Our Policy\n----------\n\nWe aim at peace.\n") == "Our Policy");
  for (const char* text :
       {"- NATO\n- OSCE\n\nMembers\n", "We aim at peace.\n\nSo do they.\n",
        "Mr. President\n\nWe aim at peace.\n", "Excellencies\n\nWe aim at peace.\n",
        "It is my honour to\nconvey greetings to all\nof you.\n", "A single line\n",
        "UNITED NATIONS\n\nGeneral Assembly\n", "Microsoft Word - a.doc\n\nWe aim.\n",
        "draft_v2.doc\n\nWe aim.\n", "12\n\nWe aim at peace.\n",
        "It is so. That is why we came here\n\nWe aim.\n"})
    CHECK(heading_of(text).empty());
}

TEST_CASE("a line that a page or a paragraph cuts is no heading, nor is what heads a part") {
  const std::string prose = "It has since been shown that this can be done, and that it pays.\n";
  for (const std::string& text : std::vector<std::string>{
           "The Union works hard to keep the\n\nrules in force.\n\n" + prose,
           "Norland thanks the newly elected\n\npresident of the assembly. " + prose,
           "Allow me to thank Mr. Kutesa, Foreign Minister\n\nof Uganda. " + prose,
           "It is our hope that the General\n4\n\n\nassembly meets soon.\n\n" + prose,
           "**Mr President,**\n\n" + prose,
           "**Mr President,** **Ladies and Gentlemen,**\n\n" + prose,
           "Mdm President, Your Excellencies\n\n" + prose, "PART I\n\n" + prose,
           "2. Gratitude to Others\n\n" + prose, "IV. Aims of Norland\n\n" + prose,
           "Chapter 3: Aims\n\n" + prose}) {
    CAPTURE(text);
    CHECK(heading_of(text).empty());
  }
  CHECK(heading_of("**Norland in the World**\n\n" + prose) == "Norland in the World");
  CHECK(heading_of("Foreign Policy Strategy\n2030\n\n" + prose) == "Foreign Policy Strategy 2030");
  CHECK(heading_of("Remarks by the Minister\n\nat the opening of the conference\n\n" + prose) ==
        "Remarks by the Minister");
  CHECK(heading_of("Part of the World\n\n" + prose) == "Part of the World");
}

TEST_CASE("banners, work names and datelines before a heading are passed over") {
  for (const char* text :
       {"Microsoft Word - draft 7.docx\n\nAddress at the Opening\n\nWe meet.\n",
        "United Nations\n\nA/60/1\n\nDistr.: General\n\nAddress at the Opening\n\nWe meet.\n",
        "Madrid, 3 de marzo de 1998\n\nAddress at the Opening\n\nWe meet.\n",
        "Oslo, 30.II.2005\n\nAddress at the Opening\n\nWe meet.\n",
        "A/RES/2758 (XXVI)\n\nAddress at the Opening\n\nWe meet.\n",
        "Brussels, le 3 mars 1998\n\nAddress at the Opening\n\nWe meet.\n",
        "New York, 7 March 2007\n\nAddress at the Opening\n\nWe meet.\n",
        "Address at the Opening\nThursday, 14 September 1972\n\nWe meet.\n",
        "CONFIDENTIAL\n\nAddress at the Opening\n\nWe meet.\n",
        "Approved For Release 2003/05/06\n\nAddress at the Opening\n\nWe meet.\n",
        "Date: 03/04/2005\n\nTo: All\n\nAddress at the Opening\n\nWe meet.\n",
        "SECRET\nAddress at the Opening\n\nWe meet.\n",
        "EMBARGOED UNTIL DELIVERY\n\nAddress at the Opening\n\nWe meet.\n",
        "LEAGUE OF NATIONS \u2014 TREATY SERIES\n\nAddress at the Opening\n\nWe meet.\n",
        "A/60/PV.12\n\nAddress at the Opening\n\nWe meet.\n",
        "14 September 1995\n\nAddress at the Opening\n\nWe meet.\n",
        "- 1 -\n\nAddress at the Opening\n\nWe meet.\n",
        "[Translation]\n\nAddress at the Opening\n\nWe meet.\n",
        "THE WHITE HOUSE\nOffice of the Press Secretary\nFor Immediate Release   February 3, "
        "2011\n\nAddress at the Opening\n\nWe meet.\n",
        "UNCLASSIFIED\n\nSUBJECT: Address at the Opening\n\n1. We meet.\n",
        "Title: Address at the Opening\nAuthor: Anna Lee\nDate: 3 May 1999\n\nWe meet.\n"})
    CHECK(heading_of(text) == "Address at the Opening");
}

TEST_CASE("keys that are in use for a document's date") {
  const auto date_of = [](const std::string& lines) {
    Metadata metadata;
    CHECK(read_front_matter("---\n" + lines + "---\nText.\n", metadata) > 0);
    return metadata.date;
  };
  for (const char* key : {"date", "doc_date", "Doc-Date", "published", "Publication Date",
                          "pubdate", "date_published", "date_signed", "adopted", "released"})
    CHECK(date_of("title: X\n" + std::string(key) + ": 1971-02-24\n") == "1971-02-24");
  CHECK(date_of("published: 2001\ndoc_date: 24 February 1971\n") == "1971-02-24");
  CHECK(date_of("published: 2001\ndate: 2005-06-31\n") == "2001");
  CHECK(date_of("title: X\nupdated: 2001\n").empty());
}

TEST_CASE("dates with ordinals and figures") {
  CHECK(iso_date("7th March 2007") == "2007-03-07");
  CHECK(iso_date("March 1st, 2007") == "2007-03-01");
  CHECK(iso_date("3.10.1990") == "1990-10-03");
  CHECK(iso_date("24/02/1971") == "1971-02-24");
  CHECK(iso_date("02/24/1971") == "1971-02-24");
  CHECK(iso_date("03/04/2005").empty());
  CHECK(iso_date("31.6.2005").empty());
}

TEST_CASE("lines of a session and of a letterhead are no title where a heading stands below") {
  const std::string prose = "\n\nNorway seeks peace with all States.\n\nMore of it.\n";
  CHECK(heading_of("Fiftieth session\nAgenda item 9\n\nAddress by Mr. Olsen" + prose) ==
        "Address by Mr. Olsen");
  CHECK(heading_of("2345th plenary meeting\n\nThe Situation at Sea" + prose) ==
        "The Situation at Sea");
  CHECK(heading_of("Embassy of the Republic of Chad\nBerlin\n\nPress statement" + prose) ==
        "Press statement");
  CHECK(heading_of("Ministry of Foreign Affairs of Latvia" + prose) ==
        "Ministry of Foreign Affairs of Latvia");
  CHECK(heading_of("Opening session of the Forum" + prose) == "Opening session of the Forum");
  CHECK(heading_of("Ministry of Foreign Affairs opens new embassy" + prose) ==
        "Ministry of Foreign Affairs opens new embassy");
}

TEST_CASE("stamps, rooms, offices and fields of a head are no titles") {
  const std::string prose = "\n\nNorway seeks peace with all States.\n\nMore of it.\n";
  for (const char* head :
       {"SECRET MOST IMMEDIATE", "PERSONAL AND CONFIDENTIAL", "Oval Office",
        "Ann B. Roe Press Briefing Room", "PRIME MINISTER", "Minister for Foreign Affairs",
        "Speaker: Jan Berg\nVenue: Oslo", "[Translated from French]", "MEMORANDUM",
        "GOVERNMENT OF KENYA\nMINISTRY OF FOREIGN AFFAIRS\nNAIROBI",
        "Norwegian Ministry of Defence\nOslo"}) {
    CAPTURE(head);
    CHECK(heading_of(head + prose).empty());
    CHECK(heading_of(head + ("\n\nA Policy for the Sea" + prose)) == "A Policy for the Sea");
  }
  CHECK(heading_of("Senator Ann Roe\n\nA Policy for the Sea" + prose) == "A Policy for the Sea");
  CHECK(heading_of("MEMORANDUM\n\nTo: The Minister\nFrom: The Director\nRe: Talks with the King" +
                   prose) == "Talks with the King");
  CHECK(heading_of("President Berg & the Fishermen" + prose) == "President Berg & the Fishermen");
  CHECK(heading_of("The Secret of Immediate Success" + prose) == "The Secret of Immediate Success");
}

TEST_CASE("a treaty's title is set over several lines or two paragraphs") {
  CHECK(heading_of("FREE TRADE AGREEMENT\nBETWEEN\nTHE NORDIC STATES\nAND\nGEORGIA\nIII\nPREAMBLE\n"
                   "Iceland and Norway wish to trade.\nMore of it.\n") ==
        "FREE TRADE AGREEMENT BETWEEN THE NORDIC STATES AND GEORGIA");
  CHECK(
      heading_of("Treaty\nbetween\nthe Kingdom of Norway\nand\nthe Republic of Fiji\n\nThe States "
                 "agree.\n") == "Treaty between the Kingdom of Norway and the Republic of Fiji");
  CHECK(
      heading_of("AGREEMENT\n\nbetween Norway, on the one hand, and Fiji, on the other, on fish\n\n"
                 "THE PARTIES,\n\nagree.\n") ==
      "AGREEMENT between Norway, on the one hand, and Fiji, on the other, on fish");
}
