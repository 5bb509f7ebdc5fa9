// SPDX-License-Identifier: MIT
#include "schema/vocabulary.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/bind.h"
#include "schema/column_list.h"
#include "schema/fold.h"
#include "schema/knowledge_base.h"
#include "schema/row_sums.h"

namespace attache {
namespace {

/// Those that the lexicon has, what is made and noted of them, what documents share besides, and
/// what people decided.
constexpr std::array<std::string_view, 21> shared{"countries",
                                                  "bodies",
                                                  "body_aliases",
                                                  "body_kinds",
                                                  "norms",
                                                  "instruments",
                                                  "norm_instruments",
                                                  "themes",
                                                  "offices",
                                                  "office_types",
                                                  "roles",
                                                  "identifier_schemes",
                                                  "identifiers",
                                                  "crosswalks",
                                                  "body_forms",
                                                  "vocabulary_version",
                                                  "rules",
                                                  "name_forms",
                                                  "reviews",
                                                  "review_samples",
                                                  "review_sample_rows"};
constexpr std::size_t of_lexicon = 14, of_vocabulary = 16;

/// Columns of the lexicon's files whose names are words of SQL, and what they are called here.
std::string column_name(const std::string& name) {
  if (name == "from") return "since";
  if (name == "case") return "exact_case";
  return name;
}

void require(bool holds, const std::string& message) {
  if (!holds) throw KnowledgeBaseError(KnowledgeBaseError::Kind::other, "vocabulary: " + message);
}

std::string insert_of(SQLite::Database& database, const VocabularyTable& table) {
  const auto known = column_names(database, table.name);
  std::string names;
  std::string marks;
  for (const std::string& column : table.columns) {
    const std::string name = column_name(column);
    require(std::find(known.begin(), known.end(), name) != known.end(),
            "table " + table.name + " has no column " + column);
    names += (names.empty() ? "" : ", ") + name;
    marks += marks.empty() ? "?" : ", ?";
  }
  return "INSERT OR REPLACE INTO " + table.name + "(" + names + ") VALUES (" + marks + ")";
}

void write_table(SQLite::Database& database, const VocabularyTable& table) {
  const auto known = vocabulary_tables().first(of_lexicon);
  require(std::find(known.begin(), known.end(), table.name) != known.end(),
          "no table " + table.name);
  database.exec("DELETE FROM " + table.name);
  SQLite::Statement insert(database, insert_of(database, table));
  for (const auto& row : table.rows) {
    require(row.size() == table.columns.size(),
            "a row of " + table.name + " has the wrong number of values");
    insert.reset();
    for (std::size_t i = 0; i < row.size(); ++i) bind(insert, static_cast<int>(i) + 1, row[i]);
    insert.exec();
  }
}

/// A body is asked for by its slug, name, acronym or any alias.
void write_body_forms(SQLite::Database& database) {
  database.exec("DELETE FROM body_forms");
  SQLite::Statement forms(database,
                          "SELECT slug, slug FROM bodies UNION ALL SELECT slug, name FROM bodies "
                          "UNION ALL SELECT slug, acronym FROM bodies WHERE acronym IS NOT NULL "
                          "UNION ALL SELECT slug, alias FROM body_aliases");
  SQLite::Statement insert(database,
                           "INSERT OR IGNORE INTO body_forms(slug, folded) VALUES (?, ?)");
  while (forms.executeStep())
    run(insert, forms.getColumn(0).getString(), fold(forms.getColumn(1).getString()));
}

}  // namespace

std::span<const std::string_view> vocabulary_tables() {
  return std::span(shared).first(of_vocabulary);
}

std::span<const std::string_view> summed_tables() { return shared; }

std::string vocabulary_version(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT version FROM vocabulary_version");
  return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

void write_vocabulary(SQLite::Database& database, const std::vector<VocabularyTable>& tables,
                      const std::string& version) {
  for (const VocabularyTable& table : tables) write_table(database, table);
  write_body_forms(database);
  SQLite::Statement insert(
      database, "INSERT OR REPLACE INTO vocabulary_version(only, version) VALUES (1, ?)");
  run(insert, version);
  RowSums sums(database);
  for (const std::string_view table : vocabulary_tables()) sums.write(table);
}

}  // namespace attache
