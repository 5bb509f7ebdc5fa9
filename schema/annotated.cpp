// SPDX-License-Identifier: MIT
#include "schema/annotated.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <deque>

#include "schema/amendments.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/review_rows.h"
#include "schema/selection_sql.h"
#include "schema/spans.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// Columns before those that can be amended: row, reference, decision, confidence, start, end.
constexpr int first_value = 6;

std::string rows_of_table_sql(const TableInfo& table, const std::vector<std::string>& columns) {
  const std::string key = identifier(table.order.front());
  std::string sql = "SELECT " + key + ", ref, review, confidence, start, \"end\"";
  for (const std::string& column : columns) sql += ", " + identifier(column);
  return sql + " FROM " + std::string(table.evidence_view) + " WHERE document_id = ?1 ORDER BY " +
         key + ", start, \"end\"";
}

/// The rows of one table in a document, asked for again and again.
class RowsOfTable {
 public:
  RowsOfTable(SQLite::Database& database, const std::string& name)
      : name_(name),
        columns_(amendable_columns(name)),
        rows_(database, rows_of_table_sql(*find_table(name), columns_)) {}

  void read(std::int64_t document_id, AnnotatedDocument& into) {
    rows_.reset();
    rows_.bind(1, document_id);
    std::int64_t key = 0;  // SQLite's ids begin at 1
    while (rows_.executeStep()) {
      if (const std::int64_t next = rows_.getColumn(0).getInt64(); key != next) {
        into.rows.push_back(row());
        key = next;
      }
      add_place(into);
    }
  }

 private:
  AnnotatedRow row() {
    AnnotatedRow row{name_, rows_.getColumn(1).getString(), {}, rows_.getColumn(2).getString(), {},
                     {}};
    int at = first_value;
    for (const std::string& column : columns_)
      row.values.push_back({column, rows_.getColumn(at++).getString()});
    return row;
  }

  void add_place(AnnotatedDocument& into) {
    AnnotatedRow& row = into.rows.back();
    const AnnotatedPlace place{rows_.getColumn(4).getInt64(), rows_.getColumn(5).getInt64()};
    if (!cut(into.text, place.start, place.end))
      throw SQLite::Exception("a citation of " + row.ref + " does not lie in its text",
                              SQLITE_CORRUPT);
    if (!rows_.getColumn(3).isNull())
      row.confidence = std::max(row.confidence.value_or(0), rows_.getColumn(3).getDouble());
    if (row.places.empty() || row.places.back() != place) row.places.push_back(place);
  }

  std::string name_;
  std::vector<std::string> columns_;
  SQLite::Statement rows_;
};

SelectionSql documents_sql(SQLite::Database& database, const std::vector<FilterValues>& filters) {
  const TableInfo& table = *find_table("documents");
  Selection selection;
  selection.filters = filters;
  SelectionSql asked = where_sql(database, table, selection);
  asked.sql =
      "SELECT l.document_id, l.document, l.title, l.country, l.date, l.language, l.source, "
      "l.sha256, l.seeded_at, t.text FROM (SELECT document_id, document, title, country, date, "
      "language, source, sha256, seeded_at FROM " +
      std::string(table.view) + asked.sql +
      ") AS l JOIN document_texts AS t ON t.document_id = l.document_id ORDER BY l.document_id";
  return asked;
}

void read_head(SQLite::Statement& row, AnnotatedDocument& document) {
  int column = 0;
  for (std::string* field :
       {&document.document, &document.title, &document.country, &document.date, &document.language,
        &document.source, &document.sha256, &document.seeded_at, &document.text})
    *field = row.getColumn(++column).getString();
}

}  // namespace

void read_annotated(const KnowledgeBase& base, const std::vector<FilterValues>& filters,
                    const std::vector<std::string>& tables,
                    const std::function<bool(const AnnotatedDocument&)>& sink) {
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql asked = documents_sql(database, filters);
    SQLite::Statement documents(database, asked.sql);
    int index = 0;
    for (const std::string& value : asked.values) documents.bindNoCopy(++index, value);
    std::deque<RowsOfTable> rows;
    for (const JudgedTable& table : judged_tables())
      if (tables.empty() || std::find(tables.begin(), tables.end(), table.name) != tables.end())
        rows.emplace_back(database, std::string(table.name));
    while (documents.executeStep()) {
      AnnotatedDocument document;
      read_head(documents, document);
      document.document_id = documents.getColumn(0).getInt64();
      for (RowsOfTable& table : rows) table.read(document.document_id, document);
      if (!sink(document)) return;
    }
  });
}

}  // namespace attache
