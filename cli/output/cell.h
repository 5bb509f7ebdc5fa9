// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

/// Appends a number in its shortest form that reads back as the same value.
template <class Number>
void append_number(std::string& out, Number value) {
  char buffer[32];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, result.ptr);
}

/// The text of a cell, or null where it is a number or NULL.
inline const std::string_view* text_of(const Cell& cell) {
  return std::get_if<std::string_view>(&cell);
}

/// A text as a cell, an empty one as NULL. `text` must outlive it.
inline Cell text_or_null(std::string_view text) { return text.empty() ? Cell() : Cell(text); }

/// Texts as the cells of a row. `texts` must outlive them.
inline std::vector<Cell> text_cells(const std::vector<std::string>& texts) {
  std::vector<Cell> cells;
  for (const std::string& text : texts) cells.push_back(text_or_null(text));
  return cells;
}

/// Appends the number of a cell; nothing for NULL and text.
inline void append_if_number(std::string& out, const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) append_number(out, *integer);
  if (const auto* real = std::get_if<double>(&cell)) append_number(out, *real);
}

/// Appends a cell that is no text, a boolean as true or false; nothing for NULL and text.
inline void append_plain(std::string& out, const Cell& cell, ColumnType type) {
  const auto* integer = std::get_if<std::int64_t>(&cell);
  if (integer != nullptr && type == ColumnType::boolean) out += *integer != 0 ? "true" : "false";
  else append_if_number(out, cell);
}

/// The items of a cell that is a list, each as text; nothing where it is none.
std::optional<std::vector<std::string>> list_items(std::string_view array);

/// What people read in a cell: control characters escaped, lists as "a, b".
std::string display_text(const Cell& cell, ColumnType type);

}  // namespace attache
