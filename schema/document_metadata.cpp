// SPDX-License-Identifier: MIT
#include "schema/document_metadata.h"

#include <SQLiteCpp/Database.h>

#include "schema/bind.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

constexpr const char* entries_of_one =
    "SELECT key, value FROM document_metadata WHERE document_id = ? ORDER BY ordinal";

std::vector<MetadataRecord> entries(SQLite::Statement& rows, std::int64_t document_id) {
  rows.reset();
  rows.bind(1, document_id);
  std::vector<MetadataRecord> found;
  while (rows.executeStep())
    found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString()});
  rows.reset();
  return found;
}

}  // namespace

DocumentMetadata::DocumentMetadata(SQLite::Database& database)
    : insert_(database,
              "INSERT INTO document_metadata(document_id, ordinal, key, value) VALUES (?, ?, ?, "
              "?)"),
      erase_(database, "DELETE FROM document_metadata WHERE document_id = ?"),
      read_(database, entries_of_one) {}

void DocumentMetadata::write(std::int64_t document_id, const std::vector<MetadataRecord>& entries) {
  erase(document_id);
  std::int64_t ordinal = 0;
  for (const MetadataRecord& entry : entries) {
    insert_.reset();
    insert_.bind(1, document_id);
    insert_.bind(2, ordinal++);
    insert_.bindNoCopy(3, entry.key);
    insert_.bindNoCopy(4, entry.value);  // an empty value is a value, not NULL
    insert_.exec();
  }
  insert_.reset();
}

void DocumentMetadata::erase(std::int64_t document_id) { run(erase_, document_id); }

std::vector<MetadataRecord> DocumentMetadata::read(std::int64_t document_id) {
  return entries(read_, document_id);
}

void add_metadata(SQLite::Database& database, std::vector<StoredDocument>& documents) {
  SQLite::Statement rows(
      database,
      "SELECT document_id, key, value FROM document_metadata ORDER BY document_id, ordinal");
  auto document = documents.begin();
  while (rows.executeStep()) {
    const std::int64_t id = rows.getColumn(0).getInt64();
    while (document != documents.end() && document->document_id < id) ++document;
    if (document != documents.end() && document->document_id == id)
      document->metadata.push_back({rows.getColumn(1).getString(), rows.getColumn(2).getString()});
  }
}

std::vector<MetadataRecord> metadata_of(const KnowledgeBase& base, std::int64_t document_id) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(), entries_of_one);
    return entries(rows, document_id);
  });
}

}  // namespace attache
