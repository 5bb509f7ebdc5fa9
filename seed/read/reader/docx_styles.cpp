// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_styles.h"

#include <cstdlib>

#include "seed/read/reader/xml.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::lower_case;

/// A property that is on where it stands, unless it says otherwise.
std::optional<bool> toggle(const pugi::xml_node& property) {
  if (!property) return std::nullopt;
  const std::string_view word = value(property, "val");
  return word != "0" && word != "false" && word != "off";
}

}  // namespace

RunLook run_look(const pugi::xml_node& properties) {
  constexpr int raised_from = 4;  // half points; less is typographers' adjustment
  RunLook look{toggle(child(properties, "vanish")), toggle(child(properties, "strike")), {}};
  if (!look.struck.value_or(false))
    if (const std::optional<bool> twice = toggle(child(properties, "dstrike"))) look.struck = twice;
  if (const pugi::xml_node align = child(properties, "vertAlign"))
    look.raised = value(align, "val") == "superscript";
  else if (const pugi::xml_node position = child(properties, "position"))
    look.raised = std::atoi(std::string(value(position, "val")).c_str()) >= raised_from;
  return look;
}

void DocxStyles::read(const pugi::xml_node& styles) {
  for (const pugi::xml_node& node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string name = lower_case(value(child(node, "name"), "val"));
    const std::string id(value(node, "styleId"));
    const pugi::xml_node properties = child(node, "pPr");
    DocxStyle& style = styles_[id];
    style.base = value(child(node, "basedOn"), "val");
    style.look = run_look(child(node, "rPr"));
    style.place = list_place(properties);
    style.heading = name.starts_with("heading") || name == "title" || name == "subtitle";
    style.contents = name.starts_with("toc ") && name != "toc heading";
    const bool is_default = value(node, "default") == "1" || value(node, "default") == "true";
    if (is_default && value(node, "type") == "paragraph") default_ = id;
  }
  for (auto& [id, style] : styles_) style = whole(style);
}

DocxStyle DocxStyles::whole(const DocxStyle& style) const {
  constexpr int most = 20;  // and none builds on itself for ever
  DocxStyle result = style;
  auto base = styles_.find(style.base);
  for (int step = 0; step < most && base != styles_.end(); ++step) {
    const DocxStyle& below = base->second;
    result.look.complete(below.look);
    if (result.place.list.empty()) result.place.list = below.place.list;
    if (result.place.level.empty()) result.place.level = below.place.level;
    result.heading = result.heading || below.heading;
    result.contents = result.contents || below.contents;
    base = styles_.find(below.base);
  }
  return result;
}

const DocxStyle& DocxStyles::paragraph(std::string_view name) const {
  const auto found = styles_.find(name.empty() ? std::string_view(default_) : name);
  return found == styles_.end() ? none_ : found->second;
}

RunLook DocxStyles::run(std::string_view name) const {
  const auto found = styles_.find(name);
  return name.empty() || found == styles_.end() ? RunLook{} : found->second.look;
}

}  // namespace attache::reader
