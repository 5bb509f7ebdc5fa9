// SPDX-License-Identifier: MIT
#include "schema/entries.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

struct Listed {
  std::string_view table, column;
  const char* sql;  ///< of slug, name and definition
};

constexpr std::array<Listed, 6> listed{{
    {"principles", "norm", "SELECT slug, name, definition FROM norms ORDER BY slug"},
    {"principles", "polarity",
     "SELECT 'upheld', NULL, NULL UNION ALL SELECT 'breach-condemned', NULL, NULL"},
    {"priorities", "theme", "SELECT slug, name, scope FROM themes ORDER BY slug"},
    {"organizations", "role", "SELECT slug, NULL, definition FROM roles ORDER BY slug"},
    {"organizations", "kind", "SELECT slug, name, definition FROM body_kinds ORDER BY slug"},
    {"leaders", "office_type",
     "SELECT type AS slug, NULL, NULL FROM office_types WHERE type IS NOT NULL UNION "
     "SELECT of_body, NULL, NULL FROM office_types WHERE of_body IS NOT NULL ORDER BY slug"},
}};

}  // namespace

std::vector<VocabularyEntry> entries_for(const KnowledgeBase& base, std::string_view table,
                                         std::string_view column) {
  std::vector<VocabularyEntry> entries;
  guarded(base.file(), base.connection(), [&] {
    for (const Listed& one : listed) {
      if (one.table != table || one.column != column) continue;
      SQLite::Statement rows(base.connection(), one.sql);
      while (rows.executeStep())
        entries.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                           rows.getColumn(2).getString()});
    }
  });
  return entries;
}

}  // namespace attache
