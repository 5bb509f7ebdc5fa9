// SPDX-License-Identifier: MIT
#include "schema/server_table_module.h"

#include <cstring>
#include <map>
#include <memory>
#include <string>

#include "schema/identifier.h"
#include "schema/server_vtab.h"

namespace attache {
namespace {

/// What SQLite's planner is told to expect.
constexpr double cost_of_asking = 10;
constexpr std::int64_t rows_of_number = 8, rows_of_text_share = 20, rows_of_range = 50;

struct Table : sqlite3_vtab {
  Table(ServerStore& of, ServerTable& published) : sqlite3_vtab{}, store(of), table(published) {}

  SQLite::Database& fetched() { return store.database(); }

  ServerStore& store;
  ServerTable& table;
  std::multimap<std::string, Prepared> idle;  ///< statements, by their conditions, for the next
};

struct Cursor : ServerCursor<Table> {
  using ServerCursor::ServerCursor;

  std::string conditions;
};

Cursor& of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int connect(sqlite3* database, void* store, int, const char* const* arguments, sqlite3_vtab** out,
            char** message) {
  try {
    auto& published = *static_cast<ServerStore*>(store);
    auto table = std::make_unique<Table>(published, published.table(arguments[2]));
    std::string declared;
    for (const ServerTable::Column& column : table->table.columns())
      declared += (declared.empty() ? "" : ", ") + identifier(column.name) +
                  (column.is_number ? " INTEGER" : " TEXT");
    if (const int code =
            sqlite3_declare_vtab(database, ("CREATE TABLE x(" + declared + ")").c_str());
        code != SQLITE_OK)
      return code;
    sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
    *out = table.release();
    return SQLITE_OK;
  } catch (const std::exception& error) {
    *message = sqlite3_mprintf("%s", error.what());
    return SQLITE_ERROR;
  }
}

/// A letter for a comparison, as it goes from the plan to the scan; 0 for one that is left to
/// SQLite.
char letter_of(int comparison) {
  switch (comparison) {
    case SQLITE_INDEX_CONSTRAINT_EQ: return '=';
    case SQLITE_INDEX_CONSTRAINT_GE: return 'g';
    case SQLITE_INDEX_CONSTRAINT_GT: return '>';
    case SQLITE_INDEX_CONSTRAINT_LE: return 'l';
    case SQLITE_INDEX_CONSTRAINT_LT: return '<';
    default: return 0;
  }
}

/// What conditions promise, so that SQLite asks the cheapest way.
struct Promise {
  bool number = false, key = false, text = false, low = false, high = false;

  void add(const ServerTable& table, int column, char letter) {
    const FetchKey* known = table.key(column);
    if (letter == '=') {
      number |= table.is_unique(column);
      key |= known != nullptr && known->span > 0;
      text |= known != nullptr && known->span == 0;
    } else if (column == table.number_column()) {
      (letter == 'g' || letter == '>' ? low : high) = true;
    }
  }
  std::int64_t rows(std::int64_t all) const {
    if (number) return 1;
    if (key) return rows_of_number;
    if (low && high) return rows_of_range;
    return text ? all / rows_of_text_share + 1 : all;
  }
};

int best_index(sqlite3_vtab* vtab, sqlite3_index_info* info) {
  return without_exceptions(vtab, [&] {
    const ServerTable& table = static_cast<Table*>(vtab)->table;
    std::string plan;
    Promise promise;
    int arguments = 0;
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& constraint = info->aConstraint[i];
      const char letter = letter_of(constraint.op);
      const int column = constraint.iColumn < 0 ? table.number_column() : constraint.iColumn;
      if (constraint.usable == 0 || letter == 0 || column < 0 ||
          std::strcmp(sqlite3_vtab_collation(info, i), "BINARY") != 0)
        continue;
      promise.add(table, column, letter);
      plan += letter + std::to_string(column) + ";";
      info->aConstraintUsage[i].argvIndex = ++arguments;
    }
    const std::int64_t all = std::max<std::int64_t>(table.rows(), 100);
    info->estimatedRows = promise.rows(all);
    info->estimatedCost = cost_of_asking + static_cast<double>(info->estimatedRows) * 2;
    if (promise.number) info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    info->idxNum = arguments == 0 ? table.natural_order(info->colUsed) : 0;
    plan += "o" + std::to_string(info->idxNum) + ";";  // of statements that are kept
    info->idxStr = sqlite3_mprintf("%s", plan.c_str());
    info->needToFreeIdxStr = 1;
    return info->idxStr == nullptr ? SQLITE_NOMEM : SQLITE_OK;
  });
}

/// Keeps the statement for another scan of the same conditions.
void finish(Cursor& cursor) {
  if (!cursor.rows) return;
  sqlite3_reset(cursor.rows.get());
  sqlite3_clear_bindings(cursor.rows.get());
  cursor.table.idle.emplace(cursor.conditions, std::move(cursor.rows));
  cursor.rows.reset();
}

int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<Cursor> owner(static_cast<Cursor*>(cursor));
  return without_exceptions(&owner->table, [&] {
    finish(*owner);
    return SQLITE_OK;
  });
}

Wanted wanted(const ServerTable& table, char letter, int column, sqlite3_value* value) {
  static constexpr std::pair<char, Wanted::How> comparisons[] = {{'=', Wanted::How::equal},
                                                                 {'g', Wanted::How::at_least},
                                                                 {'>', Wanted::How::more},
                                                                 {'l', Wanted::How::at_most},
                                                                 {'<', Wanted::How::less}};
  Wanted one{column, Wanted::How::equal, {}};
  for (const auto& [known, how] : comparisons)
    if (known == letter) one.how = how;
  if (sqlite3_value_type(value) == SQLITE_NULL) return one;
  const bool number = table.columns()[static_cast<std::size_t>(column)].is_number;
  if (number && sqlite3_value_numeric_type(value) == SQLITE_INTEGER) {
    one.value = std::int64_t{sqlite3_value_int64(value)};
  } else if (number) {
    one.column = -1;  // compared with a number in SQL's way, by which nothing can be fetched
    one.value = std::string();
  } else {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    one.value = std::string(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    if (sqlite3_value_type(value) == SQLITE_BLOB) one.column = -1;
  }
  return one;
}

const char* sql_of(char letter) {
  switch (letter) {
    case 'g': return " >= ";
    case '>': return " > ";
    case 'l': return " <= ";
    case '<': return " < ";
    default: return " = ";
  }
}

/// A plan, read: "=0;g3;o1;".
std::vector<std::pair<char, int>> read_plan(const char* plan) {
  std::vector<std::pair<char, int>> parts;
  for (const char* at = plan; *at != 'o'; at = std::strchr(at, ';') + 1)
    parts.emplace_back(*at, std::atoi(at + 1));
  return parts;
}

std::string where_of(const ServerTable& table, const std::vector<std::pair<char, int>>& plan) {
  std::string where;
  for (const auto& [letter, column] : plan)
    where += (where.empty() ? " WHERE " : " AND ") +
             identifier(table.columns()[static_cast<std::size_t>(column)].name) + sql_of(letter) +
             "?";
  return where;
}

Prepared statement_of(Table& table, const char* conditions, int order,
                      const std::vector<std::pair<char, int>>& plan) {
  if (const auto found = table.idle.find(conditions); found != table.idle.end()) {
    Prepared statement = std::move(found->second);
    table.idle.erase(found);
    return statement;
  }
  return prepare(table.store.database(), table.table.select(where_of(table.table, plan), order));
}

int filter(sqlite3_vtab_cursor* cursor, int order, const char* conditions, int count,
           sqlite3_value** values) {
  Cursor& self = of(cursor);
  return without_exceptions(&self.table, [&] {
    finish(self);
    const auto plan = read_plan(conditions);
    std::vector<Wanted> all;
    for (int i = 0; i < count; ++i) {
      const auto& [letter, column] = plan[static_cast<std::size_t>(i)];
      all.push_back(wanted(self.table.table, letter, column, values[i]));
    }
    self.table.table.fetch(all);
    self.conditions = conditions;
    self.rows = statement_of(self.table, conditions, order, plan);
    for (int i = 0; i < count; ++i) sqlite3_bind_value(self.rows.get(), i + 1, values[i]);
    self.advance();
    return SQLITE_OK;
  });
}

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int index) {
  sqlite3_result_value(context, sqlite3_column_value(of(cursor).rows.get(), index));
  return SQLITE_OK;
}

int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
  const Cursor& self = of(cursor);
  *number =
      sqlite3_column_int64(self.rows.get(), static_cast<int>(self.table.table.columns().size()));
  return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module = server_module<Table, Cursor>();
  module.xCreate = module.xConnect = &connect;
  module.xBestIndex = &best_index;
  module.xClose = &close;
  module.xFilter = &filter;
  module.xColumn = &column;
  module.xRowid = &row_number;
  return module;
}

}  // namespace

void register_server_tables(SQLite::Database& database, ServerStore& store) {
  static constexpr sqlite3_module module = make_module();
  database.check(sqlite3_create_module(database.getHandle(), "published", &module, &store));
  for (const std::string& name : store.names())
    database.exec("CREATE VIRTUAL TABLE temp." + identifier(name) + " USING published");
}

}  // namespace attache
