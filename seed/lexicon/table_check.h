// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "seed/lexicon/column_rules.h"
#include "seed/lexicon/csv_reader.h"

namespace attache {

/// Looks through the rows of a table against its columns' rules. `lexicon` are all tables, with
/// this one's rows; with `own_rows_only` a user's rows alone are looked at. Throws DataError
/// with file and line, the column, the value and what may stand there.
void check_table(const CsvTable& table, bool own_rows_only, std::span<const CsvTable> lexicon,
                 const std::vector<ColumnRule>& rules);

}  // namespace attache
