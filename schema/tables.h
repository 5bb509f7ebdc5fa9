// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "schema/select.h"

namespace attache {

/// A filter of a table: flag, what it takes, and the SQL fragment with one bound value.
struct FilterInfo {
  std::string_view flag;        ///< without dashes, e.g. "role"
  std::string_view metavar;     ///< e.g. "ROLE"
  std::string_view help;        ///< one line for --help
  std::string_view fragment;    ///< SQL with one `?`
  std::string_view vocabulary;  ///< SELECT of the closed list of valid values, or empty where any value goes
};

/// A table that can be asked: the single place that knows its columns, filters and sort keys.
struct TableInfo {
  std::string_view name;         ///< "organizations"
  std::string_view help;         ///< one line for --help
  std::string_view view;         ///< the listing view
  std::string_view evidence_view;///< the view with one row a citation, or empty
  std::vector<ColumnInfo> columns;           ///< all that --columns and --sort accept
  std::vector<std::string_view> shown;       ///< shown by default
  std::vector<std::string_view> order;       ///< default order
  std::vector<FilterInfo> filters;           ///< common ones included
  std::string_view example;      ///< for --help
};

/// All tables that can be asked, in the order of --help.
std::span<const TableInfo> tables();

/// The table of that name, or nullptr.
const TableInfo* find_table(std::string_view name);

}  // namespace attache
