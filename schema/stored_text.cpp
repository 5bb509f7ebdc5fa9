// SPDX-License-Identifier: MIT
#include "schema/stored_text.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <string>

namespace attache {

void StoredText::open(std::int64_t document_id) {
  if (blob_ != nullptr && document_id == document_id_) return;
  sqlite3_blob_close(blob_);
  blob_ = nullptr;
  document_id_ = document_id;
  const int code = sqlite3_blob_open(database_.getHandle(), "main", "document_texts", "text",
                                     document_id, 0, &blob_);
  if (code != SQLITE_OK)
    throw SQLite::Exception("document " + std::to_string(document_id) + " has no text",
                            SQLITE_CORRUPT);
}

bool StoredText::is_boundary(std::int64_t at) const {
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
