// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/tables.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The values that a user gives at once, "AZE,GEO"; one where the filter takes no lists, or knows
/// the whole as it stands.
std::vector<std::string> values_in(SQLite::Database& database, const FilterInfo& filter,
                                   const std::string& given);

/// What is given becomes this when it is bound in the filter's fragment: one value, or several
/// where it is a list or a spelling stands for several. Throws SelectionError where the filter does
/// not take it.
std::vector<std::string> bound_values(SQLite::Database& database, const FilterInfo& filter,
                                      const std::string& given);

/// The same of a filter that is asked for as an option, which the error names where
/// it would begin with the value: "--since: 'soon' is not a date".
std::vector<std::string> option_values(SQLite::Database& database, const FilterInfo& filter,
                                       const std::string& given);

/// `values` in groups: values of one group are alternatives, and each group must hold. One group
/// but for --meta, where it is all that asks for the same key.
std::vector<std::vector<std::string>> alternatives_of(const FilterInfo& filter,
                                                      const std::vector<std::string>& values);

}  // namespace attache
