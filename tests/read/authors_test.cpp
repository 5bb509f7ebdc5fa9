// SPDX-License-Identifier: MIT
// Who wrote a document is its own metadata `author`, in every format, and never its source.
#include "tests/catch.h"
#include "tests/read/office_files.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Names = std::vector<std::string>;

Names authors_of(const std::string& bytes, const std::string& name) {
  const Metadata said = read_built(bytes, name).metadata;
  Names names;
  for (const MetadataEntry& entry : said.own) {
    CHECK(entry.key == "author");
    names.push_back(entry.value);
    CHECK(said.source != entry.value);
  }
  return names;
}

Names of_page(const std::string& head) {
  return authors_of("<!DOCTYPE html><html><head>" + head +
                        "</head><body><p>Norlandia joined NATO in 2004.</p></body></html>",
                    "a.html");
}

Names of_docx(const std::string& creator) {
  return authors_of(docx(paragraph("We joined NATO."),
                         {{"docProps/core.xml", "<cp:c xmlns:cp='c' xmlns:dc='d'><dc:creator>" +
                                                    creator + "</dc:creator></cp:c>"}}),
                    "a.docx");
}

}  // namespace

TEST_CASE("authors of a page are those of its metadata, each once") {
  CHECK(of_page("<meta name='author' content='Jane Roe'>") == Names{"Jane Roe"});
  CHECK(of_page("<meta name='DC.creator' content='Jane Roe'><meta name='author' content='Jane "
                "Roe'>") == Names{"Jane Roe"});
  CHECK(of_page("<meta name='citation_author' content='Roe, Jane'><meta name='citation_author' "
                "content='Lee, Anna'>") == Names{"Roe, Jane", "Lee, Anna"});
  CHECK(of_page("<meta property='article:author' content='https://social.example/roe'>").empty());
  CHECK(of_page("<meta name='author' content='admin'>").empty());
  CHECK(of_page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{"
                "\"@type\":\"Person\",\"name\":\"Jane Roe\"},\"Anna Lee\"]}</script>") ==
        Names{"Jane Roe", "Anna Lee"});
}

TEST_CASE("authors of office files are those who made them, programs' stand-ins aside") {
  CHECK(of_docx("Jane Roe; Anna Lee") == Names{"Jane Roe", "Anna Lee"});
  CHECK(of_docx("Microsoft Office User").empty());
  CHECK(of_docx("").empty());
  const std::string meta =
      "<o:document-meta xmlns:o='o' xmlns:m='m' xmlns:dc='d'><o:meta>"
      "<m:initial-creator>Jane Roe</m:initial-creator><dc:creator>The Last</dc:creator></o:meta>"
      "</o:document-meta>";
  CHECK(authors_of(odt("<t:p>We joined NATO.</t:p>", {{"meta.xml", meta}}), "a.odt") ==
        Names{"Jane Roe"});
  const std::vector<std::vector<PdfText>> pages = {{{72, 100, "We joined NATO."}}};
  CHECK(authors_of(pdf_of(pages, "/Author (Jane Roe)"), "a.pdf") == Names{"Jane Roe"});
}

TEST_CASE("authors of a book, an edition and a letter") {
  const Members book = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"},
      {"b.opf",
       "<package xmlns:dc='d' xmlns:opf='o'><metadata><dc:creator>Jane Roe</dc:creator>"
       "<dc:creator opf:role='trl'>A Translator</dc:creator></metadata><manifest>"
       "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
       "<spine><itemref idref='a'/></spine></package>"},
      {"a.xhtml", "<html><body><p>We joined NATO.</p></body></html>"}};
  CHECK(authors_of(archive_of("zip", "store", book), "a.epub") == Names{"Jane Roe"});
  const auto tei = [](const std::string& header) {
    return "<TEI><teiHeader><fileDesc>" + header +
           "</fileDesc></teiHeader><text><body><p>We joined NATO.</p></body></text></TEI>";
  };
  CHECK(authors_of(tei("<titleStmt><title>T</title><author>Jane <surname>Roe</surname></author>"
                       "<author>Anna Lee</author></titleStmt>"),
                   "a.xml") == Names{"Jane Roe", "Anna Lee"});
  CHECK(authors_of(tei("<titleStmt><title>T</title></titleStmt><sourceDesc><bibl><author>Jane "
                       "Roe</author></bibl></sourceDesc>"),
                   "a.xml") == Names{"Jane Roe"});
  const auto letter = [](const std::string& from) {
    return "From: " + from + "\r\nSubject: Peace\r\nMIME-Version: 1.0\r\n\r\nWe joined NATO.\r\n";
  };
  CHECK(authors_of(letter("\"Roe, Jane\" <jane@mfa.example>"), "a.eml") == Names{"Roe, Jane"});
  CHECK(authors_of(letter("jane@mfa.example"), "a.eml") == Names{"jane@mfa.example"});
}
