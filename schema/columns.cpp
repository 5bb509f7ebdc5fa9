// SPDX-License-Identifier: MIT
#include "schema/columns.h"

#include <algorithm>

#include "schema/identifier.h"
#include "schema/nearest.h"
#include "schema/refusal.h"
#include "schema/tables.h"

namespace attache {
namespace {

constexpr std::string_view year = "year";
constexpr std::string_view decade = "decade";

bool has(const std::vector<ColumnInfo>& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const ColumnInfo& column) { return column.name == name; });
}

std::vector<std::string> names_of(const std::vector<ColumnInfo>& columns) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : columns) names.push_back(column.name);
  return names;
}

/// Where a column that is not offered here is to be had; empty where nowhere.
std::string elsewhere(const TableInfo& table, const std::string& name) {
  if (has(table.evidence_columns, name)) return "; it comes with --evidence";
  if (has(table.columns, name)) return "; it has no place beside --evidence";
  std::string others;
  for (const TableInfo& other : tables())
    if (has(other.columns, name) || has(other.evidence_columns, name))
      (others += others.empty() ? "; it is a column of " : ", ") += other.name;
  return others;
}

std::string hint_of(const TableInfo& table, const std::vector<ColumnInfo>& offered,
                    const std::string& name, bool counted) {
  const auto names = names_of(offered);
  if (counted && name.find("of_") != std::string::npos) return "; it comes with --share";
  if (counted) return advice(name, names, names, {});
  if (const std::string where = elsewhere(table, name); !where.empty()) return where;
  const bool command = find_table(table.name) != nullptr;
  const auto all = nearest(name, names).empty() ? names : std::vector<std::string>();
  return advice(name, names, all,
                "attache " + (command ? std::string(table.name) : "vocabulary") + " --help");
}

}  // namespace

std::vector<ColumnInfo> derived_columns(const TableInfo& table) {
  if (!has(table.columns, "date")) return {};
  return {{std::string(year), ColumnType::integer, "CAST(substr(date, 1, 4) AS INTEGER)"},
          {std::string(decade), ColumnType::text, "substr(date, 1, 3) || '0s'"}};
}

std::vector<ColumnInfo> offered_columns(const TableInfo& table, bool evidence) {
  std::vector<ColumnInfo> columns;
  // A count of citations has no place beside single ones.
  for (const ColumnInfo& column : table.columns)
    if (!evidence || column.name != "citations") columns.push_back(column);
  if (evidence)
    columns.insert(columns.end(), table.evidence_columns.begin(), table.evidence_columns.end());
  const auto derived = derived_columns(table);
  columns.insert(columns.end(), derived.begin(), derived.end());
  return columns;
}

ColumnInfo column_named(const TableInfo& table, const std::vector<ColumnInfo>& offered,
                        const std::string& name, const std::string& counted_by) {
  const auto found = std::find_if(offered.begin(), offered.end(),
                                  [&](const ColumnInfo& c) { return c.name == name; });
  if (found != offered.end()) return *found;
  const std::string counted = counted_by.empty() ? "" : " counted by " + counted_by;
  throw SelectionError(std::string(table.name) + counted + " have no column '" + name + "'" +
                       hint_of(table, offered, name, !counted_by.empty()));
}

std::string expression_of(const ColumnInfo& column) {
  return column.expression.empty() ? identifier(column.name) : column.expression;
}

}  // namespace attache
