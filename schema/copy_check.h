// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "schema/check.h"
#include "schema/records.h"

namespace SQLite {
class Database;
}

namespace attache {

/// Compares what is said of documents with the copies, and the tables that documents share with
/// their sums. Gives each problem to `report`. Throws SQLite::Exception.
void check_copies(SQLite::Database& database, const std::function<void(const Problem&)>& report);

/// Compares the vocabulary with `tables`, where it was filled from a lexicon of this version. The
/// sums may have been changed together with the rows; these can't. Gives how many problems were
/// told. Throws KnowledgeBaseError.
std::uint64_t check_vocabulary(const KnowledgeBase& base,
                               const std::vector<VocabularyTable>& tables,
                               const std::string& version,
                               const std::function<void(const Problem&)>& report);

}  // namespace attache
