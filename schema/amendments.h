// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/review.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The columns of a table that a person can amend, in order; empty where it has none.
std::vector<std::string> amendable_columns(const std::string& table);

/// What COLUMN=VALUE of `sets` come to: columns that can be amended, values of closed vocabularies
/// by their slugs, and with a body its name, acronym and kind. Throws SelectionError.
std::vector<ColumnValue> amendments(SQLite::Database& database, const std::string& table,
                                    const std::vector<std::string>& sets);

}  // namespace attache
