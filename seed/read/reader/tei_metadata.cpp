// SPDX-License-Identifier: MIT
#include "seed/read/reader/tei_metadata.h"

#include <array>
#include <string>

#include "seed/read/date.h"
#include "seed/read/authors.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_text.h"

namespace attache::reader {
namespace {

std::string date_of(const pugi::xml_node& date) {
  for (const char* attribute : {"when", "when-iso", "from", "notBefore", "value"}) {
    const std::string found = iso_date(value(date, attribute));
    if (!found.empty()) return found;
  }
  return iso_date(words_below(date));
}

/// The first date below a node that can be read.
std::string first_date(const pugi::xml_node& node) {
  std::string found;
  node.find_node([&](const pugi::xml_node& candidate) {
    if (local_name(candidate) == "date") found = date_of(candidate);
    return !found.empty();
  });
  return found;
}

std::string title_of(const pugi::xml_node& statement) {
  std::string first;
  for (const pugi::xml_node& title : statement.children()) {
    if (local_name(title) != "title") continue;
    const std::string words = words_below(title);
    if (value(title, "type") == "main" && !words.empty()) return words;
    if (first.empty()) first = words;
  }
  return first;
}

bool add_authors_of(const pugi::xml_node& statement, Metadata& metadata) {
  for (const pugi::xml_node& author : statement.children())
    if (local_name(author) == "author") add_authors(metadata, words_below(author));
  return !metadata.own.empty();
}

}  // namespace

Metadata tei_metadata(const pugi::xml_node& root) {
  const pugi::xml_node header = child(root, "teiHeader");
  const pugi::xml_node file = child(header, "fileDesc");
  const pugi::xml_node profile = child(header, "profileDesc");
  Metadata metadata;
  metadata.title = title_of(child(file, "titleStmt"));
  const pugi::xml_node source = child(file, "sourceDesc");
  if (!add_authors_of(child(file, "titleStmt"), metadata))
    add_authors_of(below(source, "author").parent(), metadata);
  metadata.language = value(below(profile, "language"), "ident");
  const pugi::xml_node text = child(root, "text");
  if (metadata.language.empty()) metadata.language = value(text, "lang");
  if (metadata.language.empty()) metadata.language = value(root, "lang");
  for (const pugi::xml_node& place : {child(profile, "creation"), source, below(text, "dateline"),
                                      child(file, "publicationStmt")}) {
    metadata.date = first_date(place);
    if (!metadata.date.empty()) break;
  }
  return metadata;
}

}  // namespace attache::reader
