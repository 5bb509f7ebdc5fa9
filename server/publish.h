// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

#include "schema/knowledge_base.h"
#include "server/session.h"

namespace attache {

/// What a publication changed on the server, in documents.
struct Published {
  std::int64_t added = 0, replaced = 0, removed = 0, unchanged = 0;
  bool tables = false;  ///< whether vocabulary, rules or decisions changed
};

/// Makes the schema on the server hold what the knowledge base holds, in one transaction: documents
/// that are new there or changed are written, those that are gone are erased, the rest is not
/// touched. Another publication into the same schema is waited for, `wait` long. Throws
/// KnowledgeBaseError, SQLite::Exception and what libpqxx throws; then nothing was changed.
Published publish(const KnowledgeBase& base, ServerSession& session, std::chrono::seconds wait);

}  // namespace attache
