// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_fields.h"

#include <string_view>

#include "seed/read/reader/xml.h"
#include "seed/read/reader/xml_walk.h"

namespace attache::reader {

void DocxFields::scan(const pugi::xml_node& part) {
  std::vector<std::size_t> begun;
  const auto look = [&](const pugi::xml_node& node) {
    if (local_name(node) != "fldChar") return true;
    const std::string_view type = value(node, "fldCharType");
    if (type == "begin") begun.push_back(node.hash_value());
    if (type == "end" && !begun.empty()) begun.pop_back();
    return true;
  };
  walk_xml(part, look, [](const pugi::xml_node&) {});
  endless_.insert(begun.begin(), begun.end());
}

void DocxFields::pass(const pugi::xml_node& mark) {
  const std::string_view type = value(mark, "fldCharType");
  if (type == "begin" && endless_.count(mark.hash_value()) == 0) {
    open_.push_back(true);
    ++instructions_;
  }
  if (open_.empty() || type == "begin") return;
  if (open_.back()) --instructions_;
  open_.back() = false;
  if (type == "end") open_.pop_back();
}

}  // namespace attache::reader
