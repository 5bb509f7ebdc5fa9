// SPDX-License-Identifier: MIT
#pragma once

#include <pqxx/pqxx>

#include "server/session.h"

namespace attache {

/// The version that the newest migration of the server's schema gives.
int newest_server_version();

/// Makes the schema where it is missing and runs the migrations that it lacks, in the transaction
/// that is given. Throws KnowledgeBaseError (foreign) where other tables stand in the schema or the
/// database is not in UTF-8, (newer) where a newer attache has published there; and what libpqxx
/// throws.
void migrate_server(pqxx::transaction_base& transaction, const ServerSession& session);

/// Throws KnowledgeBaseError unless the schema holds what this program can ask: (missing) where
/// nothing is published there, (foreign), (newer), (older).
void require_publication(pqxx::transaction_base& transaction, const ServerSession& session);

}  // namespace attache
