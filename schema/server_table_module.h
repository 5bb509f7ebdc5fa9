// SPDX-License-Identifier: MIT
#pragma once

#include "schema/server_store.h"

namespace attache {

/// Has `database` know the module `published`: CREATE VIRTUAL TABLE temp.NAME USING published gives
/// the rows of the published table NAME, fetched as they are asked for. The store must outlive the
/// database. Throws SQLite::Exception.
void register_server_tables(SQLite::Database& database, ServerStore& store);

}  // namespace attache
