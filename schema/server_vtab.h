// SPDX-License-Identifier: MIT
// What the two virtual tables of a published knowledge base share: SQLite calls them through C,
// where no exception may pass.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>
#include <new>

#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/prepared.h"

namespace attache {

/// Runs `work`, and gives what it gives or the code of its failure, whose words `table` keeps.
template <typename Work>
int without_exceptions(sqlite3_vtab* table, Work&& work) noexcept {
  const auto keep = [table](const char* words) {
    sqlite3_free(table->zErrMsg);
    table->zErrMsg = sqlite3_mprintf("%s", words);
  };
  try {
    return work();
  } catch (const KnowledgeBaseError& error) {
    keep(error.what());
    return server_failure;
  } catch (const SQLite::Exception& error) {
    keep(error.what());
    return error.getErrorCode() > 0 ? error.getErrorCode() : SQLITE_ERROR;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const std::exception& error) {
    keep(error.what());
    return SQLITE_INTERNAL;
  }
}

/// A scan of a virtual table by a statement over what was fetched.
template <typename Table>
struct ServerCursor : sqlite3_vtab_cursor {
  explicit ServerCursor(Table& of) : sqlite3_vtab_cursor{}, table(of) {}

  /// To the next row, or the end. Throws SQLite::Exception.
  void advance() { at_end = !step(table.fetched(), rows); }

  Table& table;
  Prepared rows;
  bool at_end = true;
};

/// A module for Tables (a sqlite3_vtab whose fetched() is the database of its rows) and Cursors of
/// theirs, with what is the same in all; the rest is to be filled in.
template <typename Table, typename Cursor>
constexpr sqlite3_module server_module() {
  sqlite3_module module{};
  module.xDisconnect = module.xDestroy = [](sqlite3_vtab* table) {
    const std::unique_ptr<Table> owner(static_cast<Table*>(table));
    return SQLITE_OK;
  };
  module.xOpen = [](sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
    return without_exceptions(table, [&] {
      *out = std::make_unique<Cursor>(*static_cast<Table*>(table)).release();
      return SQLITE_OK;
    });
  };
  module.xNext = [](sqlite3_vtab_cursor* cursor) {
    auto& self = *static_cast<Cursor*>(cursor);
    return without_exceptions(&self.table, [&] {
      self.advance();
      return SQLITE_OK;
    });
  };
  module.xEof = [](sqlite3_vtab_cursor* cursor) {
    return static_cast<Cursor*>(cursor)->at_end ? 1 : 0;
  };
  // Statements that write are refused by who asks; were one to come here, it would change nothing.
  module.xUpdate = [](sqlite3_vtab*, int, sqlite3_value**, sqlite3_int64*) {
    return SQLITE_READONLY;
  };
  return module;
}

}  // namespace attache
