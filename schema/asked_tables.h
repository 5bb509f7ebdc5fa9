// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "schema/select.h"

namespace attache {

struct TableInfo;

/// The tables that hold what documents say: those whose rows have evidence.
std::vector<const TableInfo*> said_tables();

/// The tables of what documents say that filters of rows ask: one that a single table has asks that
/// table; one that several have asks those of them that are asked already, and where none is, all
/// of them. Empty where every table has all filters. In the order of tables().
std::vector<std::string_view> asked_tables(const std::vector<FilterValues>& filters);

}  // namespace attache
