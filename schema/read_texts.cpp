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
    TextReader reader(database);
    each_listed(rows, asked, [&](std::int64_t id, TextOfDocument& document) {
      return !reader.read(id, document) || sink(document);
    });
  });
}

}  // namespace attache
