// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <pqxx/pqxx>
#include <string>

#include "schema/server_address.h"

namespace attache {

/// A connection to PostgreSQL 15 or newer that talks UTF-8, and the schema that is meant there.
/// Host, user and password that the address leaves out come from where libpq has them: PGHOST,
/// PGUSER, PGPASSWORD, PGPASSFILE and their like.
class ServerSession {
 public:
  /// Connects. Sets PGPASSWORD for this process where the address has a password. Throws
  /// AddressError, KnowledgeBaseError, and what libpqxx throws.
  explicit ServerSession(const std::string& address);

  pqxx::connection& connection() { return *connection_; }
  const std::string& schema() const { return schema_; }
  /// For people.
  const std::string& shown() const { return shown_; }

  /// Has unqualified names of the transaction mean the schema. Throws KnowledgeBaseError
  /// (read_only) where it is there and the role may not use it.
  void enter(pqxx::transaction_base& transaction) const;

 private:
  void require_use(pqxx::transaction_base& transaction) const;

  std::unique_ptr<pqxx::connection> connection_;
  std::string schema_, shown_;
};

}  // namespace attache
