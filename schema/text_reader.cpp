// SPDX-License-Identifier: MIT
#include "schema/text_reader.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "schema/tables.h"

namespace attache {
namespace {

/// Sentences are a range of ids, and have no index by document.
constexpr const char* places_sql =
    "SELECT s.start_byte, s.end_byte, s.paragraph FROM documents AS d JOIN sentences AS s ON "
    "s.sentence_id >= d.first_sentence_id AND s.sentence_id < d.first_sentence_id + "
    "d.sentence_count WHERE d.document_id = ?1 AND s.document_id = ?1 ORDER BY s.sentence_id";

}  // namespace

TextReader::TextReader(SQLite::Database& database)
    : text_(database, "SELECT text FROM document_texts WHERE document_id = ?"),
      places_(database, places_sql) {}

bool TextReader::read(std::int64_t document_id, TextOfDocument& into) {
  text_.reset();
  text_.bind(1, document_id);
  if (!text_.executeStep()) return false;
  into.text = text_.getColumn(0).getString();
  into.sentences.clear();
  places_.reset();
  places_.bind(1, document_id);
  while (places_.executeStep()) {
    const auto start = places_.getColumn(0).getInt64(), end = places_.getColumn(1).getInt64();
    if (start < 0 || end < start || static_cast<std::size_t>(end) > into.text.size())
      throw SQLite::Exception("a sentence of " + into.document + " does not lie in its text",
                              SQLITE_CORRUPT);
    into.sentences.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end),
                              places_.getColumn(2).getUInt()});
  }
  return true;
}

SelectionSql documents_listed(SQLite::Database& database, const std::vector<FilterValues>& filters,
                              std::vector<std::string> before) {
  const TableInfo& table = *find_table("documents");
  Selection selection;
  selection.filters = filters;
  SelectionSql asked = where_sql(database, table, selection, std::move(before));
  asked.sql = "(SELECT document_id, document, title, country, date FROM " +
              std::string(table.view) + asked.sql + ") AS l";
  return asked;
}

void each_listed(SQLite::Statement& rows, const SelectionSql& asked,
                 const std::function<bool(std::int64_t, TextOfDocument&)>& visit) {
  int index = 0;
  for (const std::string& value : asked.values) rows.bindNoCopy(++index, value);
  TextOfDocument document;
  while (rows.executeStep()) {
    document.document = rows.getColumn(1).getString();
    document.title = rows.getColumn(2).getString();
    document.country = rows.getColumn(3).getString();
    document.date = rows.getColumn(4).getString();
    if (!visit(rows.getColumn(0).getInt64(), document)) return;
  }
}

}  // namespace attache
