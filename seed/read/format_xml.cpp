// SPDX-License-Identifier: MIT
#include "seed/read/format_xml.h"

#include <algorithm>
#include <array>
#include <string>

namespace attache {
namespace {

using namespace std::string_view_literals;

/// The name of the first element, without its prefix; of a document type declaration where one
/// stands before it.
std::string_view root_name(std::string_view content) {
  constexpr std::string_view doctype = "<!DOCTYPE ";
  if (content.starts_with(doctype)) content.remove_prefix(doctype.size());
  else if (content.starts_with('<')) content.remove_prefix(1);
  else return {};
  const std::size_t begin = std::min(content.find_first_not_of(" \t\r\n"), content.size());
  content.remove_prefix(begin);
  const std::string_view name = content.substr(0, content.find_first_of(" \t\r\n/>["));
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Root {
  std::string_view name;
  std::string_view hint;  ///< also in the first bytes, so that another's element is not meant
  Format format;
  std::string_view what;
};

constexpr std::string_view jats = "a JATS article (its text: pandoc -f jats -o FILE.md FILE)"sv;
constexpr std::string_view docbook =
    "a DocBook file (its text: pandoc -f docbook -o FILE.md FILE)"sv;

constexpr std::array roots = {
    Root{"TEI"sv, ""sv, Format::tei, ""sv},
    Root{"TEI.2"sv, ""sv, Format::tei, ""sv},
    Root{"teiCorpus"sv, ""sv, Format::tei, ""sv},
    Root{"document"sv, "application/vnd.oasis.opendocument.text"sv, Format::odt, ""sv},
    Root{"document"sv, "application/vnd.oasis.opendocument"sv, Format::unsupported,
         "an OpenDocument file that is no text document (save it as PDF)"sv},
    Root{"wordDocument"sv, "office/word/2003"sv, Format::unsupported,
         "a Word 2003 XML file (save it as DOCX, or: soffice --convert-to docx FILE)"sv},
    Root{"package"sv, "office/2006/xmlPackage"sv, Format::unsupported,
         "a Word XML file (save it as DOCX, or: soffice --convert-to docx FILE)"sv},
    Root{"FictionBook"sv, "FictionBook"sv, Format::unsupported,
         "a FictionBook file (convert it to EPUB, or: pandoc -f fb2 -o FILE.html FILE)"sv},
    Root{"article"sv, "JATS"sv, Format::unsupported, jats},
    Root{"article"sv, "dtd-version"sv, Format::unsupported, jats},
    Root{"article"sv, "docbook"sv, Format::unsupported, docbook},
    Root{"article"sv, "DocBook"sv, Format::unsupported, docbook},
    Root{"book"sv, "docbook"sv, Format::unsupported, docbook},
    Root{"book"sv, "DocBook"sv, Format::unsupported, docbook},
    Root{"opml"sv, "version"sv, Format::unsupported,
         "an OPML outline (its text: pandoc -f opml -o FILE.md FILE)"sv},
    Root{"svg"sv, "w3.org/2000/svg"sv, Format::unsupported, "an SVG image"sv}};

}  // namespace

std::optional<Detected> detect_xml(std::string_view content, bool declared) {
  const std::string_view name = root_name(content);
  for (const Root& root : roots)
    if (name == root.name && content.find(root.hint) != std::string_view::npos)
      return Detected{root.format, std::string(root.what)};
  if (!declared || name == "html") return std::nullopt;
  return Detected{Format::unsupported,
                  "an XML file that is neither HTML nor TEI (convert it, or say --input-format "
                  "html to read the words between its tags)"};
}

}  // namespace attache
