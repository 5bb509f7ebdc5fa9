// SPDX-License-Identifier: MIT
// What the two virtual tables of a published knowledge base share: SQLite calls them through C,
// where no exception may pass.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <new>

#include "schema/errors.h"
#include "schema/knowledge_base.h"

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

}  // namespace attache
