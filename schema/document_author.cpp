// SPDX-License-Identifier: MIT
#include "schema/document_author.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {

DocumentAuthor author_of(const KnowledgeBase& base, std::int64_t document_id) {
  return guarded(base.file(), base.connection(), [&]() -> DocumentAuthor {
    SQLite::Statement country(base.connection(),
                              "SELECT coalesce(c.name, d.country) FROM documents AS d LEFT JOIN "
                              "countries AS c ON c.iso3 = d.country WHERE d.document_id = ? AND "
                              "d.country IS NOT NULL");
    country.bind(1, document_id);
    if (country.executeStep()) return {country.getColumn(0).getString(), true};
    SQLite::Statement speaker(base.connection(),
                              "SELECT name FROM leaders WHERE document_id = ? AND speaker = 1 "
                              "AND review IS NOT 'rejected' "
                              "ORDER BY leader_id LIMIT 1");
    speaker.bind(1, document_id);
    if (speaker.executeStep()) return {speaker.getColumn(0).getString(), false};
    return {};
  });
}

}  // namespace attache
