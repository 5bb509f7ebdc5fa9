// SPDX-License-Identifier: MIT
#include "schema/sql_query.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/prepared.h"
#include "schema/quotes.h"

namespace attache {
namespace {

/// Pragmas that only tell. The index asks for the last one itself.
constexpr std::array<std::string_view, 8> telling = {
    "table_info", "table_xinfo",      "table_list",    "index_list",
    "index_info", "foreign_key_list", "function_list", "data_version"};

/// What a statement may do; SQLite asks for each step before it compiles it.
int may(void*, int action, const char* first, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
    case SQLITE_FUNCTION: return SQLITE_OK;
    case SQLITE_PRAGMA: {
      const std::string_view name = first == nullptr ? "" : first;
      return std::find(telling.begin(), telling.end(), name) != telling.end() ? SQLITE_OK
                                                                              : SQLITE_DENY;
    }
    // To declare the columns of a virtual table (the index, a pragma) counts as writing its
    // definition; a statement that writes it in earnest is none that reads, and is refused as that.
    case SQLITE_UPDATE:
      return first != nullptr && std::string_view(first) == "sqlite_master" ? SQLITE_OK
                                                                            : SQLITE_DENY;
    default: return SQLITE_DENY;
  }
}

/// One text or blob that a query makes, and all that SQLite keeps for it at a time, in bytes.
constexpr int longest_value = 64 << 20;
constexpr sqlite3_int64 most_memory = sqlite3_int64{1} << 30;

/// While it lives, the connection compiles only what reads, and has so many seconds for it, and so
/// much memory.
class Confined {
 public:
  Confined(SQLite::Database& database, unsigned seconds) : database_(database) {
    limit_time(database_, seconds);
    length_ = sqlite3_limit(database_.getHandle(), SQLITE_LIMIT_LENGTH, longest_value);
    memory_ = sqlite3_hard_heap_limit64(most_memory);
    sqlite3_set_authorizer(database_.getHandle(), may, nullptr);
  }
  ~Confined() {
    sqlite3_set_authorizer(database_.getHandle(), nullptr, nullptr);
    limit_time(database_, query_seconds);
    sqlite3_hard_heap_limit64(memory_);
    sqlite3_limit(database_.getHandle(), SQLITE_LIMIT_LENGTH, length_);
  }
  Confined(const Confined&) = delete;
  Confined& operator=(const Confined&) = delete;

 private:
  SQLite::Database& database_;
  int length_ = 0;
  sqlite3_int64 memory_ = 0;
};

[[noreturn]] void refuse(const std::string& why) { throw SelectionError("SQL: " + why); }

/// Texts of the first column; none where the statement can't be asked.
std::vector<std::string> first_column(sqlite3* database, const std::string& sql,
                                      std::string_view value) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) return {};
  const Prepared rows(raw);
  sqlite3_bind_text(raw, 1, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  std::vector<std::string> texts;
  while (sqlite3_step(raw) == SQLITE_ROW)
    if (const auto* text = sqlite3_column_text(raw, 0))
      texts.emplace_back(reinterpret_cast<const char*>(text));
  return texts;
}

/// Tables and views, those of --with too; not the index's own.
constexpr std::string_view asked_tables =
    "pragma_table_list AS t WHERE t.type IN ('table', 'view', 'virtual') AND t.name NOT LIKE "
    "'sqlite\\_%' ESCAPE '\\' ";

/// Which tables have a column of that name.
std::string holders_of(sqlite3* database, std::string_view column) {
  const auto tables = first_column(
      database,
      "SELECT t.name FROM " + std::string(asked_tables) +
          "AND EXISTS (SELECT 1 FROM pragma_table_info(t.name, t.schema) AS c WHERE c.name = "
          "lower(?1)) GROUP BY t.name ORDER BY min(t.type <> 'view'), t.name LIMIT 6",
      column);
  return tables.empty() ? std::string() : "; it is a column of " + comma_list(tables);
}

/// The nearest names of tables or columns, where SQLite says that there is none.
std::string nearest_named(sqlite3* database, std::string_view message) {
  constexpr std::string_view no_table = "no such table: ", no_column = "no such column: ";
  const bool table = message.starts_with(no_table);
  if (!table && !message.starts_with(no_column)) return {};
  std::string_view missing = message.substr(table ? no_table.size() : no_column.size());
  missing = missing.substr(missing.rfind('.') + 1);
  if (!table)
    if (std::string holders = holders_of(database, missing); !holders.empty()) return holders;
  const std::string named = table ? "SELECT t.name FROM " + std::string(asked_tables)
                                  : "SELECT DISTINCT c.name FROM pragma_table_list AS t, "
                                    "pragma_table_info(t.name, t.schema) AS c WHERE t.type = "
                                    "'view' OR t.schema = 'temp'";
  return suggestion(missing, first_column(database, named, {}), {});
}

/// Errors of the statement's own, and not of the file.
void tell(sqlite3* database, int code, unsigned seconds) {
  switch (code & 0xff) {
    case SQLITE_INTERRUPT:
      throw OutOfTime("the query took more than " + std::to_string(seconds) +
                      (seconds == 1 ? " second" : " seconds") +
                      "; --timeout SECONDS gives it more");
    case SQLITE_NOMEM:
      refuse("the query needs more than " + std::to_string(most_memory >> 20) +
             " MiB of memory; ask for less at a time");
    case SQLITE_AUTH:
      refuse(
          "the statement is not one that only reads; SELECT, WITH, VALUES and EXPLAIN can be "
          "asked");
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_READONLY: {
      const std::string message = sqlite3_errmsg(database);
      refuse(message + nearest_named(database, message));
    }
    default: throw SQLite::Exception(database, code);
  }
}

Prepared prepare_one(sqlite3* database, const std::string& sql, unsigned seconds) {
  if (sql.find('\0') != std::string::npos) refuse("the query holds a character of no text (NUL)");
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.c_str(), -1, &raw, &rest);
  Prepared statement(raw);
  if (code != SQLITE_OK) tell(database, code, seconds);
  if (!statement) refuse("there is no statement");
  // A comment behind it compiles to nothing, a second statement to something, or to an error.
  sqlite3_stmt* second = nullptr;
  const int after = sqlite3_prepare_v2(database, rest, -1, &second, nullptr);
  const Prepared further(second);
  if (further || after != SQLITE_OK) refuse("one statement at a time");
  if (sqlite3_stmt_readonly(raw) == 0) tell(database, SQLITE_AUTH, seconds);
  if (sqlite3_bind_parameter_count(raw) > 0)
    refuse("the statement has a parameter; write the value itself");
  return statement;
}

ColumnType type_of(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER: return ColumnType::integer;
    case SQLITE_FLOAT: return ColumnType::real;
    default: return ColumnType::text;
  }
}

std::vector<ColumnInfo> columns_of(sqlite3_stmt* row, bool any) {
  std::vector<ColumnInfo> columns;
  for (int i = 0; i < sqlite3_column_count(row); ++i) {
    const std::string name = sqlite3_column_name(row, i);
    const auto taken = [&](const std::string& wanted) {
      return std::any_of(columns.begin(), columns.end(),
                         [&](const ColumnInfo& column) { return column.name == wanted; });
    };
    std::string free = name;
    for (int number = 2; taken(free); ++number) free = name + "_" + std::to_string(number);
    columns.push_back({free, any ? type_of(row, i) : ColumnType::text});
  }
  return columns;
}

std::string hexadecimal(const void* blob, int size) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const auto* bytes = static_cast<const unsigned char*>(blob);
  std::string out;
  for (int i = 0; i < size; ++i) (out += digits[bytes[i] >> 4]) += digits[bytes[i] & 15];
  return out;
}

/// `kept` holds what is made of a value for as long as the row lasts.
Cell value_of(sqlite3_stmt* row, int column, std::string& kept) {
  if (sqlite3_column_type(row, column) == SQLITE_BLOB) {
    kept = hexadecimal(sqlite3_column_blob(row, column), sqlite3_column_bytes(row, column));
    return std::string_view(kept);
  }
  const Cell cell = cell_of(row, column);
  const auto* real = std::get_if<double>(&cell);
  if (real == nullptr || std::isfinite(*real)) return cell;
  return std::string_view(*real < 0 ? "-Inf" : "Inf");  // no number of JSON
}

}  // namespace

std::uint64_t ask(const KnowledgeBase& base, const std::string& sql, unsigned seconds,
                  const ColumnSink& columns, const RowSink& sink) {
  return guarded(base.file(), base.connection(), [&] {
    sqlite3* database = base.connection().getHandle();
    const Confined confined(base.connection(), seconds);
    const Prepared statement = prepare_one(database, sql, seconds);
    std::vector<Cell> cells(static_cast<std::size_t>(sqlite3_column_count(statement.get())));
    std::vector<std::string> kept(cells.size());
    std::uint64_t rows = 0;
    for (;;) {
      const int code = sqlite3_step(statement.get());
      if (code != SQLITE_ROW && code != SQLITE_DONE) tell(database, code, seconds);
      if (rows == 0) columns(columns_of(statement.get(), code == SQLITE_ROW));
      if (code == SQLITE_DONE) return rows;
      for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] = value_of(statement.get(), static_cast<int>(i), kept[i]);
      ++rows;
      if (!sink(cells)) return rows;
    }
  });
}

}  // namespace attache
