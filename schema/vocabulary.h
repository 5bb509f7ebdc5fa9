// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/records.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The version of the stored vocabulary; empty where none was stored.
std::string vocabulary_version(SQLite::Database& database);

/// The tables that are filled from the lexicon, with the folded forms of the bodies and the
/// version.
std::span<const std::string_view> vocabulary_tables();

/// All tables whose rows are summed (see RowSums): those, and what documents share besides.
std::span<const std::string_view> summed_tables();

/// Replaces the rows of the named tables and the folded forms of the bodies, and notes the version.
/// Opens no transaction. Throws KnowledgeBaseError where a table or column is none of the
/// vocabulary's.
void write_vocabulary(SQLite::Database& database, const std::vector<VocabularyTable>& tables,
                      const std::string& version);

}  // namespace attache
