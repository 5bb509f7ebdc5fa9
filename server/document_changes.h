// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <pqxx/pqxx>
#include <vector>

#include "schema/knowledge_base.h"

namespace attache {

/// How the documents of a knowledge base stand to those that are published.
struct DocumentChanges {
  std::vector<std::int64_t> written;  ///< ids to be written, ascending
  std::vector<std::int64_t> erased;   ///< ids on the server whose rows go, ascending
  std::int64_t added = 0, replaced = 0, removed = 0, unchanged = 0;
};

/// Compares by digests over all that is published of a document. Reads both sides once, in the
/// order of ids. Throws as publish() does.
DocumentChanges document_changes(const KnowledgeBase& base, pqxx::transaction_base& transaction);

/// Digests of documents, for the same comparison next time.
class DocumentDigester {
 public:
  explicit DocumentDigester(SQLite::Database& database);
  ~DocumentDigester();
  DocumentDigester(const DocumentDigester&) = delete;
  DocumentDigester& operator=(const DocumentDigester&) = delete;
  std::string of(std::int64_t document_id);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attache
