// SPDX-License-Identifier: MIT
#include "seed/read/reader/epub_package.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "seed/read/date.h"
#include "seed/read/authors.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/package_path.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_text.h"
#include "seed/read/reader/zip_members.h"

namespace attache::reader {
namespace {

constexpr const char* container = "META-INF/container.xml";
constexpr const char* encryption = "META-INF/encryption.xml";

/// Scrambled fonts, which books without protection have, too.
bool is_of_fonts(std::string_view algorithm) {
  return algorithm == "http://www.idpf.org/2008/embedding" ||
         algorithm == "http://ns.adobe.com/pdf/enc#RC";
}

bool is_protected(const std::string& bytes) {
  pugi::xml_document document;
  if (bytes.empty() || !document.load_buffer(bytes.data(), bytes.size())) return false;
  bool found = false;
  for (const pugi::xml_node& data : document.document_element().children())
    found = found || (local_name(data) == "EncryptedData" &&
                      !is_of_fonts(value(child(data, "EncryptionMethod"), "Algorithm")));
  return found;
}

/// The day on which the file was last changed, as EPUB 3 says it; empty where unknown.
std::string day_of_change(const pugi::xml_node& metadata) {
  for (const pugi::xml_node& meta : metadata.children())
    if (local_name(meta) == "meta" && value(meta, "property") == "dcterms:modified")
      return iso_date(words_below(meta));
  return {};
}

/// The day on which the book came out rather than the one on which its file was changed. A
/// converter that is told no date writes the hour of its work as both: that is when the file was
/// made.
void take_date(const pugi::xml_node& metadata, Metadata& into) {
  std::string any, changed = day_of_change(metadata);
  for (const pugi::xml_node& date : metadata.children()) {
    if (local_name(date) != "date") continue;
    const std::string found = iso_date(words_below(date));
    const std::string_view event = value(date, "event");
    if (event == "publication" || event == "original-publication") {
      into.date = found;
      return;
    }
    if (event == "modification" || event == "conversion") {
      if (changed.empty()) changed = found;
    } else if (any.empty()) {
      any = found;
    }
  }
  (any == changed ? into.created : into.date) = any;
}

/// Editors and translators are creators, too, whom a role tells apart.
bool is_author(std::string_view role) { return role.empty() || role == "aut"; }

/// Text in its own order; a table of contents repeats headings, and is left out.
std::vector<std::string> chapters_of(const pugi::xml_node& package, std::string_view folder) {
  struct Item {
    std::string path;
    bool text;
  };
  std::map<std::string, Item> items;
  for (const pugi::xml_node& item : child(package, "manifest").children()) {
    const std::string_view type = value(item, "media-type");
    const bool text = type == "application/xhtml+xml" || type == "text/html" ||
                      type == "application/x-dtbook+xml" || type == "text/x-oeb1-document";
    const bool contents =
        (" " + std::string(value(item, "properties")) + " ").find(" nav ") != std::string::npos;
    items[std::string(value(item, "id"))] = {package_path(folder, value(item, "href")),
                                             text && !contents};
  }
  std::vector<std::string> chapters;
  std::set<std::string> seen;
  for (const pugi::xml_node& place : child(package, "spine").children()) {
    const auto item = items.find(std::string(value(place, "idref")));
    if (item != items.end() && item->second.text && seen.insert(item->second.path).second)
      chapters.push_back(item->second.path);
  }
  return chapters;
}

}  // namespace

EpubPackage epub_package(std::string_view bytes) {
  auto members = zip_members(bytes, {container, encryption});
  if (is_protected(members[encryption]))
    throw FormatError("is protected against copying (DRM): get it without, or as PDF");
  pugi::xml_document root;
  if (members[container].empty())
    throw FormatError(std::string("damaged: no ") + container + " inside");
  parse_xml(root, members[container], container);
  const std::string name = package_path({}, value(below(root, "rootfile"), "full-path"));
  const std::string package = zip_members(bytes, {name})[name];
  if (package.empty()) throw FormatError("damaged: no " + name + " inside");
  pugi::xml_document document;
  parse_xml(document, package, name.c_str());
  const pugi::xml_node whole = document.document_element();
  const pugi::xml_node metadata = child(whole, "metadata");
  // Of the older standard, in an element between.
  const pugi::xml_node inner = child(metadata, "dc-metadata");
  const pugi::xml_node& said = inner ? inner : metadata;
  EpubPackage result;
  result.metadata.title = words_below(child(said, "title"));
  result.metadata.language = words_below(child(said, "language"));
  for (const pugi::xml_node& one : said.children())
    if (local_name(one) == "creator" && is_author(value(one, "role")))
      add_authors(result.metadata, words_below(one));
  take_date(said, result.metadata);
  result.chapters = chapters_of(whole, name.substr(0, name.rfind('/') + 1));  // npos + 1 is 0
  return result;
}

}  // namespace attache::reader
