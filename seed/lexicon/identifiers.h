// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/lexicon/csv_reader.h"

namespace attache {

/// Whether a table holds identifiers of the lexicon's entries, or what they come near to in the
/// codes of others: `identifiers` or `crosswalks`.
bool holds_identifiers(const CsvTable& table);

/// Looks through such a table's rows: each names an entry that `lexicon` has (with this table's own
/// rows, if it is one that was added), a scheme of `identifier_schemes` whose form the value fits,
/// and in `identifiers` no value that another entry of the kind has, but with a note that says why;
/// in `crosswalks` a relation of those that there are.
/// Throws DataError with file and line.
void check_identifiers(const CsvTable& table, const std::vector<CsvTable>& lexicon);

}  // namespace attache
