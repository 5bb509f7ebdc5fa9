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
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/prepared.h"
#include "schema/selection_sql.h"
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
      {"sentences", {{"sentence_text"}}, "sentence_text", ""},
  }};
  return all;
}

const Compared* find_compared(const std::string& table) {
  const auto& all = compared();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Compared& c) { return c.table == table; });
  return found == all.end() ? nullptr : &*found;
}

FilterInfo filter_named_match() {
  const auto& filters = find_table("documents")->filters;
  return *std::find_if(filters.begin(), filters.end(),
                       [](const FilterInfo& filter) { return filter.flag == "match"; });
}

/// The sentences themselves, as a table of what documents say.
const TableInfo& sentences_as_table() {
  static const TableInfo table = [] {
    TableInfo info{};
    info.name = "sentences";
    info.view =
        "(SELECT s.sentence_id, d.document_id, s.text AS sentence_text, 1 AS citations, d.slug || "
        "'/sentence/' || s.ordinal AS ref FROM documents AS d JOIN sentence_texts AS s ON "
        "s.sentence_id >= d.first_sentence_id AND s.sentence_id < d.first_sentence_id + "
        "d.sentence_count AND s.document_id = d.document_id)";
    info.order = {"sentence_id"};
    FilterInfo match = filter_named_match();
    match.fragment = "sentence_id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?)";
    info.filters = {match};
    return info;
  }();
  return table;
}

const TableInfo& table_of(const std::string& name) {
  return name == sentences_as_table().name ? sentences_as_table() : *find_table(name);
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

Prepared bound(SQLite::Database& database, const SelectionSql& asked) {
  Prepared statement = prepare(database, asked.sql);
  int index = 0;
  for (const std::string& value : asked.values)
    sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()),
                      SQLITE_STATIC);
  return statement;
}

/// The documents of a side by their ids, and which number each has by date; those without one last.
using Documents = std::unordered_map<std::int64_t, std::size_t>;

Documents documents_of(SQLite::Database& database, const Filters& filters) {
  const TableInfo& table = *find_table("documents");
  SelectionSql asked = where_of(database, table, filters);
  asked.sql = "SELECT document_id FROM " + std::string(table.view) + asked.sql +
              " ORDER BY date NULLS LAST, document";
  const Prepared row = bound(database, asked);
  Documents documents;
  while (step(database, row))
    documents.emplace(sqlite3_column_int64(row.get(), 0), documents.size());
  return documents;
}

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

/// A thing as one side says it.
struct Thing {
  std::int64_t documents = 0, citations = 0;
  std::int64_t last_document = -1;
  std::size_t first_number = SIZE_MAX;  ///< of the earliest document
  std::int64_t first_key = 0;           ///< of its first row
};

using Things = std::unordered_map<std::string, Thing>;

/// Grouped here, since the rows come by document: SQLite would write them all down and sort them,
/// which takes as long again.
Things things_of(SQLite::Database& database, const SelectionSql& asked,
                 const Documents& documents) {
  const Prepared row = bound(database, asked);
  Things things;
  std::string same;
  while (step(database, row)) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), 0));
    same.assign(text == nullptr ? "" : text,
                static_cast<std::size_t>(sqlite3_column_bytes(row.get(), 0)));
    Thing& thing = things[same];
    thing.citations += sqlite3_column_int64(row.get(), 2);
    const std::int64_t document = sqlite3_column_int64(row.get(), 1);
    if (document == thing.last_document) continue;
    thing.last_document = document;
    ++thing.documents;
    const std::size_t number = documents.at(document);
    if (number >= thing.first_number) continue;
    thing.first_number = number;
    thing.first_key = sqlite3_column_int64(row.get(), 3);
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
  const TableInfo& table = table_of(question.table);
  const Filters filters = joined({&side.filters, &question.filters});
  const Documents documents = documents_of(database, filters);
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

/// What rows are sorted by; sentences stand as one reads them, where both sides have as many.
auto order_of(const ComparedRow& row, bool as_read) {
  const std::int64_t place = as_read ? (row.a.row != 0 ? row.a.row : row.b.row) : 0;
  return std::make_tuple(group_of(row), -row.a.documents - row.b.documents, place, row.key);
}

}  // namespace

std::vector<ColumnInfo> compared_columns(const std::string& table) {
  const Compared* found = find_compared(table);
  return found == nullptr ? std::vector<ColumnInfo>() : found->columns;
}

Comparison compare(const KnowledgeBase& base, const CompareQuestion& question) {
  const Snapshot snapshot(base);
  return guarded(base.file(), base.connection(), [&] {
    const Compared* of = find_compared(question.table);
    if (of == nullptr) throw SelectionError(question.table + " can't be compared");
    SQLite::Database& database = base.connection();
    Comparison comparison;
    Rows rows;
    comparison.documents_a = count(database, question, *of, question.a, &ComparedRow::a, rows);
    comparison.documents_b = count(database, question, *of, question.b, &ComparedRow::b, rows);
    for (auto& [same, row] : rows) comparison.rows.push_back(std::move(row));
    const bool as_read = question.table == sentences_as_table().name;
    std::stable_sort(comparison.rows.begin(), comparison.rows.end(),
                     [&](const ComparedRow& x, const ComparedRow& y) {
                       return order_of(x, as_read) < order_of(y, as_read);
                     });
    return comparison;
  });
}

}  // namespace attache
