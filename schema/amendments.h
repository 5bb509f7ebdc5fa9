// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/review.h"

namespace SQLite {
class Database;
}

namespace attache {

class KnowledgeBase;

/// The columns of a table that a person can amend, in order; empty where it has none.
std::vector<std::string> amendable_columns(const std::string& table);

/// A column that can be amended, and what its values are.
struct AmendableColumn {
  std::string_view name;
  std::string vocabulary;                ///< of vocabularies(); empty where there is none
  std::vector<std::string_view> values;  ///< of a list that is no vocabulary
};
/// Those of all tables, each once.
std::vector<AmendableColumn> amendable_columns();

/// What COLUMN=VALUE of `sets` come to: columns that can be amended, values of closed vocabularies
/// by their slugs, and with a body its name, acronym and kind; without one neither acronym nor
/// kind. Throws SelectionError.
std::vector<ColumnValue> amendments(SQLite::Database& database, const std::string& table,
                                    const std::vector<std::string>& sets);

/// Refuses what amendments() refuses. Throws SelectionError, KnowledgeBaseError.
void check_amendments(const KnowledgeBase& base, const std::string& table,
                      const std::vector<std::string>& sets);

}  // namespace attache
