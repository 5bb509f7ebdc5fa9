// SPDX-License-Identifier: MIT
#include "schema/compare.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct Compared {
  std::string_view table;
  std::vector<ColumnInfo> columns;
  std::string_view groups;     ///< what makes rows speak of one thing, in SQL
  std::string_view same;       ///< the same as one text
  std::string_view condition;  ///< which rows count
};

const std::array<Compared, 4>& compared() {
  static const std::array<Compared, 4> all{{
      {"principles", {{"norm"}}, "norm", "norm", "norm IS NOT NULL"},
      {"priorities", {{"theme"}}, "theme", "theme", "theme IS NOT NULL"},
      {"organizations",
       {{"name"}, {"body"}, {"role"}},
       "coalesce(body, name), role",
       "coalesce(body, name) || char(31) || coalesce(role, '')",
       "(role_country IS NULL OR role_country = coalesce(country, role_country))"},
      {"leaders",
       {{"name"}, {"office_type"}},
       "name, office_type",
       "name || char(31) || coalesce(office_type, '')",
       ""},
  }};
  return all;
}

const Compared* find_compared(const std::string& table) {
  const auto& all = compared();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Compared& c) { return c.table == table; });
  return found == all.end() ? nullptr : &*found;
}

using Filters = std::vector<FilterValues>;

Filters joined(std::initializer_list<const Filters*> parts) {
  Filters all;
  for (const Filters* part : parts) all.insert(all.end(), part->begin(), part->end());
  return all;
}

SelectionSql where_of(SQLite::Database& database, const TableInfo& table, const Filters& filters,
                      std::vector<std::string> before = {}) {
  Selection selection;
  selection.filters = filters;
  return where_sql(database, table, selection, std::move(before));
}

SQLite::Statement bound(SQLite::Database& database, const SelectionSql& asked) {
  SQLite::Statement statement(database, asked.sql);
  int index = 0;
  for (const std::string& value : asked.values) statement.bind(++index, value);
  return statement;
}

std::int64_t documents_of(SQLite::Database& database, const Filters& filters) {
  const TableInfo& table = *find_table("documents");
  SelectionSql asked = where_of(database, table, filters);
  asked.sql = "SELECT count(*) FROM " + std::string(table.view) + asked.sql;
  auto row = bound(database, asked);
  row.executeStep();
  return row.getColumn(0).getInt64();
}

/// What a side says, one row a thing: what it is, documents, citations and the earliest row's key.
/// Documents are chosen once, not anew for each of their rows. Each document's things are grouped
/// first, as their rows lie in the file, then those of all documents. With a single min() in it,
/// SQLite takes the other columns from the row that has the least.
SelectionSql things_sql(SQLite::Database& database, const TableInfo& table, const Compared& of,
                        const Filters& documents, const Filters& said) {
  const TableInfo& all = *find_table("documents");
  const SelectionSql asked = where_of(database, all, documents);
  SelectionSql narrowed = where_of(database, table, said, asked.values);
  std::string where = narrowed.sql + (narrowed.sql.empty() ? " WHERE " : " AND ") +
                      "document_id IN (SELECT document_id FROM " + std::string(all.view) +
                      asked.sql + ")";
  if (!of.condition.empty()) where += " AND " + std::string(of.condition);
  narrowed.sql = "SELECT same, count(*), sum(cited), first, min(place) FROM (SELECT " +
                 std::string(of.same) + " AS same, sum(citations) AS cited, min(" +
                 std::string(table.order.front()) +
                 ") AS first, coalesce(date, '9999') || ' ' || document AS place FROM " +
                 std::string(table.view) + where + " GROUP BY document_id, " +
                 std::string(of.groups) + ") GROUP BY same";
  return narrowed;
}

/// The reference and the compared columns of rows by their keys.
class Described {
 public:
  Described(SQLite::Database& database, const TableInfo& table, const Compared& of)
      : columns_(static_cast<int>(of.columns.size())),
        statement_(database, statement_of(table, of)) {}

  std::string describe(std::int64_t key, ComparedRow& row) {
    statement_.reset();
    statement_.bind(1, key);
    if (!statement_.executeStep()) return "";
    for (int i = 0; row.key.size() < static_cast<std::size_t>(columns_); ++i)
      row.key.push_back(statement_.getColumn(i + 1).getString());
    return statement_.getColumn(0).getString();
  }

 private:
  static std::string statement_of(const TableInfo& table, const Compared& of) {
    std::string columns;
    for (const ColumnInfo& column : of.columns) columns += ", " + column.name;
    return "SELECT ref" + columns + " FROM " + std::string(table.view) + " WHERE " +
           std::string(table.order.front()) + " = ?";
  }

  int columns_;
  SQLite::Statement statement_;
};

/// Rows by what makes them the same.
using Rows = std::map<std::string, ComparedRow>;

void count(SQLite::Database& database, const CompareQuestion& question, const Compared& of,
           const Side& side, SideCount ComparedRow::*which, Rows& rows) {
  const TableInfo& table = *find_table(question.table);
  Described described(database, table, of);
  auto row = bound(database, things_sql(database, table, of,
                                        joined({&side.filters, &question.filters}), question.said));
  while (row.executeStep()) {
    ComparedRow& found = rows[row.getColumn(0).getString()];
    found.*which = {row.getColumn(1).getInt64(), row.getColumn(2).getInt64(),
                    described.describe(row.getColumn(3).getInt64(), found)};
  }
}

/// 0 for what both say, 1 for what A alone says, 2 for B.
int group_of(const ComparedRow& row) {
  if (row.b.documents == 0) return 1;
  return row.a.documents == 0 ? 2 : 0;
}

}  // namespace

std::vector<ColumnInfo> compared_columns(const std::string& table) {
  const Compared* found = find_compared(table);
  return found == nullptr ? std::vector<ColumnInfo>() : found->columns;
}

Comparison compare(const KnowledgeBase& base, const CompareQuestion& question) {
  return guarded(base.file(), base.connection(), [&] {
    const Compared* of = find_compared(question.table);
    if (of == nullptr) throw SelectionError(question.table + " can't be compared");
    SQLite::Database& database = base.connection();
    Comparison comparison;
    comparison.documents_a =
        documents_of(database, joined({&question.a.filters, &question.filters}));
    comparison.documents_b =
        documents_of(database, joined({&question.b.filters, &question.filters}));
    Rows rows;
    count(database, question, *of, question.a, &ComparedRow::a, rows);
    count(database, question, *of, question.b, &ComparedRow::b, rows);
    for (auto& [same, row] : rows) comparison.rows.push_back(std::move(row));
    std::stable_sort(comparison.rows.begin(), comparison.rows.end(),
                     [](const ComparedRow& x, const ComparedRow& y) {
                       return std::make_tuple(group_of(x), -x.a.documents - x.b.documents, x.key) <
                              std::make_tuple(group_of(y), -y.a.documents - y.b.documents, y.key);
                     });
    return comparison;
  });
}

}  // namespace attache
