// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/columns.h"
#include "schema/selection_sql.h"

namespace attache {

/// Whether the selection gives its groups (how often, or that there are any) and not rows.
bool gives_groups(const Selection& selection);

/// The names of the columns that make the groups, where the selection gives groups; else empty.
std::string grouped_by(const Selection& selection);

/// What a selection that gives groups offers: the columns that make them and, where they are
/// counted, `rows`, `documents`, with evidence `sentences`, and with shares of what and which. What
/// is a key's name already is called `entries`.
/// Throws SelectionError.
std::vector<ColumnInfo> group_columns(const TableInfo& table, const Selection& selection);

/// Its statement: one row a group. Throws SelectionError.
SelectionSql groups_sql(SQLite::Database& database, const TableInfo& table,
                        const Selection& selection);

/// A WHERE clause that keeps the first or the last row by date of each group. Rows that lack one of
/// the group's columns are in no group; a row without a date counts where its group has no other.
/// Throws SelectionError.
SelectionSql ends_sql(SQLite::Database& database, const TableInfo& table,
                      const Selection& selection);

}  // namespace attache
