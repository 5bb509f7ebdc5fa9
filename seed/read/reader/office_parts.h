// SPDX-License-Identifier: MIT
// What the office formats share, each by names of its own.
#pragma once

#include <pugixml.hpp>

#include <string>

#include "seed/read/reader/extracted.h"

namespace attache::reader {

/// A part that the text can be read without: its root; nothing where it is absent or damaged.
/// `options` are pugixml's.
pugi::xml_node root_of(pugi::xml_document& document, const std::string& bytes,
                       unsigned options = pugi::parse_default);

/// Title, language, authors (the element `author`) and the date that stands in the element
/// `created` or, where it has none, in `changed`, all children of `properties`.
Metadata office_metadata(const pugi::xml_node& properties, const char* created, const char* changed,
                         const char* author);

/// The text that was read, with what the file says of itself and the text's first heading. Throws
/// FormatError where there is no text; `format` names what was read.
Extracted office_text(std::string text, Metadata metadata, const std::string& heading,
                      const char* format);

}  // namespace attache::reader
