// SPDX-License-Identifier: MIT
#include "schema/knowledge_base.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include "schema/busy_wait.h"
#include "schema/connection.h"
#include "schema/definitions.h"
#include "schema/document_metadata.h"
#include "schema/document_store.h"
#include "schema/errors.h"
#include "schema/server_address.h"
#include "schema/server_base.h"
#include "schema/unchecked_references.h"
#include "schema/vocabulary.h"

namespace attache {
namespace {

/// An open transaction over several documents.
struct Batch {
  explicit Batch(SQLite::Database& database)
      : references(database), transaction(database, SQLite::TransactionBehavior::IMMEDIATE) {}

  UncheckedReferences references;  // before the transaction, so that it ends after it
  SQLite::Transaction transaction;
};

}  // namespace

struct KnowledgeBase::State {
  std::filesystem::path file;
  std::unique_ptr<BusyWait> wait;  // before the connection that calls it
  std::unique_ptr<ServerBase>
      server;  // where the knowledge base is published; it has the connection
  std::unique_ptr<SQLite::Database> own;
  SQLite::Database* database = nullptr;
  std::unique_ptr<DocumentStore> store;  // none when opened for queries
  std::unique_ptr<Batch> batch;
  // Asked anew each time: another process may have stored the same path meanwhile.
  std::optional<SQLite::Statement> version_of;

  template <typename Work>
  auto guard(Work&& work) const {
    return guarded(file, *database, std::forward<Work>(work));
  }
  void require_writing() const {
    if (!store)
      throw KnowledgeBaseError(KnowledgeBaseError::Kind::read_only,
                               file.string() + ": is open for queries only");
  }
  static std::unique_ptr<State> published(const std::string& address);
  Stored version_compared(const std::string& identity, const std::string& sha256,
                          const std::string& lexicon_version, const std::string& engine_version);
  void close_statements() {
    batch.reset();
    store.reset();
    version_of.reset();
  }
  Stored put(const DocumentRecord& document, bool even_if_same);
  Stored put_in_batch(const DocumentRecord& document, bool even_if_same);
};

std::unique_ptr<KnowledgeBase::State> KnowledgeBase::State::published(const std::string& address) {
  auto state = std::make_unique<State>();
  state->file = shown_address(address);
  state->server = guarded(state->file, [&] { return std::make_unique<ServerBase>(address); });
  state->database = &state->server->database();
  return state;
}

Stored KnowledgeBase::State::version_compared(const std::string& identity,
                                              const std::string& sha256,
                                              const std::string& lexicon_version,
                                              const std::string& engine_version) {
  if (!version_of)
    version_of.emplace(
        *database,
        "SELECT sha256, lexicon_version, engine_version FROM documents WHERE identity = ?");
  SQLite::Statement& row = *version_of;
  row.reset();
  row.bind(1, identity);
  Stored result = Stored::added;
  if (row.executeStep()) {
    const bool same = row.getColumn(0).getString() == sha256 &&
                      row.getColumn(1).getString() == lexicon_version &&
                      (engine_version.empty() || row.getColumn(2).getString() == engine_version);
    result = same ? Stored::unchanged : Stored::replaced;
  }
  row.reset();
  return result;
}

KnowledgeBase::KnowledgeBase(std::unique_ptr<State> state) : state_(std::move(state)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;

KnowledgeBase::~KnowledgeBase() {
  if (!state_ || !state_->store) return;
  try {
    close();
  } catch (const KnowledgeBaseError&) {
    // Whoever wants to know calls close(); the rows are in the log beside the file.
  }
}

Settled KnowledgeBase::close() {
  if (!state_->store) return Settled::whole;
  state_->close_statements();  // open ones would keep the log
  return settle(state_->file, *state_->database);
}

KnowledgeBase KnowledgeBase::open(const std::filesystem::path& file, Patience patience) {
  if (is_server_address(file.string())) return KnowledgeBase(State::published(file.string()));
  KnowledgeBase base = open_as_it_is(file, std::move(patience));
  guarded(file, base.connection(), [&] { require_own_definitions(base.connection(), file); });
  return base;
}

void KnowledgeBase::require_file(const std::filesystem::path& file) {
  if (is_server_address(file.string()))
    throw KnowledgeBaseError(
        KnowledgeBaseError::Kind::read_only,
        shown_address(file.string()) + ": only a file is checked; check it, and publish it again");
}

KnowledgeBase KnowledgeBase::open_as_it_is(const std::filesystem::path& file, Patience patience) {
  require_file(file);
  auto state = std::make_unique<State>();
  state->file = file;
  state->wait = std::make_unique<BusyWait>(std::move(patience));
  state->own = connect_for_reading(file, *state->wait);
  state->database = state->own.get();
  return KnowledgeBase(std::move(state));
}

KnowledgeBase KnowledgeBase::open_for_writing(const std::filesystem::path& file,
                                              Patience patience) {
  if (is_server_address(file.string()))
    throw KnowledgeBaseError(KnowledgeBaseError::Kind::read_only,
                             shown_address(file.string()) +
                                 ": a published knowledge base is only read; change the file that "
                                 "it is made of, and run 'attache publish' again");
  auto state = std::make_unique<State>();
  state->file = file;
  state->wait = std::make_unique<BusyWait>(std::move(patience));
  state->own = connect_for_writing(file, *state->wait);
  state->database = state->own.get();
  state->guard([&] { require_own_definitions(*state->database, file); });
  state->store = state->guard([&] { return std::make_unique<DocumentStore>(*state->database); });
  return KnowledgeBase(std::move(state));
}

const std::filesystem::path& KnowledgeBase::file() const { return state_->file; }

SQLite::Database& KnowledgeBase::connection() const { return *state_->database; }

Stored KnowledgeBase::would_be(const std::string& identity, const std::string& sha256,
                               const std::string& lexicon_version,
                               const std::string& engine_version) const {
  return state_->guard(
      [&] { return state_->version_compared(identity, sha256, lexicon_version, engine_version); });
}

bool KnowledgeBase::holds(const DocumentRecord& document) const {
  return state_->guard([&] {
    SQLite::Statement row(*state_->database, "SELECT sha256 FROM documents WHERE identity = ?");
    row.bind(1, identity_of(document));
    return row.executeStep() && row.getColumn(0).getString() == document.sha256;
  });
}

Stored KnowledgeBase::State::put(const DocumentRecord& document, bool even_if_same) {
  const auto mark = store->mark();
  try {
    if (batch) return put_in_batch(document, even_if_same);
    SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
    const Stored stored = store->put(document, even_if_same);
    store->flush();
    transaction.commit();
    return stored;
  } catch (...) {
    store->forget_since(mark);
    throw;
  }
}

Stored KnowledgeBase::State::put_in_batch(const DocumentRecord& document, bool even_if_same) {
  SQLite::Savepoint scope(*database, "document");
  const Stored stored = store->put(document, even_if_same);
  scope.release();
  return stored;
}

Stored KnowledgeBase::put(const DocumentRecord& document, bool even_if_same) {
  State& state = *state_;
  state.require_writing();
  return state.guard([&] { return state.put(document, even_if_same); });
}

void KnowledgeBase::begin_batch() {
  state_->require_writing();
  state_->guard([&] { state_->batch = std::make_unique<Batch>(*state_->database); });
}

void KnowledgeBase::end_batch() {
  State& state = *state_;
  if (!state.batch) return;
  state.guard([&] {
    try {
      state.store->flush();
      state.batch->transaction.commit();
      state.batch.reset();
    } catch (...) {
      drop_batch();
      throw;
    }
  });
}

void KnowledgeBase::drop_batch() noexcept {
  State& state = *state_;
  if (!state.batch) return;
  state.batch.reset();
  state.store->forget_since({});
}

std::uint64_t KnowledgeBase::remove(const std::vector<StoredDocument>& documents) {
  State& state = *state_;
  state.require_writing();
  return state.guard([&] {
    // Checked, each document's removal would look through all sentences for one that names it.
    const UncheckedReferences references(*state.database);
    try {
      SQLite::Transaction transaction(*state.database, SQLite::TransactionBehavior::IMMEDIATE);
      const std::uint64_t removed = state.store->remove(documents);
      state.store->flush();
      transaction.commit();
      return removed;
    } catch (...) {
      state.store->forget_since({});
      throw;
    }
  });
}

void KnowledgeBase::rebuild_index() {
  State& state = *state_;
  state.require_writing();
  state.guard([&] {
    SQLite::Transaction transaction(*state.database, SQLite::TransactionBehavior::IMMEDIATE);
    state.database->exec("INSERT INTO sentences_fts(sentences_fts) VALUES ('delete-all')");
    for (const StoredDocument& document : documents()) state.store->index(document.document_id);
    state.store->flush();
    transaction.commit();
  });
}

std::vector<StoredDocument> KnowledgeBase::documents() const {
  return state_->guard([&] {
    SQLite::Statement rows(*state_->database, std::string("SELECT ") + document_columns +
                                                  " FROM documents ORDER BY document_id");
    std::vector<StoredDocument> documents;
    while (rows.executeStep()) documents.push_back(read_document(rows));
    add_metadata(*state_->database, documents);
    return documents;
  });
}

std::string KnowledgeBase::text_of(std::int64_t document_id) const {
  return state_->guard([&] {
    SQLite::Statement row(*state_->database,
                          "SELECT text FROM document_texts WHERE document_id = ?");
    row.bind(1, document_id);
    if (!row.executeStep())
      throw KnowledgeBaseError(
          KnowledgeBaseError::Kind::other,
          state_->file.string() + ": holds no document with the id " + std::to_string(document_id));
    return row.getColumn(0).getString();
  });
}

void KnowledgeBase::put_vocabulary(const std::vector<VocabularyTable>& tables,
                                   const std::string& version) {
  state_->require_writing();
  state_->guard([&] {
    if (vocabulary_version(*state_->database) == version) return;
    SQLite::Savepoint scope(*state_->database, "vocabulary");
    write_vocabulary(*state_->database, tables, version);
    scope.release();
  });
}

}  // namespace attache
