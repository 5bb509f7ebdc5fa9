// SPDX-License-Identifier: MIT
#include "schema/compare.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <tuple>
#include <unordered_map>

#include "schema/catalog.h"
#include "schema/compare_sentences.h"
#include "schema/compared_documents.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"

namespace attache {
namespace {

struct Compared {
  std::string_view table;
  std::vector<ColumnInfo> columns;
  std::string_view same;       ///< what makes rows speak of one thing, as one text in SQL
  std::string_view condition;  ///< which rows count
};

const std::array<Compared, 5>& compared() {
  static const std::array<Compared, 5> all{{
      {"principles", {{"norm"}}, "norm", "norm IS NOT NULL"},
      {"priorities", {{"theme"}}, "theme", "theme IS NOT NULL"},
      {"organizations",
       {{"name"}, {"body"}, {"role"}},
       "coalesce(body, name) || char(31) || coalesce(role, '')",
       "(role_country IS NULL OR role_country = coalesce(country, role_country))"},
      {"leaders", {{"name"}, {"office_type"}}, "name || char(31) || coalesce(office_type, '')", ""},
      {"sentences", {{"sentence_text"}}, "", ""},
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

/// The rows of a side, document by document: what it is, document, citations and key. Documents are
/// chosen once, not anew for each of their rows.
SelectionSql rows_of_side(SQLite::Database& database, const TableInfo& table, const Compared& of,
                          const Filters& documents, const Filters& said) {
  const TableInfo& all = *find_table("documents");
  const SelectionSql asked = where_of(database, all, documents);
  SelectionSql narrowed = where_of(database, table, said, asked.values);
  std::string where = narrowed.sql + (narrowed.sql.empty() ? " WHERE " : " AND ") +
                      "document_id IN (SELECT document_id FROM " + std::string(all.view) +
                      asked.sql + ")";
  if (!of.condition.empty()) where += " AND " + std::string(of.condition);
  narrowed.sql = "SELECT " + std::string(of.same) + ", document_id, citations, " +
                 std::string(table.order.front()) + " FROM " + std::string(table.view) + where +
                 " ORDER BY document_id";
  return narrowed;
}

using Things = std::unordered_map<std::string, ComparedThing>;

/// Grouped here, since the rows come by document: SQLite would write them all down and sort them,
/// which takes as long again.
Things things_of(SQLite::Database& database, const SelectionSql& asked,
                 const ComparedDocuments& documents) {
  const Prepared row = bound(database, asked);
  Things things;
  std::string same;
  while (step(database, row)) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), 0));
    same.assign(text == nullptr ? "" : text,
                static_cast<std::size_t>(sqlite3_column_bytes(row.get(), 0)));
    const std::int64_t document = sqlite3_column_int64(row.get(), 1);
    things[same].add(document, documents.at(document).number, sqlite3_column_int64(row.get(), 3),
                     sqlite3_column_int64(row.get(), 2));
  }
  return things;
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

/// Adds what a side says to the rows and gives how many documents it has.
std::int64_t count(SQLite::Database& database, const CompareQuestion& question, const Compared& of,
                   const ComparedSide& side, SideCount ComparedRow::*which, Rows& rows) {
  const TableInfo& table = *find_table(question.table);
  const Filters filters = joined_filters({&side.filters, &question.filters});
  const ComparedDocuments documents = compared_documents(database, filters);
  const SelectionSql asked = rows_of_side(database, table, of, filters, question.said);
  Described described(database, table, of);
  for (const auto& [same, thing] : things_of(database, asked, documents)) {
    ComparedRow& row = rows[same];
    row.*which = {thing.documents, thing.citations, described.describe(thing.first_key, row),
                  thing.first_key};
  }
  return static_cast<std::int64_t>(documents.size());
}

/// 0 for what both say, 1 for what A alone says, 2 for B.
int group_of(const ComparedRow& row) {
  if (row.b.documents == 0) return 1;
  return row.a.documents == 0 ? 2 : 0;
}

auto order_of(const ComparedRow& row) {
  return std::make_tuple(group_of(row), -row.a.documents - row.b.documents, row.key);
}

Comparison compare_rows(SQLite::Database& database, const CompareQuestion& question,
                        const Compared& of, const ComparedSink& sink) {
  Comparison comparison;
  Rows rows;
  comparison.documents_a = count(database, question, of, question.a, &ComparedRow::a, rows);
  comparison.documents_b = count(database, question, of, question.b, &ComparedRow::b, rows);
  std::vector<ComparedRow> sorted;
  for (auto& [same, row] : rows) {
    comparison.count(row.a.documents, row.b.documents);
    sorted.push_back(std::move(row));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const ComparedRow& x, const ComparedRow& y) {
    return order_of(x) < order_of(y);
  });
  for (const ComparedRow& row : sorted)
    if (!sink(row, comparison)) break;
  return comparison;
}

}  // namespace

std::vector<ColumnInfo> compared_columns(const std::string& table) {
  const Compared* found = find_compared(table);
  return found == nullptr ? std::vector<ColumnInfo>() : found->columns;
}

Comparison compare(const KnowledgeBase& base, const CompareQuestion& question,
                   const ComparedSink& sink) {
  const Snapshot snapshot(base);
  return guarded(base.file(), base.connection(), [&] {
    const Compared* of = find_compared(question.table);
    if (of == nullptr) throw SelectionError(question.table + " can't be compared");
    return find_table(question.table) == nullptr
               ? compare_sentences(base.connection(), question, sink)
               : compare_rows(base.connection(), question, *of, sink);
  });
}

}  // namespace attache
