// SPDX-License-Identifier: MIT
#include "schema/tally.h"

#include <SQLiteCpp/Statement.h>

#include <array>

#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// The vocabulary that names a column's values.
struct Names {
  std::string_view column;
  std::string_view select;  ///< SQL for the name of `value`
};

constexpr std::array<Names, 4> vocabularies{{
    {"norm", "(SELECT name FROM norms WHERE slug = value)"},
    {"theme", "(SELECT name FROM themes WHERE slug = value)"},
    {"body", "(SELECT name FROM bodies WHERE slug = value)"},
    {"country", "(SELECT name FROM countries WHERE iso3 = value)"},
}};

std::string name_of_value(std::string_view column) {
  for (const Names& names : vocabularies)
    if (names.column == column) return std::string(names.select);
  return "NULL";
}

/// `head` of the rows of the table's view that the filters let through, then `tail`.
SQLite::Statement asked(SQLite::Database& database, const TableInfo& table,
                        const std::vector<FilterValues>& filters, const std::string& head,
                        const std::string& tail) {
  Selection selection;
  selection.filters = filters;
  const SelectionSql where = where_sql(database, table, selection);
  SQLite::Statement statement(database,
                              head + " FROM " + view_of(table, selection) + where.sql + tail);
  int index = 0;
  for (const std::string& value : where.values) statement.bind(++index, value);
  return statement;
}

}  // namespace

Tallies tally(const KnowledgeBase& base, const TableInfo& table,
              const std::vector<FilterValues>& filters, std::string_view column, unsigned most) {
  return guarded(base.file(), base.connection(), [&] {
    const std::string of = identifier(column);
    auto row = asked(base.connection(), table, filters,
                     "SELECT value, coalesce(" + name_of_value(column) +
                         ", value), documents, rows, count(*) OVER () FROM (SELECT " + of +
                         " AS value, count(DISTINCT document_id) AS documents, count(*) AS rows",
                     " GROUP BY 1) WHERE value IS NOT NULL ORDER BY documents DESC, rows DESC, "
                     "value LIMIT " +
                         std::to_string(most));
    Tallies tallies;
    while (row.executeStep()) {
      tallies.first.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(),
                               row.getColumn(2).getInt64(), row.getColumn(3).getInt64()});
      tallies.values = row.getColumn(4).getInt64();
    }
    return tallies;
  });
}

std::vector<YearCount> documents_by_year(const KnowledgeBase& base,
                                         const std::vector<FilterValues>& filters) {
  return guarded(base.file(), base.connection(), [&] {
    auto row = asked(base.connection(), *find_table("documents"), filters,
                     "SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, count(*), "
                     "substr(date, 1, 4) GLOB '[0-9][0-9][0-9][0-9]' AS known",
                     " GROUP BY year, known HAVING known ORDER BY year");
    std::vector<YearCount> years;
    while (row.executeStep())
      years.push_back({row.getColumn(0).getInt(), row.getColumn(1).getInt64()});
    return years;
  });
}

RowCount row_count(const KnowledgeBase& base, const TableInfo& table,
                   const std::vector<FilterValues>& filters) {
  return guarded(base.file(), base.connection(), [&] {
    auto row = asked(base.connection(), table, filters,
                     "SELECT count(*), count(DISTINCT document_id)", "");
    row.executeStep();
    return RowCount{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
  });
}

}  // namespace attache
