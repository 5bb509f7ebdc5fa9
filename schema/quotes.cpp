// SPDX-License-Identifier: MIT
#include "schema/quotes.h"

#include <string>
#include <variant>

#include "schema/spans.h"

namespace attache {

Cell cell_of(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL: return std::monostate{};
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT: return sqlite3_column_double(row, column);
    default: break;
  }
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

Cell Quotes::cut(sqlite3_stmt* row, int document, int place) {
  if (sqlite3_column_type(row, place) == SQLITE_NULL) return std::monostate{};
  read(sqlite3_column_int64(row, document));
  const auto start = sqlite3_column_int64(row, place);
  const auto quote = attache::cut(text_, start, sqlite3_column_int64(row, place + 1));
  if (!quote)
    throw SQLite::Exception("no quote stands at byte " + std::to_string(start) + " of document " +
                                std::to_string(document_id_),
                            SQLITE_CORRUPT);
  return *quote;
}

void Quotes::read(std::int64_t document_id) {
  if (!statement_)
    statement_ = prepare(database_, "SELECT text FROM document_texts WHERE document_id = ?");
  if (document_id == document_id_) return;
  sqlite3_reset(statement_.get());
  sqlite3_bind_int64(statement_.get(), 1, document_id);
  text_ = {};
  if (step(database_, statement_)) {
    // Whatever type another hand has stored, it is read as text; NULL is empty.
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), 0));
    text_ = {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), 0))};
  }
  document_id_ = document_id;
}

}  // namespace attache
