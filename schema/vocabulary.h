// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/records.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The version of the stored vocabulary; empty where none was stored.
std::string vocabulary_version(SQLite::Database& database);

/// Replaces the rows of the named tables and the folded forms of the bodies, and notes the version.
/// Opens no transaction. Throws KnowledgeBaseError where a table or column is none of the
/// vocabulary's.
void write_vocabulary(SQLite::Database& database, const std::vector<VocabularyTable>& tables,
                      const std::string& version);

}  // namespace attache
