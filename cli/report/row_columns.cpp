// SPDX-License-Identifier: MIT
#include "cli/report/row_columns.h"

#include <algorithm>

namespace attache {

std::vector<std::string> row_columns(const TableInfo& table) {
  std::vector<std::string> columns;
  for (const std::string_view column : table.shown)
    if (column != "citations" && column != "document") columns.emplace_back(column);
  return columns;
}

CitedRowsQuestion row_question(const TableInfo& table, std::vector<FilterValues> filters,
                               std::uint64_t limit, const std::vector<std::string>& more) {
  CitedRowsQuestion question{std::move(filters), row_columns(table), limit};
  question.columns.insert(question.columns.end(), more.begin(), more.end());
  return question;
}

std::string cell_words(const TableInfo& table, const std::string& column,
                       const std::optional<std::string>& cell) {
  if (!cell) return {};
  const auto info = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const ColumnInfo& one) { return one.name == column; });
  const bool is_boolean = info != table.columns.end() && info->type == ColumnType::boolean;
  if (!is_boolean) return *cell;
  return *cell == "0" ? "no" : "yes";
}

std::string row_words(const CitedRow& row) {
  for (const std::optional<std::string>& cell : row.cells)
    if (cell && !cell->empty()) return *cell;
  return {};
}

std::string column_words(std::string_view column) {
  std::string words(column);
  std::replace(words.begin(), words.end(), '_', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 32);
  return words;
}

}  // namespace attache
