// SPDX-License-Identifier: MIT
#include "schema/copied_rows.h"

#include <algorithm>

namespace attache {

std::size_t CopiedRows::place(std::string_view column) const {
  return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) -
                                  columns_.begin());
}

void CopiedRows::clear() {
  cells_.clear();
  bytes_.clear();
  has_text_ = false;
}

bool CopiedRows::add(const Prepared& row) {
  for (int i = 0; i < static_cast<int>(columns_.size()); ++i) {
    // One call for the value, where the type and the number would look it up twice.
    sqlite3_value* value = sqlite3_column_value(row.get(), i);
    Cell& cell = cells_.emplace_back();
    cell.type = sqlite3_value_type(value);
    if (cell.type == SQLITE_INTEGER) cell.number = sqlite3_value_int64(value);
    else if (cell.type != SQLITE_NULL && !add_text(value, cell)) return false;
  }
  return true;
}

void CopiedRows::add(const CopiedRows& rows, std::size_t row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Cell& from = rows.at(row, i);
    Cell& cell = cells_.emplace_back(from);
    if (cell.type == SQLITE_TEXT || cell.type == SQLITE_BLOB) add_text(rows.text(from), cell);
  }
}

void CopiedRows::add_bytes(std::string_view bytes) {
  Cell& cell = cells_.emplace_back();
  cell.type = SQLITE_BLOB;
  add_text(bytes, cell);
}

bool CopiedRows::add_text(sqlite3_value* value, Cell& cell) {
  if (cell.type != SQLITE_TEXT) return false;
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (text == nullptr) return false;
  add_text({text, static_cast<std::size_t>(sqlite3_value_bytes(value))}, cell);
  return true;
}

void CopiedRows::add_text(std::string_view text, Cell& cell) {
  has_text_ = true;
  cell.number = static_cast<std::int64_t>(bytes_.size());
  cell.size = text.size();
  bytes_ += text;
}

}  // namespace attache
