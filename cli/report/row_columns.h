// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/report/html_text.h"
#include "schema/cited_rows.h"
#include "schema/tables.h"

namespace attache {

/// The columns of a table that a page shows: those that are shown by default, but for those that
/// say where a row is from.
std::vector<std::string> row_columns(const TableInfo& table);

/// The same with `more` behind them, as a question about all rows of these filters.
CitedRowsQuestion row_question(const TableInfo& table, std::vector<FilterValues> filters,
                               std::uint64_t limit, const std::vector<std::string>& more);

/// A cell's words: a boolean is yes or no, nothing is nothing.
std::string cell_words(const TableInfo& table, const std::string& column,
                       const std::optional<std::string>& cell);

/// The first words of a row that say what it is of: "Sovereignty".
std::string row_words(const CitedRow& row);

/// A column's name as people write it: "office country".
std::string column_words(std::string_view column);

}  // namespace attache
