// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace attache::reader {

/// Which list a paragraph belongs to, as its properties or its style say; empty where they don't.
struct ListPlace {
  std::string list;  ///< "0" takes a paragraph out of its style's list
  std::string level;
};

/// What <w:numPr> below <w:pPr> says.
ListPlace list_place(const pugi::xml_node& properties);

/// The lists of numbering.xml, and how far each has counted.
class DocxLists {
 public:
  void read(const pugi::xml_node& numbering);
  /// "- ", or the next number of its list as "2. " or "(b) "; empty for a paragraph in no list or
  /// in one without numbers. `style` is the paragraph's, which a level may name.
  std::string mark(const ListPlace& place, const std::string& style);

 private:
  static constexpr std::size_t levels = 9;  // as Word has
  struct Level {
    char format = 'b';  ///< b for bullets, n for none, else as list_number() knows it
    bool bracket = false;
    std::size_t start = 1;
  };
  struct Kind {
    std::array<Level, levels> level;
    std::array<std::size_t, levels> count{};
    std::map<std::string, std::size_t> by_style;
  };
  struct List {
    std::string kind;
    std::map<std::size_t, std::size_t> starts;  ///< level -> where it begins to count anew
  };
  static void read_level(const pugi::xml_node& node, Kind& kind);
  static void read_list(const pugi::xml_node& node, List& list);
  std::string number(Kind& kind, List& list, std::size_t level);

  std::map<std::string, Kind> kinds_;
  std::map<std::string, List> lists_;
};

}  // namespace attache::reader
