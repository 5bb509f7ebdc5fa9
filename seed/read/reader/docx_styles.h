// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "seed/read/reader/docx_lists.h"

namespace attache::reader {

/// What of a run's properties matters; empty where they say nothing.
struct RunLook {
  std::optional<bool> hidden;
  std::optional<bool> struck;
  std::optional<bool> raised;
  /// Fills what is empty.
  void complete(const RunLook& other) {
    if (!hidden) hidden = other.hidden;
    if (!struck) struck = other.struck;
    if (!raised) raised = other.raised;
  }
};

/// What <w:rPr> itself says.
RunLook run_look(const pugi::xml_node& properties);

/// A paragraph's or run's style with all that it takes over from others.
struct DocxStyle {
  std::string base;  ///< the style that it builds on
  RunLook look;
  ListPlace place;
  bool heading = false;
  bool contents = false;  ///< a line of a table of contents
};

/// styles.xml.
class DocxStyles {
 public:
  void read(const pugi::xml_node& styles);
  /// An unknown name is a style that says nothing; an empty one is the paragraphs' default.
  const DocxStyle& paragraph(std::string_view name) const;
  RunLook run(std::string_view name) const;

 private:
  DocxStyle whole(const DocxStyle& style) const;

  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_;
  DocxStyle none_;
};

}  // namespace attache::reader
