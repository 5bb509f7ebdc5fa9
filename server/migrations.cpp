// SPDX-License-Identifier: MIT
#include "server/migrations.h"

#include <charconv>
#include <optional>
#include <string_view>

#include "schema/knowledge_base.h"
#include "schema/migrate.h"
#include "server/embedded.h"

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

int number_of(std::string_view name) {
  int number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

bool answers(pqxx::transaction_base& transaction, const std::string& question) {
  return transaction.exec("SELECT EXISTS (" + question + ")")[0][0].as<bool>();
}

bool has_schema(pqxx::transaction_base& transaction, const std::string& schema) {
  return answers(transaction, "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = " +
                                  transaction.quote(schema));
}

/// Whether anything stands in the schema that could be a table's name.
bool is_used(pqxx::transaction_base& transaction, const std::string& schema) {
  return answers(transaction,
                 "SELECT 1 FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON "
                 "n.oid = c.relnamespace WHERE n.nspname = " +
                     transaction.quote(schema));
}

/// Whether it has the table, and the column, by which a publication is known.
bool is_ours(pqxx::transaction_base& transaction, const std::string& schema) {
  return answers(
      transaction,
      "SELECT 1 FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid "
      "= a.attrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE "
      "a.attname = 'knowledge_base_version' AND c.relname = 'publication' AND n.nspname "
      "= " +
          transaction.quote(schema));
}

struct Versions {
  int server = 0, base = 0;
};

/// Nothing where no publication was ever completed.
std::optional<Versions> versions(pqxx::transaction_base& transaction) {
  const pqxx::result row =
      transaction.exec("SELECT version, knowledge_base_version FROM publication");
  if (row.empty()) return std::nullopt;
  return Versions{row[0][0].as<int>(), row[0][1].as<int>()};
}

KnowledgeBaseError foreign(const ServerSession& session) {
  return {Kind::foreign, session.shown() + ": the schema '" + session.schema() +
                             "' holds tables that are not attache's; name another one (publish "
                             "--schema NAME, --db ADDRESS#NAME)"};
}

KnowledgeBaseError newer(const ServerSession& session) {
  return {Kind::newer, session.shown() + ": was published by a newer attache; update attache"};
}

void require_utf8(pqxx::transaction_base& transaction, const ServerSession& session) {
  const auto encoding = transaction.exec("SHOW server_encoding")[0][0].as<std::string>();
  if (encoding == "UTF8") return;
  throw KnowledgeBaseError(Kind::other,
                           session.shown() + ": the database is in " + encoding +
                               ", which not every text fits; make one with ENCODING 'UTF8'");
}

}  // namespace

int newest_server_version() { return number_of(embedded_server_migrations().back().name); }

void migrate_server(pqxx::transaction_base& transaction, const ServerSession& session) {
  require_utf8(transaction, session);
  const std::string& schema = session.schema();
  if (!has_schema(transaction, schema))
    transaction.exec("CREATE SCHEMA " + transaction.quote_name(schema));
  const bool ours = is_ours(transaction, schema);
  if (!ours && is_used(transaction, schema)) throw foreign(session);
  session.enter(transaction);
  const Versions stored = ours ? versions(transaction).value_or(Versions{}) : Versions{};
  if (stored.server > newest_server_version() || stored.base > newest_version())
    throw newer(session);
  for (const EmbeddedFile& migration : embedded_server_migrations())
    if (number_of(migration.name) > stored.server) transaction.exec(std::string(migration.bytes));
}

void require_publication(pqxx::transaction_base& transaction, const ServerSession& session) {
  const std::string& schema = session.schema();
  if (!is_ours(transaction, schema)) {
    if (is_used(transaction, schema)) throw foreign(session);
    throw KnowledgeBaseError(Kind::missing, session.shown() +
                                                ": no knowledge base in the schema '" + schema +
                                                "'; run 'attache publish' to put one there");
  }
  session.enter(transaction);
  const auto stored = versions(transaction);
  if (!stored) throw foreign(session);
  if (stored->server > newest_server_version() || stored->base > newest_version())
    throw newer(session);
  if (stored->server < newest_server_version() || stored->base < newest_version())
    throw KnowledgeBaseError(Kind::older, session.shown() +
                                              ": was published by an older attache; run 'attache "
                                              "publish' to bring it up to date");
}

}  // namespace attache
