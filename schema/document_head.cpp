// SPDX-License-Identifier: MIT
#include "schema/document_head.h"

#include <SQLiteCpp/Statement.h>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {

DocumentHead document_head(const KnowledgeBase& base, std::int64_t document_id) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement row(base.connection(),
                          "SELECT slug, title, country, date, language, source FROM documents "
                          "WHERE document_id = ?");
    row.bind(1, document_id);
    if (!row.executeStep()) return DocumentHead{};
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    return DocumentHead{text(0), text(1), text(2), text(3), text(4), text(5)};
  });
}

}  // namespace attache
