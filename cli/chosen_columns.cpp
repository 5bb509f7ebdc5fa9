// SPDX-License-Identifier: MIT
#include "cli/chosen_columns.h"

#include <algorithm>

#include "cli/column_name.h"
#include "cli/error.h"
#include "schema/nearest.h"
#include "schema/value_lists.h"

namespace attache {

std::vector<std::string_view> names_of(std::span<const ColumnInfo> columns) {
  std::vector<std::string_view> names;
  for (const ColumnInfo& column : columns) names.emplace_back(column.name);
  return names;
}

std::vector<std::string> each_once(const std::vector<std::string>& columns) {
  std::vector<std::string> once;
  for (const std::string& column : columns)
    if (std::find(once.begin(), once.end(), column) == once.end()) once.push_back(column);
  return once;
}

ChosenColumns::ChosenColumns(std::span<const ColumnInfo> offered,
                             const std::vector<std::string>& wanted,
                             std::span<const std::string_view> usual, bool for_people,
                             std::string_view whose) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : offered) names.push_back(column.name);
  std::vector<std::string> shown = wanted;
  if (wanted.empty() && for_people) shown.assign(usual.begin(), usual.end());
  else if (wanted.empty() || std::find(wanted.begin(), wanted.end(), "all") != wanted.end())
    shown = names;
  for (const std::string& name : each_once(shown)) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
      throw UsageError(std::string(whose) + " no column '" + name + "'" +
                       suggestion(name, names, names));
    places_.push_back(static_cast<std::size_t>(found - names.begin()));
    columns_.push_back(offered[places_.back()]);
  }
}

void ChosenColumns::write(RowWriter& writer, std::span<const Cell> cells) const {
  std::vector<Cell> kept;
  for (const std::size_t place : places_) kept.push_back(cells[place]);
  writer.row(kept);
}

CLI::Validator column_name() {
  return CLI::Validator(
      [](std::string& column) {
        column = CLI::detail::to_lower(trimmed(column));
        return std::string();
      },
      "");
}

CLI::Option* add_columns_option(CLI::App& app, const char* name, std::vector<std::string>& columns,
                                const std::string& help) {
  return app.add_option(name, columns, help)
      ->type_name("A,B,...")
      ->delimiter(',')
      ->transform(column_name())
      ->allow_extra_args(false);
}

std::string list_of(std::span<const ColumnInfo> columns) {
  std::string out;
  for (const ColumnInfo& column : columns) out += (out.empty() ? "" : ", ") + column.name;
  return out;
}

}  // namespace attache
