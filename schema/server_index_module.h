// SPDX-License-Identifier: MIT
#pragma once

#include "schema/server_index.h"

namespace attache {

/// Makes temp.sentences_fts of `database`, which is asked as FTS5's tables are: MATCH, rank,
/// bm25(), highlight() and snippet(). The index must outlive the database. Throws
/// SQLite::Exception.
void register_server_index(SQLite::Database& database, ServerIndex& index);

}  // namespace attache
