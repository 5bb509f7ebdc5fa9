// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace SQLite {
class Database;
}

namespace attache {

/// Looks at single bytes of stored texts, which SQLite reads without the rest.
class StoredText {
 public:
  explicit StoredText(SQLite::Database& database) : database_(database) {}
  ~StoredText() { sqlite3_blob_close(blob_); }
  StoredText(const StoredText&) = delete;
  StoredText& operator=(const StoredText&) = delete;

  /// Throws SQLite::Exception (SQLITE_CORRUPT) where the document has no text.
  void open(std::int64_t document_id);

  /// Whether the open text has bytes `start` to `end` that begin and end between characters.
  bool has(std::int64_t start, std::int64_t end) const;

 private:
  bool is_boundary(std::int64_t at) const;
  bool read(std::int64_t document_id);

  SQLite::Database& database_;
  sqlite3_blob* blob_ = nullptr;  // owned
  std::string text_;              ///< the whole, where the text does not lie in a file
  std::int64_t document_id_ = 0;  // SQLite's ids begin at 1
};

}  // namespace attache
