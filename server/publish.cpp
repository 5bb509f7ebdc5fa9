// SPDX-License-Identifier: MIT
#include "server/publish.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <string_view>

#include "schema/digest.h"
#include "schema/migrate.h"
#include "schema/spans.h"
#include "server/document_changes.h"
#include "server/index_words.h"
#include "server/migrations.h"
#include "server/pqxx_versions.h"
#include "server/published_tables.h"
#include "server/table_rows.h"

namespace attache {
namespace {

/// Documents that one statement erases.
constexpr std::size_t erased_at_once = 1'000;

constexpr const char* drop_index = "DROP INDEX sentences_words";
/// The tables that grow with the documents.
constexpr const char* analyze =
    "ANALYZE documents, document_texts, document_metadata, document_digests, sentences, "
    "principles, "
    "priorities, organizations, leaders, citations, rules, name_forms";
constexpr const char* make_index = "CREATE INDEX sentences_words ON sentences USING gin (words)";

/// The file as it is at one moment, whatever others write meanwhile.
class Snapshot {
 public:
  explicit Snapshot(SQLite::Database& database) : database_(database) { database_.exec("BEGIN"); }
  ~Snapshot() { database_.tryExec("ROLLBACK"); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  SQLite::Database& database_;
};

std::string array_of(std::span<const std::int64_t> ids) {
  std::string array = "{";
  for (const std::int64_t id : ids) array += (array.size() == 1 ? "" : ",") + std::to_string(id);
  return array + "}";
}

class Publication {
 public:
  Publication(const KnowledgeBase& base, pqxx::transaction_base& transaction)
      : base_(base), transaction_(transaction) {}

  Published run() {
    const DocumentChanges changes = document_changes(base_, transaction_);
    const bool first = changes.unchanged == 0 && changes.erased.empty();
    if (first) transaction_.exec(drop_index);  // to fill an index row by row takes longer
    erase(changes.erased);
    write(changes.written);
    if (first) transaction_.exec(make_index);
    Published published{changes.added, changes.replaced, changes.removed, changes.unchanged, false};
    for (const SharedTable& table : shared_tables()) published.tables |= renew(table);
    tell_publication();
    if (!changes.written.empty() || published.tables) transaction_.exec(analyze);
    return published;
  }

 private:
  void erase(std::span<const std::int64_t> ids) {
    for (std::size_t at = 0; at < ids.size(); at += erased_at_once) {
      const std::string some = array_of(ids.subspan(at, std::min(erased_at_once, ids.size() - at)));
      for (const DocumentTable& table : document_tables())
        transaction_.exec_params(std::string(table.erase), some);
      transaction_.exec_params(
          "DELETE FROM published_documents WHERE document_id = ANY($1::bigint[])", some);
    }
  }

  void write(std::span<const std::int64_t> ids) {
    if (ids.empty()) return;
    for (const DocumentTable& table : document_tables()) {
      TableRows rows(base_.connection(), table.name, std::string(table.rows));
      if (table.name == "sentences") write_sentences(rows, ids);
      else copy(rows, ids);
    }
    write_digests(ids);
  }

  void copy(TableRows& table, std::span<const std::int64_t> ids) {
    CopyStream stream(transaction_, table.name(), table.columns());
    for (const std::int64_t id : ids)
      table.each(id, [&](const std::vector<const char*>& cells) { stream.row(cells); });
    stream.complete();
  }

  /// With the words of each.
  void write_sentences(TableRows& table, std::span<const std::int64_t> ids) {
    std::vector<std::string> columns = table.columns();
    const auto at = [&](const char* name) {
      return std::find(columns.begin(), columns.end(), name) - columns.begin();
    };
    const auto start = static_cast<std::size_t>(at("start_byte"));
    const auto end = static_cast<std::size_t>(at("end_byte"));
    columns.emplace_back("words");
    IndexWords words(base_.connection());
    CopyStream stream(transaction_, table.name(), columns);
    places_.clear();
    for (const std::int64_t id : ids) {
      const std::string text = base_.text_of(id);
      std::int64_t places = 0;
      table.each(id, [&](const std::vector<const char*>& cells) {
        std::vector<const char*> row = cells;
        const auto sentence = cut(text, std::stoll(row[start]), std::stoll(row[end]));
        if (!sentence)
          throw KnowledgeBaseError(
              KnowledgeBaseError::Kind::damaged,
              base_.file().string() + ": a sentence of document " + std::to_string(id) +
                  " does not lie in its text; 'attache check' tells what can be repaired");
        row.push_back(words.of(*sentence).c_str());
        places += words.places();
        stream.row(row);
      });
      places_.push_back(places);
    }
    stream.complete();
  }

  void write_digests(std::span<const std::int64_t> ids) {
    DocumentDigester digester(base_.connection());
    CopyStream stream(transaction_, "published_documents", {"document_id", "digest", "words"});
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::string id = std::to_string(ids[i]), digest = digester.of(ids[i]),
                        places = std::to_string(places_[i]);
      stream.row({id.c_str(), digest.c_str(), places.c_str()});
    }
    stream.complete();
  }

  /// Whether the table was another.
  bool renew(const SharedTable& shared) {
    const std::string name(shared.name);
    TableRows table(base_.connection(), name, name + " AS t ORDER BY " + std::string(shared.order));
    Digest digester;
    table.add_to(digester, std::nullopt);
    const std::string digest = digester.done();
    const pqxx::result stored =
        transaction_.exec_params("SELECT digest FROM published_tables WHERE name = $1", name);
    if (!stored.empty() && stored[0][0].as<std::string>() == digest) return false;
    transaction_.exec("DELETE FROM " + transaction_.quote_name(name));
    CopyStream stream(transaction_, name, table.columns());
    table.each(std::nullopt, [&](const std::vector<const char*>& cells) { stream.row(cells); });
    stream.complete();
    transaction_.exec_params(
        "INSERT INTO published_tables(name, digest) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE "
        "SET digest = excluded.digest",
        name, digest);
    return true;
  }

  void tell_publication() {
    transaction_.exec_params(
        "INSERT INTO publication(\"only\", version, knowledge_base_version, published_at) VALUES "
        "(1, $1, $2, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')) ON "
        "CONFLICT (\"only\") DO UPDATE SET version = excluded.version, knowledge_base_version = "
        "excluded.knowledge_base_version, published_at = excluded.published_at",
        newest_server_version(), newest_version());
  }

  const KnowledgeBase& base_;
  pqxx::transaction_base& transaction_;
  std::vector<std::int64_t> places_;  ///< of the words of each document that was written
};

/// Holds off other publications into the schema until the transaction ends.
void lock(pqxx::transaction_base& transaction, const std::string& schema,
          std::chrono::seconds wait) {
  const auto milliseconds = std::max<std::int64_t>(1, std::chrono::milliseconds(wait).count());
  transaction.exec("SET LOCAL lock_timeout = " + std::to_string(milliseconds));
  transaction.exec_params("SELECT pg_advisory_xact_lock(hashtextextended('attache ' || $1, 0))",
                          schema);
}

}  // namespace

Published publish(const KnowledgeBase& base, ServerSession& session, std::chrono::seconds wait) {
  const Snapshot snapshot(base.connection());
  pqxx::work transaction(session.connection());
  lock(transaction, session.schema(), wait);
  migrate_server(transaction, session);
  const Published published = Publication(base, transaction).run();
  transaction.commit();
  return published;
}

}  // namespace attache
