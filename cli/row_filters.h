// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "schema/tables.h"

namespace attache {

/// All filters of the tables that hold what documents say, each once, but those of documents. One
/// that two tables understand differently says so; `helps` keeps these words and must outlive the
/// filters.
std::vector<FilterInfo> row_filters(std::deque<std::string>& helps);

/// Whether the filter of any table takes no value.
bool is_flag(std::string_view filter);

}  // namespace attache
