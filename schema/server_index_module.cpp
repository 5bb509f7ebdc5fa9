// SPDX-License-Identifier: MIT
#include "schema/server_index_module.h"

#include <cstring>
#include <memory>
#include <string>

#include "schema/server_vtab.h"

namespace attache {
namespace {

// The columns, as FTS5 has them: what is indexed, the table itself, and the rank.
enum Column { text_column = 0, match_column = 1, rank_column = 2 };

// What a plan asks for.
enum Plan { match = 1, one_row = 2, by_rank = 4, descending = 8, with_rank = 16 };

constexpr const char* pointer_name = "published_index_row";

struct Index : sqlite3_vtab {
  explicit Index(ServerIndex& published) : sqlite3_vtab{}, index(published) {}

  SQLite::Database& fetched() { return index.database(); }

  ServerIndex& index;
};

struct Cursor : ServerCursor<Index> {
  using ServerCursor::ServerCursor;

  std::string expression;
  Prepared text;
  Prepared function;  ///< the last auxiliary function that was asked, of the row ?2
  std::string function_sql;
};

Cursor& of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int connect(sqlite3* database, void* index, int, const char* const*, sqlite3_vtab** out, char**) {
  auto table = std::unique_ptr<Index>(new (std::nothrow) Index(*static_cast<ServerIndex*>(index)));
  if (!table) return SQLITE_NOMEM;
  const int code =
      sqlite3_declare_vtab(database, "CREATE TABLE x(text, sentences_fts HIDDEN, rank HIDDEN)");
  if (code == SQLITE_OK) {
    sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
    *out = table.release();
  }
  return code;
}

int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
  int plan = 0, arguments = 0;
  for (int wanted : {int{match}, int{one_row}}) {
    for (int i = 0; i < info->nConstraint && (plan & wanted) == 0; ++i) {
      const auto& constraint = info->aConstraint[i];
      const bool says_match = constraint.op == SQLITE_INDEX_CONSTRAINT_MATCH;
      const bool is_match = (constraint.iColumn == match_column &&
                             (says_match || constraint.op == SQLITE_INDEX_CONSTRAINT_EQ)) ||
                            (constraint.iColumn == text_column && says_match);
      const bool is_row = constraint.iColumn < 0 && constraint.op == SQLITE_INDEX_CONSTRAINT_EQ;
      if (wanted == match && is_match && constraint.usable == 0) return SQLITE_CONSTRAINT;
      if (constraint.usable == 0 || !(wanted == match ? is_match : is_row)) continue;
      plan |= wanted;
      info->aConstraintUsage[i].argvIndex = ++arguments;
      info->aConstraintUsage[i].omit = 1;
    }
  }
  if (info->nOrderBy == 1) {
    const auto& order = info->aOrderBy[0];
    const bool rank = order.iColumn == rank_column && (plan & match) != 0;
    if (rank || order.iColumn < 0) {
      plan |= (rank ? by_rank : 0) | (order.desc != 0 ? descending : 0);
      info->orderByConsumed = 1;
    }
  }
  if ((info->colUsed & (1U << rank_column)) != 0) plan |= with_rank;
  info->idxNum = plan;
  const bool one = (plan & one_row) != 0;
  info->estimatedCost = (plan & match) == 0 ? 1e12 : one ? 100 : 1000;
  info->estimatedRows = one ? 1 : 1000;
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<Cursor> owner(static_cast<Cursor*>(cursor));
  return SQLITE_OK;
}

std::string text_in(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return bytes == nullptr
             ? std::string()
             : std::string(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

std::string sql_of(int plan) {
  std::string sql =
      (plan & (with_rank | by_rank)) != 0 ? "SELECT rowid, rank" : "SELECT rowid, NULL";
  sql += " FROM sentences_fts WHERE sentences_fts MATCH ?1";
  if ((plan & one_row) != 0) sql += " AND rowid = ?2";
  sql += (plan & by_rank) != 0 ? " ORDER BY rank" : " ORDER BY rowid";
  return sql + ((plan & descending) != 0 ? " DESC" : "");
}

int filter(sqlite3_vtab_cursor* cursor, int plan, const char*, int, sqlite3_value** values) {
  Cursor& self = of(cursor);
  return without_exceptions(&self.table, [&] {
    self.at_end = true;
    self.function.reset();
    if ((plan & match) == 0)
      throw SQLite::Exception(
          "a published knowledge base gives sentences_fts with MATCH alone; sentence_texts has all "
          "sentences",
          SQLITE_ERROR);
    self.rows.reset();
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return SQLITE_OK;
    self.expression = text_in(values[0]);
    self.table.index.fetch(self.expression);
    self.rows = prepare(self.table.index.database(), sql_of(plan));
    sqlite3_bind_text(self.rows.get(), 1, self.expression.data(),
                      static_cast<int>(self.expression.size()), SQLITE_STATIC);
    if ((plan & one_row) != 0) sqlite3_bind_value(self.rows.get(), 2, values[1]);
    self.advance();
    return SQLITE_OK;
  });
}

sqlite3_int64 row_of(const Cursor& cursor) { return sqlite3_column_int64(cursor.rows.get(), 0); }

void give_text(Cursor& cursor, sqlite3_context* context) {
  SQLite::Database& database = cursor.table.index.database();
  if (!cursor.text)
    cursor.text = prepare(database, "SELECT text FROM sentences_fts WHERE rowid = ?");
  sqlite3_reset(cursor.text.get());
  sqlite3_bind_int64(cursor.text.get(), 1, row_of(cursor));
  if (step(database, cursor.text))
    sqlite3_result_value(context, sqlite3_column_value(cursor.text.get(), 0));
}

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int index) {
  Cursor& self = of(cursor);
  return without_exceptions(&self.table, [&] {
    if (index == text_column) give_text(self, context);
    else if (index == match_column) sqlite3_result_pointer(context, &self, pointer_name, nullptr);
    else sqlite3_result_value(context, sqlite3_column_value(self.rows.get(), 1));
    return SQLITE_OK;
  });
}

int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
  *number = row_of(of(cursor));
  return SQLITE_OK;
}

/// An auxiliary function of FTS5's (its name is the user data), of the row that the cursor is at.
void auxiliary(sqlite3_context* context, int count, sqlite3_value** values) {
  const auto* name = static_cast<const char*>(sqlite3_user_data(context));
  auto* cursor =
      count > 0 ? static_cast<Cursor*>(sqlite3_value_pointer(values[0], pointer_name)) : nullptr;
  if (cursor == nullptr) {
    sqlite3_result_error(
        context,
        (std::string("unable to use function ") + name + " in the requested context").c_str(), -1);
    return;
  }
  const int code = without_exceptions(&cursor->table, [&] {
    std::string sql = std::string("SELECT ") + name + "(sentences_fts";
    for (int i = 1; i < count; ++i) sql += ", ?" + std::to_string(i + 2);
    sql += ") FROM sentences_fts WHERE sentences_fts MATCH ?1 AND rowid = ?2";
    SQLite::Database& database = cursor->table.index.database();
    if (!cursor->function || cursor->function_sql != sql) {
      cursor->function = prepare(database, sql);
      cursor->function_sql = sql;
    }
    sqlite3_stmt* const statement = cursor->function.get();
    sqlite3_reset(statement);
    sqlite3_bind_text(statement, 1, cursor->expression.data(),
                      static_cast<int>(cursor->expression.size()), SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, row_of(*cursor));
    for (int i = 1; i < count; ++i) sqlite3_bind_value(statement, i + 2, values[i]);
    if (step(database, cursor->function))
      sqlite3_result_value(context, sqlite3_column_value(statement, 0));
    sqlite3_reset(statement);
    return SQLITE_OK;
  });
  if (code != SQLITE_OK) sqlite3_result_error(context, cursor->table.zErrMsg, -1);
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

int find_function(sqlite3_vtab*, int, const char* name, Function* function, void** data) {
  for (const char* known : {"bm25", "highlight", "snippet"}) {
    if (sqlite3_stricmp(name, known) != 0) continue;
    *function = &auxiliary;
    *data = const_cast<char*>(known);  // only read
    return 1;
  }
  return 0;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module = server_module<Index, Cursor>();
  module.xCreate = module.xConnect = &connect;
  module.xBestIndex = &best_index;
  module.xClose = &close;
  module.xFilter = &filter;
  module.xColumn = &column;
  module.xRowid = &row_number;
  module.xFindFunction = &find_function;
  return module;
}

}  // namespace

void register_server_index(SQLite::Database& database, ServerIndex& index) {
  static constexpr sqlite3_module module = make_module();
  database.check(sqlite3_create_module(database.getHandle(), "published_index", &module, &index));
  database.exec("CREATE VIRTUAL TABLE temp.sentences_fts USING published_index");
}

}  // namespace attache
