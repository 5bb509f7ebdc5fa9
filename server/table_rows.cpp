// SPDX-License-Identifier: MIT
#include "server/table_rows.h"

#include <SQLiteCpp/Statement.h>

#include <cstring>

#include "schema/column_list.h"
#include "schema/knowledge_base.h"

namespace attache {

TableRows::TableRows(SQLite::Database& database, std::string_view table, const std::string& rows)
    : database_(database),
      name_(table),
      columns_(column_names(database, name_)),
      rows_(prepare(database, "SELECT " + listed(columns_, "t.") + " FROM " + rows)) {}

void TableRows::each(std::optional<std::int64_t> document_id, const Visit& visit) {
  sqlite3_reset(rows_.get());
  if (document_id) sqlite3_bind_int64(rows_.get(), 1, *document_id);
  std::vector<const char*> cells(columns_.size());
  while (step(database_, rows_)) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const int column = static_cast<int>(i);
      cells[i] = reinterpret_cast<const char*>(sqlite3_column_text(rows_.get(), column));
      const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(rows_.get(), column));
      if (cells[i] != nullptr && std::memchr(cells[i], '\0', bytes) != nullptr)
        throw KnowledgeBaseError(
            KnowledgeBaseError::Kind::damaged,
            "column " + columns_[i] + " of " + name_ +
                (document_id ? " (document " + std::to_string(*document_id) + ")" : "") +
                " holds NUL, which PostgreSQL can't; another program has written it, 'attache "
                "check' tells more");
    }
    visit(cells);
  }
  sqlite3_reset(rows_.get());
}

void TableRows::add_to(Digest& digest, std::optional<std::int64_t> document_id) {
  std::int64_t rows = 0;
  each(document_id, [&](const std::vector<const char*>& cells) {
    for (const char* cell : cells)
      if (cell == nullptr) digest.number(-1);
      else digest.text(cell);
    ++rows;
  });
  digest.number(rows);
}

}  // namespace attache
