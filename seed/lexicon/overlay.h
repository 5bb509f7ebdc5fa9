// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "seed/lexicon/csv_reader.h"
#include "seed/lexicon/data_files.h"

namespace attache {

/// Lays the CSV files of a user's folder over the built-in tables of the same names: a row whose
/// key columns are those of a built-in one stands in its place, the others behind. The rows are
/// looked through (table_check.h), and `digest` gets names and bytes of the files. Throws DataError
/// with file and line.
void lay_over(std::vector<CsvTable>& tables, const std::filesystem::path& folder,
              DataDigest& digest);

}  // namespace attache
