// SPDX-License-Identifier: MIT
#include "seed/read/reader/docx_lists.h"

#include <algorithm>
#include <cstdlib>

#include "seed/read/reader/tree_text.h"
#include "seed/read/reader/xml.h"

namespace attache::reader {
namespace {

std::size_t number_of(std::string_view text, std::size_t most) {
  const unsigned long value = std::strtoul(std::string(text).c_str(), nullptr, 10);
  return std::min<std::size_t>(value, most);
}

constexpr std::size_t farthest_start = 1'000'000;

char format_of(std::string_view word) {
  if (word == "bullet") return 'b';
  if (word == "none") return 'n';
  if (word == "lowerLetter") return 'a';
  if (word == "upperLetter") return 'A';
  if (word == "lowerRoman") return 'i';
  return word == "upperRoman" ? 'I' : '1';
}

}  // namespace

ListPlace list_place(const pugi::xml_node& properties) {
  const pugi::xml_node numbering = child(properties, "numPr");
  return {std::string(value(child(numbering, "numId"), "val")),
          std::string(value(child(numbering, "ilvl"), "val"))};
}

void DocxLists::read_level(const pugi::xml_node& node, Kind& kind) {
  const std::size_t index = number_of(value(node, "ilvl"), levels - 1);
  Level& level = kind.level[index];
  level.format = format_of(value(child(node, "numFmt"), "val"));
  const pugi::xml_node words = child(node, "lvlText");
  if (words && value(words, "val").empty()) level.format = 'n';
  level.bracket = value(words, "val").starts_with('(');
  const std::string_view start = value(child(node, "start"), "val");
  if (!start.empty()) level.start = number_of(start, farthest_start);
  const std::string_view style = value(child(node, "pStyle"), "val");
  if (!style.empty()) kind.by_style[std::string(style)] = index;
}

void DocxLists::read_list(const pugi::xml_node& node, List& list) {
  list.kind = value(child(node, "abstractNumId"), "val");
  for (const pugi::xml_node& changed : node.children()) {
    const std::string_view start = value(child(changed, "startOverride"), "val");
    if (local_name(changed) == "lvlOverride" && !start.empty())
      list.starts[number_of(value(changed, "ilvl"), levels - 1)] = number_of(start, farthest_start);
  }
}

void DocxLists::read(const pugi::xml_node& numbering) {
  for (const pugi::xml_node& node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      Kind& kind = kinds_[std::string(value(node, "abstractNumId"))];
      for (const pugi::xml_node& level : node.children())
        if (local_name(level) == "lvl") read_level(level, kind);
    }
    if (local_name(node) == "num") read_list(node, lists_[std::string(value(node, "numId"))]);
  }
}

std::string DocxLists::number(Kind& kind, List& list, std::size_t level) {
  const auto anew = list.starts.find(level);
  if (anew != list.starts.end()) {
    kind.count[level] = anew->second;
    list.starts.erase(anew);
  } else {
    kind.count[level] = kind.count[level] == 0 ? kind.level[level].start : kind.count[level] + 1;
  }
  std::fill(kind.count.begin() + static_cast<std::ptrdiff_t>(level) + 1, kind.count.end(), 0);
  const Level& look = kind.level[level];
  const std::string words = list_number(look.format, kind.count[level]);
  return look.bracket ? "(" + words + ") " : words + ". ";
}

std::string DocxLists::mark(const ListPlace& place, const std::string& style) {
  if (place.list.empty() || place.list == "0") return {};
  const auto list = lists_.find(place.list);
  const auto kind = list == lists_.end() ? kinds_.end() : kinds_.find(list->second.kind);
  if (kind == kinds_.end()) return "- ";
  std::size_t level = number_of(place.level, levels - 1);
  const auto named = kind->second.by_style.find(style);
  if (place.level.empty() && named != kind->second.by_style.end()) level = named->second;
  switch (kind->second.level[level].format) {
    case 'b': return "- ";
    case 'n': return {};
    default: return number(kind->second, list->second, level);
  }
}

}  // namespace attache::reader
