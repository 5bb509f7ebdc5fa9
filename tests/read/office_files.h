// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/read/archive_writer.h"

namespace attache {

/// A DOCX file with this body and further members.
inline std::string docx(const std::string& body, const Members& more = {},
                        const char* packing = "none") {
  Members members = {
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml",
       "<w:document "
       "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" +
           body + "</w:body></w:document>"}};
  members.insert(members.end(), more.begin(), more.end());
  return archive_of("zip", packing, members);
}

inline std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

inline std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}

/// An ODT file with this text, these automatic styles besides the numbered list L1, and further
/// members.
inline std::string odt(const std::string& body, const Members& more = {},
                       const std::string& styles = "") {
  Members members = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml",
       "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:s='s' "
       "xmlns:table='table'><o:automatic-styles>"
       "<t:list-style s:name='L1'><t:list-level-style-number t:level='1'/></t:list-style>" +
           styles + "</o:automatic-styles><o:body><o:text>" + body +
           "</o:text></o:body></o:document-content>"}};
  members.insert(members.end(), more.begin(), more.end());
  return archive_of("zip", "store", members);
}

}  // namespace attache
