// SPDX-License-Identifier: MIT
#include "seed/read/format.h"

#include "tests/catch.h"
#include "tests/read/archive_writer.h"
#include "tests/read/reading.h"

using namespace attache;

TEST_CASE("what is no document is refused by what it is, not by its name") {
  CHECK(refusal("\x89PNG\r\n\x1A\n....", "a.txt") ==
        "a.txt: not a document attache can read: a PNG image (its text needs OCR)");
  CHECK(refusal("{\\rtf1 x}", "a.docx") ==
        "a.docx: not a document attache can read: an RTF file (save it as DOCX or ODT, or: "
        "soffice --convert-to odt FILE)");
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc") ==
        "a.doc: not a document attache can read: an old or encrypted Office file (save it as DOCX "
        "without a password)");
  CHECK(refusal(std::string(100, '\x01'), "a.txt") == "a.txt: not a document attache can read");
  CHECK(refusal("<?xml version='1.0'?><rss/>", "a.xml") ==
        "a.xml: not a document attache can read: an XML file that is neither HTML nor TEI "
        "(convert it, or say --input-format html to read the words between its tags)");
  CHECK(refusal("{\n \"cells\": [\n  {\"cell_type\": \"code\"}]}", "a.ipynb") ==
        "a.ipynb: not a document attache can read: a Jupyter notebook (its text: jupyter nbconvert "
        "--to markdown FILE)");
  CHECK(refusal("[{\"text\": \"x\"}]", "a.txt").find("a JSON array (write an object a line") !=
        std::string::npos);
  CHECK(refusal("{\"text\": \"x\"}", "a.txt").find("JSON (take the text out of it") !=
        std::string::npos);
  CHECK(detect_format("{We} say \"so\": it is.", "a.txt").format == Format::text);
  CHECK(refusal(archive_of("zip", "none", {{"a.txt", "x"}}), "a.docx") ==
        "a.docx: not a document but a ZIP archive; archives inside archives are not opened");
}

TEST_CASE("a format that is asked for overrides the content") {
  ReadOptions options;
  options.format = "text";
  CHECK(read_built("<html><p>x", "a.html", options).text == "<html><p>x");
  options.format = "markdown";
  CHECK(read_built("# x", "a.txt", options).text == "x\n");
  options.format = "word";
  CHECK(refusal("x", "a", options) ==
        "format 'word' is not known: say text, markdown, html, pdf, docx, odt, epub, tei or email");
}

TEST_CASE("speech in plain text is plain text") {
  CHECK(detect_format("Mr. President,\n\nWe met on 3 May <sic>. It is # 1.\n", "a").format ==
        Format::text);
  CHECK(detect_format("", "a.txt").format == Format::text);
}

TEST_CASE("a table without a name is told by its rows, and prose with commas is none") {
  const auto is_table = [](const std::string& text) {
    return detect_format(text, "standard input").format == Format::unsupported;
  };
  CHECK(is_table(
      "id;Speaker;Speech\n1;Olsen;\"We joined NATO.\nWe left; really.\"\n2;Silva;We go.\n"));
  CHECK(is_table("a\tb\ttext\n1\t2\tWe joined NATO.\n"));
  CHECK(is_table("id,text\n1,We joined NATO.\n"));
  CHECK(
      is_table("\xEF\xBB\xBF"
               "date,country,text\r\n2004,FRA,\"Peace, and law.\"\r\n"));
  CHECK(is_table("date,text\n2004,\"" + std::string(20'000, 'x') + "\"\n2005,We go.\n"));
  CHECK_FALSE(is_table("Dear Sir,\nwe thank you, and we go.\n"));
  CHECK_FALSE(is_table("Peace, law and trade\nare our aims, all of them.\n"));
  CHECK_FALSE(is_table("To end the war;\nto open trade;\n"));
  CHECK_FALSE(is_table("TO:\tThe Minister\nFROM:\tThe Embassy\nWe met them.\n"));
  CHECK_FALSE(is_table("Peace,law\nWe met, and we talked, and we left.\nWe came back.\n"));
  CHECK_FALSE(is_table("\tWe met.\n\tWe talked.\n"));
  CHECK(detect_format("id,text\n1,We joined.\n", "speech.txt").format == Format::text);
}

TEST_CASE("tables are told by a header that leaves no doubt, whatever the name and the rows") {
  const std::string table = "id;country;speech\n1;MLI;We joined.\n2;FJI\n3;NOR;We left.\n";
  CHECK(refusal(table, "a.txt").find("it has id, country, speech") != std::string::npos);
  CHECK(refusal(table, "-").find("it has id, country, speech") != std::string::npos);
  for (const char* text : {"Peace;law;trade\na;b;c\n", "Date, country, title\nWe met.\nWe left.\n"})
    CHECK(detect_format(text, "a.txt").format == Format::text);
}

TEST_CASE("files of other programs are refused with what makes text of them") {
  CHECK(refusal("P", "a.docx") == "no error");
  CHECK(refusal("PK", "a.docx").find("a damaged ZIP archive") != std::string::npos);
  const std::string xml = "<?xml version='1.0'?>\n";
  CHECK(
      refusal(xml + "<book xmlns='http://docbook.org/ns/docbook'/>", "a.xml").find("-f docbook") !=
      std::string::npos);
  CHECK(refusal(xml + "<article dtd-version='1.3'/>", "a.xml").find("-f jats") !=
        std::string::npos);
  CHECK(refusal(xml + "<opml version='1.0'/>", "a.xml").find("-f opml") != std::string::npos);
  CHECK(
      refusal(".\\\" made\n.TH PEACE 7\n.SH NAME\nPeace\n.PP\nWe met.\n", "a.txt").find("troff") !=
      std::string::npos);
  CHECK(detect_format("...and so\nwe met.\n.5 of it\n", "a.txt").format == Format::text);
}
