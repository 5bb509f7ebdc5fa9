// SPDX-License-Identifier: MIT
#include "cli/output/cell.h"

#include <nlohmann/json.hpp>

#include "cli/output/escape.h"

namespace attache {
namespace {

std::string list_text(std::string_view array) {
  const auto list = nlohmann::json::parse(array, nullptr, false);
  if (!list.is_array()) return printable(array);
  std::string out;
  for (const auto& item : list) {
    if (!out.empty()) out += ", ";
    append_printable(out, item.is_string() ? item.get<std::string>() : item.dump());
  }
  return out;
}

}  // namespace

std::string display_text(const Cell& cell, ColumnType type) {
  if (const auto* text = text_of(cell))
    return type == ColumnType::list ? list_text(*text) : printable(*text);
  std::string out;
  append_plain(out, cell, type);
  return out;
}

}  // namespace attache
