// SPDX-License-Identifier: MIT
#include "schema/read_texts.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "schema/catalog.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// Sentences are a range of ids, and have no index by document.
constexpr const char* places_sql =
    "SELECT s.start_byte, s.end_byte FROM documents AS d JOIN sentences AS s ON s.sentence_id >= "
    "d.first_sentence_id AND s.sentence_id < d.first_sentence_id + d.sentence_count WHERE "
    "d.document_id = ?1 AND s.document_id = ?1 ORDER BY s.sentence_id";

void read_places(SQLite::Statement& places, std::int64_t document_id, TextOfDocument& into) {
  into.sentences.clear();
  places.reset();
  places.bind(1, document_id);
  while (places.executeStep()) {
    const auto start = places.getColumn(0).getInt64(), end = places.getColumn(1).getInt64();
    if (start < 0 || end < start || static_cast<std::size_t>(end) > into.text.size())
      throw SQLite::Exception("a sentence of " + into.document + " does not lie in its text",
                              SQLITE_CORRUPT);
    into.sentences.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
  }
}

}  // namespace

void read_texts(const KnowledgeBase& base, const std::vector<FilterValues>& filters,
                const std::function<bool(const TextOfDocument&)>& sink) {
  const Snapshot snapshot(base);
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const TableInfo& table = *find_table("documents");
    Selection selection;
    selection.filters = filters;
    const SelectionSql asked = where_sql(database, table, selection);
    SQLite::Statement rows(
        database,
        "SELECT l.document_id, l.document, l.title, l.country, l.date, t.text FROM "
        "(SELECT document_id, document, title, country, date FROM " +
            std::string(table.view) + asked.sql +
            ") AS l JOIN document_texts AS t ON t.document_id = l.document_id ORDER BY "
            "l.date NULLS LAST, l.document_id");
    int index = 0;
    for (const std::string& value : asked.values) rows.bindNoCopy(++index, value);
    SQLite::Statement places(database, places_sql);
    TextOfDocument document;
    while (rows.executeStep()) {
      document.document = rows.getColumn(1).getString();
      document.title = rows.getColumn(2).getString();
      document.country = rows.getColumn(3).getString();
      document.date = rows.getColumn(4).getString();
      document.text = rows.getColumn(5).getString();
      read_places(places, rows.getColumn(0).getInt64(), document);
      if (!sink(document)) return;
    }
  });
}

}  // namespace attache
