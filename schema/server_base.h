// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>

#include "schema/server_index.h"
#include "schema/server_store.h"

namespace attache {

/// A published knowledge base, asked as a file is: the same statements over the same tables and
/// views. The tables stand in `temp` of a connection whose `main` is a knowledge base without rows,
/// so that names without a schema mean them; rows are fetched from the server as they are asked
/// for.
class ServerBase {
 public:
  /// Throws KnowledgeBaseError, SQLite::Exception.
  explicit ServerBase(const std::string& address);
  ~ServerBase();
  ServerBase(const ServerBase&) = delete;
  ServerBase& operator=(const ServerBase&) = delete;

  SQLite::Database& database() { return *database_; }

 private:
  std::unique_ptr<ServerStore> store_;
  std::unique_ptr<ServerIndex> index_;
  std::unique_ptr<SQLite::Database> database_;  // last: it asks the others
};

}  // namespace attache
