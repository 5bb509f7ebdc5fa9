// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <vector>

#include "schema/records.h"

namespace attache {

class KnowledgeBase;
struct StoredDocument;

/// Writes and reads what is said of documents in words of their own. Opens no transaction. Throws
/// SQLite::Exception.
class DocumentMetadata {
 public:
  explicit DocumentMetadata(SQLite::Database& database);

  /// Puts `entries` in the place of what is stored of the document.
  void write(std::int64_t document_id, const std::vector<MetadataRecord>& entries);
  void erase(std::int64_t document_id);
  std::vector<MetadataRecord> read(std::int64_t document_id);

 private:
  SQLite::Statement insert_, erase_, read_;
};

/// Adds to `documents`, which stand in the order of their ids, what is stored of each.
void add_metadata(SQLite::Database& database, std::vector<StoredDocument>& documents);

/// What is stored of one document, in its order. Throws KnowledgeBaseError.
std::vector<MetadataRecord> metadata_of(const KnowledgeBase& base, std::int64_t document_id);

}  // namespace attache
