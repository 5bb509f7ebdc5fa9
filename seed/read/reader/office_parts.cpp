// SPDX-License-Identifier: MIT
#include "seed/read/reader/office_parts.h"

#include <utility>

#include "seed/read/date.h"
#include "seed/read/authors.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/xml.h"

namespace attache::reader {

pugi::xml_node root_of(pugi::xml_document& document, const std::string& bytes, unsigned options) {
  document.load_buffer(bytes.data(), bytes.size(), options);
  return document.document_element();
}

Metadata office_metadata(const pugi::xml_node& properties, const char* created, const char* changed,
                         const char* author) {
  Metadata metadata;
  metadata.title = folded(child(properties, "title").child_value());
  metadata.language = folded(child(properties, "language").child_value());
  add_authors(metadata, child(properties, author).child_value());
  metadata.created = iso_date(child(properties, created).child_value());
  if (metadata.created.empty())
    metadata.created = iso_date(child(properties, changed).child_value());
  return metadata;
}

Extracted office_text(std::string text, Metadata metadata, const std::string& heading,
                      const char* format) {
  if (text.empty()) throw FormatError(std::string("no text in this ") + format + " file");
  metadata.heading = heading;
  return {std::move(text), std::move(metadata)};
}

}  // namespace attache::reader
