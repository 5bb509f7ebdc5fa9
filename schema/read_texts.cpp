// SPDX-License-Identifier: MIT
#include "schema/read_texts.h"

#include <SQLiteCpp/Database.h>

#include "schema/catalog.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/text_reader.h"

namespace attache {

void read_texts(const KnowledgeBase& base, const std::vector<FilterValues>& filters,
                const std::function<bool(const TextOfDocument&)>& sink) {
  const Snapshot snapshot(base);
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql asked = documents_listed(database, filters);
    SQLite::Statement rows(database,
                           "SELECT l.document_id, l.document, l.title, l.country, l.date FROM " +
                               asked.sql + " ORDER BY l.date NULLS LAST, l.document_id");
    int index = 0;
    for (const std::string& value : asked.values) rows.bindNoCopy(++index, value);
    TextReader reader(database);
    TextOfDocument document;
    while (rows.executeStep()) {
      document.document = rows.getColumn(1).getString();
      document.title = rows.getColumn(2).getString();
      document.country = rows.getColumn(3).getString();
      document.date = rows.getColumn(4).getString();
      if (reader.read(rows.getColumn(0).getInt64(), document) && !sink(document)) return;
    }
  });
}

}  // namespace attache
