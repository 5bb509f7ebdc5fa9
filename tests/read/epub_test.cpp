// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/read/archive_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

const Members frame = {
    {"mimetype", "application/epub+zip"},
    {"META-INF/container.xml",
     "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"}};

const std::string package =
    "<package xmlns:dc='d' xmlns:opf='o'><metadata><dc:title>Our aims</dc:title>"
    "<dc:language>en</dc:language><dc:date opf:event='modification'>2022-05-06</dc:date>"
    "<dc:date>2004-02-03</dc:date></metadata><manifest>"
    "<item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>"
    "<item id='two' href='text/b.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='one' href='text/a%20a.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='gone' href='text/c.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='cover' href='cover.xhtml' media-type='application/xhtml+xml'/></manifest>"
    "<spine><itemref idref='cover'/><itemref idref='nav'/><itemref idref='one'/>"
    "<itemref idref='two'/><itemref idref='gone'/></spine></package>";

std::string page(const std::string& body) {
  return "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='e'><head>"
         "<title/></head><body>" +
         body + "</body></html>";
}

std::string epub(const std::string& first, const Members& more = {}) {
  Members members = frame;
  members.insert(members.end(), {{"OEBPS/book.opf", package},
                                 {"OEBPS/nav.xhtml", page("<nav><ol><li>Aims</li></ol></nav>")},
                                 {"OEBPS/cover.xhtml", page("<img src='x'/>")},
                                 {"OEBPS/text/b.xhtml", page("<p>We lead.</p>")},
                                 {"OEBPS/text/a a.xhtml", page(first)}});
  members.insert(members.end(), more.begin(), more.end());
  return archive_of("zip", "store", members);
}

}  // namespace

TEST_CASE("EPUB: chapters in the order of reading, metadata, and what is missing") {
  const Document document =
      read_built(epub("<h1>Aims</h1><p>We&nbsp;joined <a id='x'/>NATO.</p>"), "a.epub");
  CHECK(document.text == "Aims\n\nWe\u00A0joined NATO.\n\nWe lead.\n");
  CHECK(document.metadata.title == "Our aims");
  CHECK(document.metadata.date == "2004-02-03");
  CHECK(document.metadata.language == "en");
  CHECK(document.media_type == "application/epub+zip");
  CHECK(document.remarks == std::vector<std::string>{"its part OEBPS/text/c.xhtml is missing"});
}

TEST_CASE("EPUB: a date that is the day of the file's change is when the file was made") {
  const auto dated = [](const std::string& dates) {
    const std::string book =
        "<package xmlns:dc='d' xmlns:opf='o'><metadata><dc:title>Aims</dc:title>" + dates +
        "</metadata><manifest><item id='one' href='a.xhtml' media-type='application/xhtml+xml'/>"
        "</manifest><spine><itemref idref='one'/></spine></package>";
    Members members = frame;
    members.insert(members.end(),
                   {{"OEBPS/book.opf", book}, {"OEBPS/a.xhtml", page("<p>We lead.</p>")}});
    return read_built(archive_of("zip", "store", members), "a.epub").metadata;
  };
  const std::string modified = "<meta property='dcterms:modified'>2024-03-02T10:11:12Z</meta>";
  for (const std::string& made :
       {"<dc:date>2024-03-02T10:11:12Z</dc:date>" + modified,
        modified + "<dc:date>2024-03-02</dc:date>",
        std::string("<dc:date>2024-03-02</dc:date><dc:date opf:event='modification'>2024-03-02"
                    "T01:00:00Z</dc:date>")}) {
    INFO(made);
    CHECK(dated(made).date.empty());
    CHECK(dated(made).created == "2024-03-02");
  }
  for (const std::string& own :
       {"<dc:date>2004-02-03</dc:date>" + modified,
        "<dc:date opf:event='publication'>2004-02-03</dc:date>" + modified}) {
    INFO(own);
    CHECK(dated(own).date == "2004-02-03");
    CHECK(dated(own).created.empty());
  }
}

TEST_CASE("EPUB: notes stand behind the chapter and their marks part words") {
  CHECK(read_built(epub("<p>The OSCE<a epub:type='noteref' href='#n1'>1</a> and NATO.</p>"
                        "<aside epub:type='footnote' id='n1'><p>In Vienna.</p></aside>"
                        "<p>We agree.</p>"),
                   "a.epub")
            .text == "The OSCE and NATO.\n\nWe agree.\n\n[1] In Vienna.\n\nWe lead.\n");
}

TEST_CASE("EPUB: a protected book is told, scrambled fonts are not protection") {
  const auto locked = [](const std::string& algorithm) {
    return epub("<p>Peace.</p>",
                {{"META-INF/encryption.xml",
                  "<encryption xmlns:enc='e'><enc:EncryptedData><enc:EncryptionMethod Algorithm='" +
                      algorithm + "'/></enc:EncryptedData></encryption>"}});
  };
  CHECK(refusal(locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), "a.epub") ==
        "a.epub: is protected against copying (DRM): get it without, or as PDF");
  CHECK(refusal(locked("http://www.idpf.org/2008/embedding"), "a.epub") == "no error");
}

TEST_CASE("EPUB: what is damaged is told") {
  CHECK(refusal(archive_of("zip", "store", {frame[0]}), "a.epub") ==
        "a.epub: damaged: no META-INF/container.xml inside");
  CHECK(refusal(archive_of("zip", "store", frame), "a.epub") ==
        "a.epub: damaged: no OEBPS/book.opf inside");
}
