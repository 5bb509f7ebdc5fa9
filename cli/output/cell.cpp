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
    append_printable(out, with_bare_line_ends(item));
  }
  return out;
}

/// With one line end for each run of blanks that holds one: on one line they are a single space.
std::string with_bare_line_ends(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n", line_ends = "\r\n";
  std::string out;
  while (!text.empty()) {
    const std::size_t words = std::min(text.find_first_of(blanks), text.size());
    out.append(text.substr(0, words));
    text.remove_prefix(words);
    const std::string_view run = text.substr(0, text.find_first_not_of(blanks));
    if (run.find_first_of(line_ends) == std::string_view::npos) out.append(run);
    else out += '\n';
    text.remove_prefix(run.size());
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
    return type == ColumnType::list ? list_text(*text) : printable(with_bare_line_ends(*text));
  std::string out;
  append_plain(out, cell, type);
  return out;
}

}  // namespace attache
