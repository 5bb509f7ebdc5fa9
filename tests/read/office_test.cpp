// SPDX-License-Identifier: MIT
#include <cstdint>

#include "tests/catch.h"
#include "tests/read/archive_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

const std::string content_types = "<Types/>";
const std::string word =
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space='preserve'>" + text +
         "</w:t></w:r></w:p>";
}

std::string in_list(const std::string& list) {
  return "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='" + list + "'/></w:numPr>";
}

std::string docx(const std::string& body, const Members& more = {}) {
  Members members = {{"[Content_Types].xml", content_types},
                     {"word/document.xml", word + body + "</w:body></w:document>"}};
  members.insert(members.end(), more.begin(), more.end());
  return archive_of("zip", "none", members);
}

std::string odt(const std::string& body, const Members& more = {}) {
  Members members = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml",
       "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:s='s' "
       "xmlns:table='table'><o:automatic-styles>"
       "<t:list-style s:name='L1'><t:list-level-style-number/></t:list-style></o:automatic-styles>"
       "<o:body><o:text>" +
           body + "</o:text></o:body></o:document-content>"}};
  members.insert(members.end(), more.begin(), more.end());
  return archive_of("zip", "store", members);
}

/// Letters that hardly compress, so that half of the archive is half of the text.
std::string hard_to_pack(std::size_t size) {
  std::string text;
  for (std::uint32_t state = 1; text.size() < size;) {
    state = state * 1664525u + 1013904223u;
    text += static_cast<char>('a' + (state >> 24) % 26);
  }
  return text;
}

}  // namespace

TEST_CASE("DOCX: paragraphs, lists, tables and breaks") {
  const std::string numbering =
      "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt "
      "w:val='bullet'/></w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt "
      "w:val='decimal'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId "
      "w:val='1'/></w:num></w:numbering>";
  const std::string cell =
      "<w:tc>" + paragraph("River Commission") + "</w:tc><w:tc>" + paragraph("member") + "</w:tc>";
  const Document document =
      read_built(docx(paragraph("Our aims", "<w:pStyle w:val='Heading1'/>") +
                          paragraph("The Government supports &amp; works.") +
                          paragraph("trade", in_list("1")) + paragraph("law", in_list("1")) +
                          paragraph("first", in_list("2")) + paragraph("second", in_list("2")) +
                          "<w:tbl><w:tr>" + cell + "</w:tr><w:tr>" + cell + "</w:tr></w:tbl>" +
                          "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:footnoteReference "
                          "w:id='1'/></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>",
                      {{"word/numbering.xml", numbering}, {"word/footnotes.xml", "<x>note</x>"}}),
                 "a.docx");
  CHECK(document.text ==
        "Our aims\n\nThe Government supports & works.\n\n- trade\n- law\n1. first\n2. second\n\n"
        "River Commission | member\n\nRiver Commission | member\n\none\ntwo\n");
  CHECK_FALSE(document.map.exists());
}

TEST_CASE("DOCX: metadata, and content before name") {
  const Document document = read_built(
      docx(paragraph("x"), {{"docProps/core.xml",
                             "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' "
                             "xmlns:dcterms='t'><dc:title>Our aims</dc:title>"
                             "<dcterms:created>2011-02-03T00:00:00Z</"
                             "dcterms:created><dc:language>en</dc:language></cp:coreProperties>"}}),
      "a.zip");
  CHECK(document.metadata.title == "Our aims");
  CHECK(document.metadata.created == "2011-02-03");
  CHECK(document.metadata.language == "en");
  CHECK(document.media_type ==
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

TEST_CASE("DOCX: what is damaged or empty is told") {
  const std::string whole = docx(paragraph(hard_to_pack(5000)));
  ReadOptions options;
  options.format = "docx";
  CHECK_THAT(refusal(whole.substr(0, whole.size() / 2), "a.docx", options),
             Catch::Matchers::StartsWith("a.docx: damaged: "));
  CHECK_THAT(refusal(docx("<w:p>"), "a.docx"),
             Catch::Matchers::StartsWith("a.docx: damaged: word/document.xml: "));
  CHECK(refusal(docx("<w:p/>"), "a.docx") == "a.docx: no text in this DOCX file");
  CHECK(refusal(archive_of("zip", "none", {{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}}),
                "a.xlsx") ==
        "a.xlsx: not a document attache can read: an Office file that is no text document");
}

TEST_CASE("DOCX: a member that unpacks to far more than the file is refused") {
  CHECK(refusal(docx(paragraph(std::string(100u << 20, 'x'))), "a.docx") ==
        "a.docx: refused: it unpacks to far more than its size");
}

TEST_CASE("ODT: paragraphs, lists, tables, notes, metadata") {
  const Document document = read_built(
      odt("<t:h>Our aims</t:h><t:p>Peace<t:s/>and "
          "<t:span>law</t:span>.<t:note><t:note-body><t:p>note</t:p></t:note-body></t:note></t:p>"
          "<t:list><t:list-item><t:p>trade</t:p></t:list-item><t:list-item><t:p>law</t:p></"
          "t:list-item></t:list>"
          "<t:list "
          "t:style-name='L1'><t:list-item><t:p>first</t:p></t:list-item><t:list-item><t:p>second</"
          "t:p></t:list-item></t:list>"
          "<table:table><table:table-row><table:table-cell><t:p>Body</t:p></"
          "table:table-cell><table:table-cell><t:p>member</t:p>"
          "</table:table-cell></table:table-row></table:table><t:p>one<t:line-break/>two</t:p>",
          {{"meta.xml",
            "<o:document-meta xmlns:o='o' xmlns:dc='d' xmlns:m='m'><o:meta><dc:title>T</dc:title>"
            "<m:creation-date>2010-01-02T03:04:05</m:creation-date></o:meta></o:document-meta>"}}),
      "a.odt");
  CHECK(document.text ==
        "Our aims\n\nPeace and law.\n\n- trade\n- law\n\n1. first\n2. second\n\nBody | "
        "member\n\none\ntwo\n");
  CHECK(document.metadata.title == "T");
  CHECK(document.metadata.created == "2010-01-02");
  CHECK(document.media_type == "application/vnd.oasis.opendocument.text");
}

TEST_CASE("ODT: an encrypted file is told as such") {
  CHECK(refusal(odt("x", {{"META-INF/manifest.xml", "<m><encryption-data/></m>"}}), "a.odt") ==
        "a.odt: is encrypted: save it without a password");
}
