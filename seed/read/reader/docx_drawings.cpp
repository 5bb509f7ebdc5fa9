// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_drawings.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/office_parts.h"
#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_walk.h"

namespace attache::reader {
namespace {

/// Collects paragraphs (`p` with runs of `t`) and lists of names (`strCache`, `strDim`, with a `pt`
/// for each).
class Drawing {
 public:
  std::vector<std::string> read(const pugi::xml_node& root) {
    walk_xml(
        root, [&](const pugi::xml_node& node) { return enter(node); },
        [&](const pugi::xml_node& node) { leave(node); });
    return std::move(paragraphs_);
  }

 private:
  static bool is_list(std::string_view name) {
    return name == "strCache" || name == "strLit" || name == "strDim";
  }

  bool enter(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "p" || is_list(name)) text_.clear();
    // The text of a diagram's point holds paragraphs, and has the name of a run's words.
    const bool words = name == "t" && !child(node, "p");
    if (words) text_ += node.child_value();
    if (name == "br") text_ += ' ';
    in_list_ = in_list_ || is_list(name);
    if (in_list_ && name == "pt") {
      const pugi::xml_node v = child(node, "v");
      if (!text_.empty()) text_ += " | ";
      text_ += v ? v.child_value() : node.child_value();
    }
    return !words;
  }

  void leave(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name != "p" && !is_list(name)) return;
    if (name != "p") in_list_ = false;
    std::string words = folded(text_);
    text_.clear();
    // The series of a chart name their categories, each of them the same.
    if (!words.empty() && (name == "p" || std::find(paragraphs_.begin(), paragraphs_.end(),
                                                    words) == paragraphs_.end()))
      paragraphs_.push_back(std::move(words));
  }

  std::vector<std::string> paragraphs_;
  std::string text_;
  bool in_list_ = false;
};

}  // namespace

std::vector<std::string> drawing_paragraphs(const std::string& part) {
  pugi::xml_document document;
  constexpr unsigned with_spaces = pugi::parse_default | pugi::parse_ws_pcdata_single;
  return Drawing().read(root_of(document, part, with_spaces));
}

}  // namespace attache::reader
