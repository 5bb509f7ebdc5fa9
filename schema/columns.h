// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/select.h"

namespace attache {

/// What may be named besides a table's own columns where it has dates: `year` (a number) and
/// `decade` ("1990s").
std::vector<ColumnInfo> derived_columns(const TableInfo& table);

/// All that a question to the table may name, the derived ones last.
std::vector<ColumnInfo> offered_columns(const TableInfo& table, bool evidence);

/// The one of that name. Throws SelectionError, which names the nearest, or where the column is to
/// be had. `counted_by` names the columns of groups, where `offered` is what is counted of them.
ColumnInfo column_named(const TableInfo& table, const std::vector<ColumnInfo>& offered,
                        const std::string& name, const std::string& counted_by = {});

/// SQL over the table's views that gives the column.
std::string expression_of(const ColumnInfo& column);

}  // namespace attache
