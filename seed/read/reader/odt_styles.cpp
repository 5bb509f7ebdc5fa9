// SPDX-License-Identifier: MIT
#include "seed/read/reader/odt_styles.h"

#include <algorithm>
#include <cstdlib>

#include "seed/read/reader/xml.h"

namespace attache::reader {

namespace {

std::string unquoted(std::string_view family) {
  std::string name(family);
  std::erase(name, '\'');
  return name;
}

}  // namespace

void OdtStyles::read_list(const pugi::xml_node& style) {
  auto& levels = lists_[std::string(value(style, "name"))];
  for (const pugi::xml_node& level : style.children()) {
    const std::size_t index = std::max<unsigned long>(
        1, std::strtoul(std::string(value(level, "level")).c_str(), nullptr, 10));
    if (local_name(level) == "list-level-style-bullet") levels[index - 1] = 'b';
    if (local_name(level) != "list-level-style-number") continue;
    const pugi::xml_attribute format = level.find_attribute(
        [](const pugi::xml_attribute& one) { return local_name(one.name()) == "num-format"; });
    const std::string_view letter = format.value();
    levels[index - 1] = !format ? '1' : letter.empty() ? 'n' : letter[0];
  }
}

std::string OdtStyles::family(std::string_view font) const {
  const auto found = families_.find(font);
  return found == families_.end() ? std::string(font) : found->second;
}

void OdtStyles::read(const pugi::xml_node& root) {
  for (const pugi::xml_node& face : child(root, "font-face-decls").children()) {
    std::string name = unquoted(value(face, "font-family"));
    if (!name.empty()) families_[std::string(value(face, "name"))] = name;
  }
  for (const char* part : {"styles", "automatic-styles"})
    for (const pugi::xml_node& node : child(root, part).children()) {
      if (local_name(node) == "list-style") read_list(node);
      if (local_name(node) != "style") continue;
      const pugi::xml_node letters = child(node, "text-properties");
      const std::string name(value(node, "name"));
      styles_[name] = {std::string(value(node, "parent-style-name")),
                       std::string(value(letters, "display")),
                       std::string(value(letters, "text-position")),
                       std::string(value(letters, "text-line-through-style")),
                       family(value(letters, "font-name"))};
      if (std::string& font = styles_[name].font; font.empty())
        font = unquoted(value(letters, "font-family"));
    }
}

OdtLook OdtStyles::look(std::string_view name) const {
  constexpr int most = 20;  // and none builds on itself for ever
  std::string display, position, struck, font;
  auto style = styles_.find(name);
  for (int step = 0; step < most && style != styles_.end(); ++step) {
    if (display.empty()) display = style->second.display;
    if (position.empty()) position = style->second.position;
    if (struck.empty()) struck = style->second.line_through;
    if (font.empty()) font = style->second.font;
    style = styles_.find(style->second.parent);
  }
  const bool raised =
      position.starts_with("super") || std::atoi(position.c_str()) > 0;  // "33% 58%"
  return {display == "none" || (!struck.empty() && struck != "none"), raised, font};
}

bool OdtStyles::is_title(std::string_view name) const {
  const auto style = styles_.find(name);
  return name == "Title" || (style != styles_.end() && style->second.parent == "Title");
}

char OdtStyles::numbering(std::string_view list_style, std::size_t level) const {
  const auto list = lists_.find(list_style);
  if (list == lists_.end()) return 'b';
  const auto found = list->second.find(level);
  return found == list->second.end() ? 'b' : found->second;
}

}  // namespace attache::reader
