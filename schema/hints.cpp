// SPDX-License-Identifier: MIT
#include "schema/hints.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/tables.h"

namespace attache {
namespace {

const FilterInfo* filter_of(const TableInfo& table, const std::string& flag) {
  const auto found = std::find_if(table.filters.begin(), table.filters.end(),
                                  [&](const FilterInfo& filter) { return filter.flag == flag; });
  return found == table.filters.end() ? nullptr : &*found;
}

std::vector<std::string> spellings_of(const KnowledgeBase& base, const FilterInfo& filter) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(), std::string(filter.known));
    std::vector<std::string> spellings;
    while (rows.executeStep())
      if (!rows.getColumn(0).isNull()) spellings.push_back(rows.getColumn(0).getString());
    return spellings;
  });
}

std::vector<std::string> listed(const KnowledgeBase& base, const FilterInfo& filter,
                                const std::vector<std::string>& given) {
  return guarded(base.file(), base.connection(), [&] {
    std::vector<std::string> values;
    for (const std::string& list : given)
      for (std::string& value : values_in(base.connection(), filter, list))
        values.push_back(std::move(value));
    return values;
  });
}

bool matches_nothing(const KnowledgeBase& base, const TableInfo& table, const FilterInfo& filter,
                     const std::string& value) {
  Selection alone;
  alone.filters = {{std::string(filter.flag), {value}}};
  return count(base, table, alone) == 0;
}

}  // namespace

std::vector<std::string> hints_of(const KnowledgeBase& base, const TableInfo& table,
                                  const Selection& selection) {
  std::vector<std::string> lines;
  for (const FilterValues& asked : selection.filters) {
    const FilterInfo* filter = filter_of(table, asked.filter);
    if (filter == nullptr || filter->known.empty()) continue;
    for (const std::string& value : listed(base, *filter, asked.values)) {
      if (!matches_nothing(base, table, *filter, value)) continue;
      const auto spellings = spellings_of(base, *filter);
      lines.push_back("no " + std::string(filter->flag) + " '" + value + "' in " +
                      std::string(table.name) + suggestion(value, spellings, {}));
    }
  }
  return lines;
}

}  // namespace attache
