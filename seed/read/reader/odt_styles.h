// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

namespace attache::reader {

/// What of a paragraph's or span's style matters.
struct OdtLook {
  bool hidden = false;  ///< or struck out
  bool raised = false;
  std::string font = {};  ///< the family; empty where the style names none
};

/// The styles of content.xml and styles.xml.
class OdtStyles {
 public:
  void read(const pugi::xml_node& root);
  /// With what the style takes over from others; nothing for an unknown name.
  OdtLook look(std::string_view style) const;
  /// Whether it is the style of titles, or builds on it.
  bool is_title(std::string_view style) const;
  /// How a list of that style numbers a level (list_number()); 'b' for bullets, 'n' for nothing.
  char numbering(std::string_view list_style, std::size_t level) const;

 private:
  struct Style {
    std::string parent;
    std::string display, position, line_through, font;
  };
  void read_list(const pugi::xml_node& style);
  /// The family of a font as the file declares it, or the name itself.
  std::string family(std::string_view font) const;

  std::map<std::string, std::string, std::less<>> families_;
  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, std::map<std::size_t, char>, std::less<>> lists_;
};

}  // namespace attache::reader
