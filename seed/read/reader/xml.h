// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "seed/read/reader/extracted.h"

namespace attache::reader {

/// Parses a member of an office file. pugixml expands no entities but the five of XML and one for
/// characters, so that entity bombs stay words. Throws FormatError where it is not well-formed;
/// `member` names it.
void parse_xml(pugi::xml_document& document, const std::string& bytes, const char* member);

/// The same for an XML file of its own, in the charset wished for or its own; throws CharsetNeeded,
/// too.
void parse_xml_file(pugi::xml_document& document, std::string_view bytes, const Wish& wish,
                    std::vector<std::string>& remarks);

/// The name without its namespace prefix, which each producer may choose.
inline std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}
inline std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }

/// The first child of that local name; an empty node where there is none.
inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& candidate : node.children())
    if (local_name(candidate) == name) return candidate;
  return {};
}

/// The value of the attribute of that local name, or empty.
inline std::string_view value(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& candidate : node.attributes())
    if (local_name(candidate.name()) == name) return candidate.value();
  return {};
}

/// The first node of that local name below a node; an empty one where there is none.
inline pugi::xml_node below(const pugi::xml_node& node, std::string_view name) {
  return node.find_node(
      [&](const pugi::xml_node& candidate) { return local_name(candidate) == name; });
}

}  // namespace attache::reader
