// SPDX-License-Identifier: MIT
#include "schema/lent_table.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>

#include "schema/bind.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/knowledge_base.h"
#include "schema/select.h"

namespace attache {
namespace {

/// While it lives, tables of the connection's own can be made. Nothing else is run meanwhile.
class Writable {
 public:
  explicit Writable(SQLite::Database& database) : database_(database) {
    database_.exec("PRAGMA query_only = OFF");
  }
  ~Writable() {
    sqlite3_exec(database_.getHandle(), "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
  }
  Writable(const Writable&) = delete;
  Writable& operator=(const Writable&) = delete;

 private:
  SQLite::Database& database_;
};

void require_free(SQLite::Database& database, const std::string& name) {
  SQLite::Statement known(database,
                          "SELECT 1 FROM (SELECT name FROM main.sqlite_schema UNION ALL SELECT "
                          "name FROM temp.sqlite_schema) WHERE lower(name) = lower(?1)");
  known.bindNoCopy(1, name);
  if (known.executeStep() || name.starts_with("sqlite_") || name.starts_with("pragma_"))
    throw SelectionError("there is a table '" + name + "' already; give yours another name");
}

/// Whether the text is a number as it would be written again: no 007, which is a code.
bool is_number(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return false;
  if (text.find_first_not_of("0123456789.-") != std::string::npos) return false;
  const std::string digits = text.front() == '-' ? text.substr(1) : text;
  return digits == "0" || !digits.starts_with('0') || digits.starts_with("0.");
}

bool has_numbers(const LentTable& table, std::size_t column) {
  bool any = false;
  for (const auto& row : table.rows) {
    if (row[column].empty()) continue;
    if (!is_number(row[column])) return false;
    any = true;
  }
  return any;
}

std::string definition_of(const LentTable& table) {
  std::string columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    columns += (i == 0 ? "" : ", ") + identifier(table.columns[i]) +
               (has_numbers(table, i) ? " NUMERIC" : " TEXT");
  return "CREATE TEMP TABLE " + identifier(table.name) + "(" + columns + ")";
}

void require_different_columns(const LentTable& table) {
  const auto& names = table.columns;
  for (auto name = names.begin(); name != names.end(); ++name) {
    if (name->empty())
      throw SelectionError("table '" + table.name + "' has a column without a name");
    if (std::find(names.begin(), name, *name) != name)
      throw SelectionError("table '" + table.name + "' has two columns '" + *name + "'");
  }
}

}  // namespace

void lend(const KnowledgeBase& base, const LentTable& table) {
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    require_free(database, table.name);
    require_different_columns(table);
    const Writable writable(database);
    try {
      database.exec(definition_of(table));
    } catch (const SQLite::Exception& error) {  // too many columns, names that differ in case alone
      if (error.getErrorCode() != SQLITE_ERROR) throw;
      throw SelectionError("table '" + table.name + "': " + error.what());
    }
    std::string places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ", ?";
    SQLite::Statement insert(
        database, "INSERT INTO temp." + identifier(table.name) + " VALUES (" + places + ")");
    for (const auto& row : table.rows) {
      int index = 0;
      for (const std::string& cell : row) bind(insert, ++index, cell);
      insert.exec();
      insert.reset();
    }
  });
}

}  // namespace attache
