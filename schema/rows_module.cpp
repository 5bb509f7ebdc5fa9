// SPDX-License-Identifier: MIT
// An eponymous virtual table: https://sqlite.org/vtab.html#epovtab
#include "schema/rows_module.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>
#include <new>

#include "schema/column_list.h"

namespace attache {
namespace {

struct RowsTable : sqlite3_vtab {
  explicit RowsTable(const CopiedRows& of) : sqlite3_vtab{}, rows(of) {}
  const CopiedRows& rows;
};

struct RowsCursor : sqlite3_vtab_cursor {
  RowsCursor() : sqlite3_vtab_cursor{} {}
  const CopiedRows& rows() const { return static_cast<const RowsTable*>(pVtab)->rows; }
  std::size_t row = 0;
};

int rows_connect(sqlite3* database, void* rows, int, const char* const*, sqlite3_vtab** out,
                 char**) {
  try {
    const auto& of = *static_cast<const CopiedRows*>(rows);
    const std::string columns = "CREATE TABLE given(" + listed(of.columns()) + ")";
    const int code = sqlite3_declare_vtab(database, columns.c_str());
    if (code == SQLITE_OK) *out = std::make_unique<RowsTable>(of).release();
    return code;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}

int rows_disconnect(sqlite3_vtab* table) {
  const std::unique_ptr<RowsTable> owner(static_cast<RowsTable*>(table));
  return SQLITE_OK;
}

int rows_open(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
  *out = new (std::nothrow) RowsCursor;
  return *out == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int rows_close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<RowsCursor> owner(static_cast<RowsCursor*>(cursor));
  return SQLITE_OK;
}

int rows_best_index(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }

int rows_filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  static_cast<RowsCursor*>(cursor)->row = 0;
  return SQLITE_OK;
}

int rows_next(sqlite3_vtab_cursor* cursor) {
  ++static_cast<RowsCursor*>(cursor)->row;
  return SQLITE_OK;
}

int rows_at_end(sqlite3_vtab_cursor* cursor) {
  const auto& self = *static_cast<const RowsCursor*>(cursor);
  return self.row < self.rows().size() ? 0 : 1;
}

int rows_column(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int place) {
  const auto& self = *static_cast<const RowsCursor*>(cursor);
  const CopiedRows& rows = self.rows();
  const CopiedRows::Cell& cell = rows.at(self.row, static_cast<std::size_t>(place));
  if (cell.type == SQLITE_INTEGER) sqlite3_result_int64(result, cell.number);
  else if (cell.type == SQLITE_TEXT)
    sqlite3_result_text64(result, rows.text(cell).data(), cell.size, SQLITE_STATIC, SQLITE_UTF8);
  else if (cell.type == SQLITE_BLOB)
    sqlite3_result_blob64(result, rows.text(cell).data(), cell.size, SQLITE_STATIC);
  return SQLITE_OK;
}

int rows_row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(static_cast<const RowsCursor*>(cursor)->row);
  return SQLITE_OK;
}

constexpr sqlite3_module rows_module() {
  sqlite3_module module{};
  module.xConnect = &rows_connect;
  module.xDisconnect = &rows_disconnect;
  module.xOpen = &rows_open;
  module.xClose = &rows_close;
  module.xBestIndex = &rows_best_index;
  module.xFilter = &rows_filter;
  module.xNext = &rows_next;
  module.xEof = &rows_at_end;
  module.xColumn = &rows_column;
  module.xRowid = &rows_row_id;
  return module;
}

}  // namespace

RowsModule::RowsModule(SQLite::Database& database, const CopiedRows& rows)
    : database_(database), name_("given_" + rows.table()) {
  static constexpr sqlite3_module module = rows_module();
  // SQLite hands the pointer back as it was; the rows are only read.
  database.check(sqlite3_create_module(database.getHandle(), name_.c_str(), &module,
                                       const_cast<CopiedRows*>(&rows)));
}

RowsModule::~RowsModule() {
  sqlite3_create_module(database_.getHandle(), name_.c_str(), nullptr, nullptr);
}

}  // namespace attache
