// SPDX-License-Identifier: MIT
#include "schema/descriptions.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

#include "schema/fold.h"
#include "schema/migrate.h"
#include "tests/catch.h"

using namespace attache;

namespace {

struct Column {
  std::string table, name;
};

/// What the migrations make: tables, views and their columns.
std::vector<Column> columns_of_migrations() {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_fold(database);
  migrate(database, ":memory:");
  SQLite::Statement statement(
      database,
      "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c WHERE s.type "
      "IN ('table', 'view') AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND s.name NOT LIKE "
      "'sentences\\_fts\\_%' ESCAPE '\\'");
  std::vector<Column> columns;
  while (statement.executeStep())
    columns.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getString()});
  return columns;
}

bool is_internal(const std::string& table) {
  const Described* known = description_of(table);
  return known != nullptr && known->type == "internal";
}

}  // namespace

TEST_CASE("schema/descriptions.csv says of each table, view and column what it holds") {
  for (const Column& column : columns_of_migrations()) {
    INFO(column.table << "." << column.name << ": give it a line in schema/descriptions.csv");
    const Described* table = description_of(column.table);
    REQUIRE(table != nullptr);
    CHECK_FALSE(table->label.empty());
    CHECK_FALSE(table->text.empty());
    if (is_internal(column.table)) continue;
    const Described* known = description_of(column.table, column.name);
    REQUIRE(known != nullptr);
    CHECK_FALSE(known->text.empty());
  }
}

TEST_CASE("schema/descriptions.csv describes nothing that is not there") {
  std::set<std::string> tables;
  std::set<std::pair<std::string, std::string>> columns;
  for (const Column& column : columns_of_migrations()) {
    tables.insert(column.table);
    columns.insert({column.table, column.name});
  }
  std::set<std::pair<std::string, std::string>> told;
  for (const Described& one : descriptions()) {
    INFO(one.table << "." << one.column);
    CHECK(told.insert({std::string(one.table), std::string(one.column)}).second);
    if (one.table != "*") CHECK(tables.contains(std::string(one.table)));
    if (const auto dot = one.refers.find('.'); dot != std::string_view::npos)
      CHECK(columns.contains({std::string(one.refers.substr(0, dot)),
                              std::string(one.refers.substr(dot + 1))}));
  }
}

TEST_CASE("a column of a view is described by what the view shows") {
  CHECK(description_of("organization_citations", "role")->text ==
        description_of("organizations", "role")->text);
  CHECK(description_of("organization_citations_all", "quote")->table == "*");
  CHECK(description_of("organizations", "confidence")->type == "percent");
  CHECK(description_of("organizations_listing", "confidence")->type.empty());
  CHECK(description_of("nothing") == nullptr);
  CHECK(description_of("norms", "nothing") == nullptr);
}
