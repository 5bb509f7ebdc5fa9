// SPDX-License-Identifier: MIT
#include "server/session.h"

#include <cstdlib>

#include "schema/knowledge_base.h"

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

constexpr int oldest = 150000;
/// PostgreSQL cuts longer names off without a word.
constexpr std::size_t longest_name = 63;
constexpr const char* connect_seconds = "15";

/// Variables are libpq's way to be told what does not stand in its address. One thread runs here.
void tell_libpq(const ServerAddress& address) {
  // NOLINTBEGIN(concurrency-mt-unsafe)
  if (address.password) ::setenv("PGPASSWORD", address.password->c_str(), 1);
  ::setenv("PGCONNECT_TIMEOUT", connect_seconds, 0);
  ::setenv("PGAPPNAME", "attache", 0);
  // NOLINTEND(concurrency-mt-unsafe)
}

void require_new_enough(pqxx::connection& connection, const std::string& shown) {
  const int version = connection.server_version();
  if (version >= oldest) return;
  throw KnowledgeBaseError(
      Kind::other,
      shown + ": is PostgreSQL " + std::to_string(version / 10000) + "; attache needs 15 or newer");
}

}  // namespace

ServerSession::ServerSession(const std::string& text) {
  const ServerAddress address = parse_server_address(text);
  shown_ = address.shown;
  schema_ = address.schema.empty() ? std::string(default_server_schema) : address.schema;
  if (schema_.size() > longest_name)
    throw KnowledgeBaseError(Kind::other, shown_ + ": the schema's name is longer than 63 bytes");
  tell_libpq(address);
  connection_ = std::make_unique<pqxx::connection>(address.uri);
  require_new_enough(*connection_, shown_);
  connection_->set_client_encoding("UTF8");
}

/// Without this right PostgreSQL finds nothing in the schema, and tells it as if nothing were
/// there.
void ServerSession::require_use(pqxx::transaction_base& transaction) const {
  const pqxx::result rows = transaction.exec(
      "SELECT pg_catalog.has_schema_privilege(oid, 'USAGE') FROM pg_catalog.pg_namespace WHERE "
      "nspname = " +
      transaction.quote(schema_));
  if (rows.empty() || rows[0][0].as<bool>()) return;
  throw KnowledgeBaseError(Kind::read_only, shown_ + ": no right to use the schema " + schema_ +
                                                "; ask who runs the server for it (GRANT USAGE ON "
                                                "SCHEMA, and SELECT on its tables)");
}

void ServerSession::enter(pqxx::transaction_base& transaction) const {
  require_use(transaction);
  transaction.exec("SET LOCAL search_path TO " + transaction.quote_name(schema_));
  // What a role or database may have set otherwise; our texts are written for these.
  transaction.exec(
      "SET LOCAL standard_conforming_strings = on; SET LOCAL jit = off; "
      "SET LOCAL client_min_messages = error");
}

}  // namespace attache
