// SPDX-License-Identifier: MIT
#include "schema/stored_rows.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>

#include "schema/asked_tables.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/prepared.h"
#include "schema/quotes.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// Columns of a row in SQL that tell where words stand that are cut out of a text.
constexpr int place_width = 3;

bool has_column(const StoredTable& table, std::string_view name) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const StoredColumn& column) { return column.name == name; });
}

bool is_asked(const StoredChoice& choice, std::string_view table) {
  return choice.asked.empty() ||
         std::find(choice.asked.begin(), choice.asked.end(), table) != choice.asked.end();
}

/// Collects what rows of one table must be, with the values that are bound.
class Condition {
 public:
  Condition(SQLite::Database& database, const StoredChoice& choice)
      : database_(database), choice_(choice) {}

  /// SQL, over the table `t`, that begins with WHERE or is empty.
  SelectionSql of(const StoredTable& table) {
    if (is_said(table.name)) {
      require(rows_of(table));
    } else if (table.name == "citations") {
      require(citations());
    }
    if (!choice_.documents.empty()) require(of_documents(table));
    return {sql_, std::move(values_)};
  }

 private:
  static bool is_said(std::string_view name) {
    const TableInfo* info = find_table(name);
    return info != nullptr && !info->evidence_view.empty();
  }

  void require(const std::string& condition) {
    if (!condition.empty()) sql_ += (sql_.empty() ? " WHERE " : " AND ") + condition;
  }

  /// " WHERE ..." of the filters, over the table's view.
  std::string where(const TableInfo& table, const Selection& selection) {
    SelectionSql where = where_sql(database_, table, selection, std::move(values_));
    values_ = std::move(where.values);
    return where.sql;
  }

  /// Of the table's rows, or of their citations, those that pass the filters that the table has.
  std::string filtered(const TableInfo& table) {
    Selection selection;
    for (const FilterValues& filter : choice_.rows)
      if (find_filter(table.filters, filter.filter)) selection.filters.push_back(filter);
    const std::string key(table.order.front());
    return "t." + key + " IN (SELECT " + key + " FROM " + view_of(table, selection) +
           where(table, selection) + ")";
  }

  std::string rows_of(const StoredTable& table) {
    if (!is_asked(choice_, table.name)) return "0";
    return choice_.rows.empty() ? "t.review IS NOT 'rejected'" : filtered(*find_table(table.name));
  }

  /// Of the rows that are kept all places that support them.
  std::string citations() {
    std::string any;
    for (const TableInfo* info : said_tables()) {
      if (!is_asked(choice_, info->name)) continue;
      const std::string key = "t." + std::string(info->order.front());
      any +=
          (any.empty() ? "(" : " OR ") +
          (choice_.rows.empty() ? key + " IS NOT NULL AND " + key + " NOT IN (SELECT x." +
                                      std::string(info->order.front()) + " FROM " +
                                      std::string(info->name) + " AS x WHERE x.review = 'rejected')"
                                : filtered(*info));
    }
    return any + ")";
  }

  std::string of_documents(const StoredTable& table) {
    const auto chosen = [&] {
      const TableInfo& documents = *find_table("documents");
      Selection selection;
      selection.filters = choice_.documents;
      return "SELECT document_id FROM " + std::string(documents.view) + where(documents, selection);
    };
    if (has_column(table, "document_id")) return "t.document_id IN (" + chosen() + ")";
    if (has_column(table, "sentence_id"))
      return "t.sentence_id IN (SELECT s.sentence_id FROM sentences AS s WHERE s.document_id IN (" +
             chosen() + "))";
    if (has_column(table, "document"))
      return "t.document IN (SELECT o.slug FROM documents AS o WHERE o.document_id IN (" +
             chosen() + "))";
    return {};
  }

  SQLite::Database& database_;
  const StoredChoice& choice_;
  std::string sql_;
  std::vector<std::string> values_;
};

/// The document `d` of a row `t`, where a column asks for it.
std::string joined_document(const StoredTable& table) {
  const bool wanted = std::any_of(
      table.columns.begin(), table.columns.end(),
      [](const StoredColumn& column) { return column.sql.find("d.") != std::string::npos; });
  if (!wanted || table.name == "documents") return {};
  if (has_column(table, "document_id"))
    return " LEFT JOIN documents AS d ON d.document_id = t.document_id";
  return " LEFT JOIN sentences AS s ON s.sentence_id = t.sentence_id LEFT JOIN documents "
         "AS d ON d.document_id = s.document_id";
}

std::string select_of(const StoredTable& table, const std::string& where) {
  std::string columns;
  for (const StoredColumn& column : table.columns)
    columns += (columns.empty() ? "" : ", ") +
               (column.sql.empty() ? "t." + identifier(column.name) : column.sql);
  std::string order;
  for (const std::string& part : table.primary_key)
    order += (order.empty() ? "t." : ", t.") + identifier(part);
  return "SELECT " + columns + " FROM " + identifier(table.name) + " AS t" +
         joined_document(table) + where + " ORDER BY " + (order.empty() ? "t.rowid" : order);
}

Prepared statement_of(SQLite::Database& database, const std::string& sql,
                      const std::vector<std::string>& values) {
  Prepared statement = prepare(database, sql);
  int index = 0;
  for (const std::string& value : values)
    sqlite3_bind_text(statement.get(), ++index, value.data(), static_cast<int>(value.size()),
                      SQLITE_STATIC);
  return statement;
}

}  // namespace

StoredChoice stored_choice(std::vector<FilterValues> documents, std::vector<FilterValues> rows) {
  StoredChoice choice{std::move(documents), std::move(rows), {}};
  for (const std::string_view name : asked_tables(choice.rows)) choice.asked.emplace_back(name);
  return choice;
}

void read_all(const KnowledgeBase& base, const StoredTable& table, const RowSink& sink,
              const StoredChoice& choice) {
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql chosen = Condition(database, choice).of(table);
    const Prepared statement = statement_of(database, select_of(table, chosen.sql), chosen.values);
    Quotes quotes(database);
    std::vector<Cell> cells(table.columns.size());
    while (step(database, statement)) {
      int at = 0;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool cut = table.columns[i].cut;
        cells[i] = cut ? quotes.cut(statement.get(), at, at + 1) : cell_of(statement.get(), at);
        at += cut ? place_width : 1;
      }
      if (!sink(cells)) return;
    }
  });
}

}  // namespace attache
