// SPDX-License-Identifier: MIT
// A knowledge base into PostgreSQL, for a group to ask.
#include <chrono>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/error.h"
#include "schema/server_address.h"
#include "schema/server_process.h"

namespace attache {
namespace {

/// How long the server itself waits for another publication.
constexpr int asked_again_seconds = 1;

struct PublishOptions {
  std::string address;
  std::optional<std::string> schema;
};

/// With the schema of --schema.
std::string address_of(const PublishOptions& options) {
  if (!is_server_address(options.address))
    throw UsageError("publish: not the address of a server; give postgresql://HOST/DATABASE");
  const std::string named = parse_server_address(options.address).schema;
  if (!options.schema) return options.address;
  // "$UNSET" of a script must not take the place of what a group has under the usual name.
  if (options.schema->empty()) throw UsageError("publish: the name of --schema is empty");
  if (!named.empty() && named != *options.schema)
    throw UsageError("publish: --schema and the address name different schemas; give one");
  return named.empty() ? options.address + "#" + encoded_schema(*options.schema) : options.address;
}

std::string counted(std::int64_t count, const char* what) {
  return std::to_string(count) + " " + what;
}

void tell(const Session& session, const std::string& shown, std::string answer) {
  FieldReader fields(answer);
  fields.text();  // ok
  const std::int64_t added = fields.number(), replaced = fields.number(), removed = fields.number(),
                     unchanged = fields.number();
  session.note("published to " + shown + ": " + counted(added, "added, ") +
               counted(replaced, "replaced, ") + counted(removed, "removed, ") +
               counted(unchanged, "unchanged"));
}

/// Asks again while another publication is under way, as long as the session has patience.
std::string published(const Session& session, const std::string& address, const std::string& file) {
  ServerProcess server(address);
  const auto begin = std::chrono::steady_clock::now();
  for (;;) {
    try {
      return server.ask(MessageFields().add("publish").add(file).add_number(asked_again_seconds));
    } catch (const KnowledgeBaseError& error) {
      const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
          std::chrono::steady_clock::now() - begin);
      if (error.kind() != KnowledgeBaseError::Kind::busy || !session.patience(waited)) throw;
    }
  }
}

int run_publish(const PublishOptions& options, Session& session) {
  const std::string address = [&] {
    try {
      return address_of(options);
    } catch (const AddressError& error) {
      throw UsageError(error.what());
    }
  }();
  const std::string file = session.database().string();
  if (is_server_address(file))
    throw UsageError(
        "publish: --db (or ATTACHE_DB) names a server; give the file that is to be "
        "published");
  KnowledgeBase::open(file, session.patience);  // what is wrong with it is told before the server
  tell(session, shown_address(address), published(session, address, file));
  return 0;
}

}  // namespace

void add_publish(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "publish", "Put the knowledge base into PostgreSQL, for a group to ask",
                  "attache publish postgresql://db.example.org/policy\n"
                  "attache publish --schema drafts postgresql:///policy\n"
                  "attache principles --db postgresql://db.example.org/policy --country KEN");
  auto options = std::make_shared<PublishOptions>();
  app->add_option("ADDRESS", options->address,
                  "postgresql://USER@HOST:PORT/DATABASE, as libpq has it; the password is better "
                  "left to PGPASSFILE (~/.pgpass)")
      ->type_name("")
      ->required();
  app->add_option("--schema", options->schema, "The schema that holds it (attache)")
      ->type_name("NAME");
  commands.push_back({app, [options](Session& session) { return run_publish(*options, session); }});
}

}  // namespace attache
