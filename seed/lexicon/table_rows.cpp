// SPDX-License-Identifier: MIT
#include "seed/lexicon/table_rows.h"

#include <algorithm>
#include <charconv>

namespace attache {

float TableRow::number(std::size_t i, std::string_view what) const {
  const std::string_view cell = (*this)[i];
  float value = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size())
    fail(std::string(what) + " must be a number");
  return value;
}

void TableRow::fail(const std::string& what) const {
  throw DataError(table_.place(*row_) + ": " + what);
}

const CsvTable& table_named(std::span<const CsvTable> tables, std::string_view name) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const CsvTable& table) { return table.name == name; });
  if (found == tables.end()) throw DataError("the lexicon lacks " + std::string(name) + ".csv");
  return *found;
}

void each_row(std::span<const CsvTable> tables, std::string_view table,
              std::initializer_list<std::string_view> columns,
              const std::function<void(const TableRow&)>& visit) {
  const CsvTable& read = table_named(tables, table);
  std::vector<std::size_t> at;
  for (const auto name : columns) at.push_back(read.column(name));
  TableRow row(read, at);
  for (const CsvRow& each : read.rows) {
    row.move_to(each);
    visit(row);
  }
}

bool is_body_kind(std::span<const CsvTable> tables, std::string_view kind) {
  bool known = false;
  each_row(tables, "body_kinds", {"slug"},
           [&](const TableRow& row) { known = known || row[0] == kind; });
  return known;
}

std::string body_kinds_of(std::span<const CsvTable> tables) {
  std::string all;
  each_row(tables, "body_kinds", {"slug"},
           [&](const TableRow& row) { all += (all.empty() ? "" : ", ") + std::string(row[0]); });
  return all;
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace attache
