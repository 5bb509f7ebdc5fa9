// SPDX-License-Identifier: MIT
#include "cli/output/cell.h"

#include <nlohmann/json.hpp>

#include "cli/output/escape.h"

namespace attache {
namespace {

std::string list_text(std::string_view array) {
  const auto items = list_items(array);
  if (!items) return printable(array);
  std::string out;
  for (const std::string& item : *items) {
    if (!out.empty()) out += ", ";
    append_printable(out, item);
  }
  return out;
}

}  // namespace

std::optional<std::vector<std::string>> list_items(std::string_view array) {
  const auto list = nlohmann::json::parse(array, nullptr, false);
  if (!list.is_array()) return std::nullopt;
  std::vector<std::string> items;
  for (const auto& item : list)
    items.push_back(item.is_string() ? item.get<std::string>() : item.dump());
  return items;
}

std::string display_text(const Cell& cell, ColumnType type) {
  if (const auto* text = text_of(cell))
    return type == ColumnType::list ? list_text(*text) : printable(*text);
  std::string out;
  append_plain(out, cell, type);
  return out;
}

}  // namespace attache
