// SPDX-License-Identifier: MIT
#include "schema/stored_text.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <string>

#include "schema/spans.h"

namespace attache {

void StoredText::open(std::int64_t document_id) {
  if (document_id == document_id_) return;
  sqlite3_blob_close(blob_);
  blob_ = nullptr;
  document_id_ = 0;
  text_.clear();
  const int code = sqlite3_blob_open(database_.getHandle(), "main", "document_texts", "text",
                                     document_id, 0, &blob_);
  if (code != SQLITE_OK && !read(document_id))
    throw SQLite::Exception("document " + std::to_string(document_id) + " has no text",
                            SQLITE_CORRUPT);
  document_id_ = document_id;
}

/// A published knowledge base has no text in `main`.
bool StoredText::read(std::int64_t document_id) {
  SQLite::Statement row(database_, "SELECT text FROM document_texts WHERE document_id = ?1");
  row.bind(1, document_id);
  if (!row.executeStep()) return false;
  text_ = row.getColumn(0).getString();
  return true;
}

bool StoredText::is_boundary(std::int64_t at) const {
  if (blob_ == nullptr) return attache::is_boundary(text_, at);
  const int size = sqlite3_blob_bytes(blob_);
  if (at < 0 || at > size) return false;
  if (at == size) return true;
  unsigned char byte = 0;
  if (sqlite3_blob_read(blob_, &byte, 1, static_cast<int>(at)) != SQLITE_OK) return false;
  return (byte & 0xC0) != 0x80;
}

bool StoredText::has(std::int64_t start, std::int64_t end) const {
  return start <= end && is_boundary(start) && is_boundary(end);
}

}  // namespace attache
