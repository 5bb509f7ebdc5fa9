// SPDX-License-Identifier: MIT
#include "schema/knowledge_base.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <chrono>
#include <unordered_map>

#include "schema/busy_wait.h"
#include "schema/connection.h"
#include "schema/definitions.h"
#include "schema/document_store.h"
#include "schema/errors.h"
#include "schema/vocabulary.h"

namespace attache {
namespace {

constexpr std::uint64_t batch_bytes = 24ULL << 20;
constexpr std::chrono::seconds batch_time{5};

struct Version {
  std::string sha256, lexicon_version, engine_version;
};

using Clock = std::chrono::steady_clock;

/// While it lives, SQLite does not look up what each new row refers to, nor who refers to each
/// removed one: the store writes and removes documents whole. It must begin and end outside a
/// transaction.
class UncheckedReferences {
 public:
  explicit UncheckedReferences(SQLite::Database& database) : database_(database) {
    database_.exec("PRAGMA foreign_keys = OFF");
  }
  ~UncheckedReferences() { database_.tryExec("PRAGMA foreign_keys = ON"); }
  UncheckedReferences(const UncheckedReferences&) = delete;
  UncheckedReferences& operator=(const UncheckedReferences&) = delete;

 private:
  SQLite::Database& database_;
};

/// An open transaction over several documents.
struct Batch {
  explicit Batch(SQLite::Database& database)
      : references(database),
        transaction(database, SQLite::TransactionBehavior::IMMEDIATE),
        since(Clock::now()) {}
  bool full() const { return bytes >= batch_bytes || Clock::now() - since >= batch_time; }

  UncheckedReferences references;  // before the transaction, so that it ends after it
  SQLite::Transaction transaction;
  Clock::time_point since;
  std::uint64_t bytes = 0;
};

}  // namespace

struct KnowledgeBase::State {
  std::filesystem::path file;
  std::unique_ptr<BusyWait> wait;  // before the connection that calls it
  std::unique_ptr<SQLite::Database> database;
  std::unique_ptr<DocumentStore> store;  // none when opened for queries
  std::unique_ptr<Batch> batch;
  std::optional<std::unordered_map<std::string, Version>>
      versions;  // by path; read once, kept up to date

  template <typename Work>
  auto guard(Work&& work) const {
    return guarded(file, *database, std::forward<Work>(work));
  }
  void require_writing() const {
    if (!store)
      throw KnowledgeBaseError(KnowledgeBaseError::Kind::read_only,
                               file.string() + ": is open for queries only");
  }
  void load_versions();
  Stored put(const DocumentRecord& document, bool even_if_same);
  Stored put_in_batch(const DocumentRecord& document, bool even_if_same);
};

void KnowledgeBase::State::load_versions() {
  versions.emplace();
  SQLite::Statement rows(
      *database,
      "SELECT path, sha256, lexicon_version, engine_version FROM documents WHERE path IS NOT NULL");
  while (rows.executeStep())
    versions->insert_or_assign(rows.getColumn(0).getString(),
                               Version{rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                                       rows.getColumn(3).getString()});
}

KnowledgeBase::KnowledgeBase(std::unique_ptr<State> state) : state_(std::move(state)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;

KnowledgeBase::~KnowledgeBase() {
  if (!state_ || !state_->store) return;
  state_->batch.reset();
  state_->store.reset();  // open statements would keep the log
  settle(*state_->database);
}

KnowledgeBase KnowledgeBase::open(const std::filesystem::path& file, Patience patience) {
  KnowledgeBase base = open_as_it_is(file, std::move(patience));
  guarded(file, base.connection(), [&] { require_own_definitions(base.connection(), file); });
  return base;
}

KnowledgeBase KnowledgeBase::open_as_it_is(const std::filesystem::path& file, Patience patience) {
  auto state = std::make_unique<State>();
  state->file = file;
  state->wait = std::make_unique<BusyWait>(std::move(patience));
  state->database = connect_for_reading(file, *state->wait);
  return KnowledgeBase(std::move(state));
}

KnowledgeBase KnowledgeBase::open_for_writing(const std::filesystem::path& file,
                                              Patience patience) {
  auto state = std::make_unique<State>();
  state->file = file;
  state->wait = std::make_unique<BusyWait>(std::move(patience));
  state->database = connect_for_writing(file, *state->wait);
  state->guard([&] { require_own_definitions(*state->database, file); });
  state->store = state->guard([&] { return std::make_unique<DocumentStore>(*state->database); });
  return KnowledgeBase(std::move(state));
}

const std::filesystem::path& KnowledgeBase::file() const { return state_->file; }

SQLite::Database& KnowledgeBase::connection() const { return *state_->database; }

std::optional<Stored> KnowledgeBase::would_be(const std::string& path, const std::string& sha256,
                                              const std::string& lexicon_version,
                                              const std::string& engine_version) const {
  if (path.empty()) return std::nullopt;
  if (!state_->versions) state_->guard([&] { state_->load_versions(); });
  const auto found = state_->versions->find(path);
  if (found == state_->versions->end()) return Stored::added;
  const Version& version = found->second;
  const bool same = version.sha256 == sha256 && version.lexicon_version == lexicon_version &&
                    (engine_version.empty() || version.engine_version == engine_version);
  return same ? Stored::unchanged : Stored::replaced;
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
  if (stored != Stored::unchanged) batch->bytes += document.text.size();
  return stored;
}

Stored KnowledgeBase::put(const DocumentRecord& document, bool even_if_same) {
  State& state = *state_;
  state.require_writing();
  const Stored stored = state.guard([&] { return state.put(document, even_if_same); });
  if (state.versions && !document.path.empty())
    state.versions->insert_or_assign(
        document.path, Version{document.sha256, document.lexicon_version, document.engine_version});
  if (state.batch && state.batch->full()) {
    end_batch();
    begin_batch();
  }
  return stored;
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
      state.batch.reset();
      state.store->forget_since({});
      state.versions.reset();
      throw;
    }
  });
}

void KnowledgeBase::remove(const std::vector<std::int64_t>& document_ids) {
  State& state = *state_;
  state.require_writing();
  state.guard([&] {
    // Checked, each document's removal would look through all sentences for one that names it.
    const UncheckedReferences references(*state.database);
    try {
      SQLite::Transaction transaction(*state.database, SQLite::TransactionBehavior::IMMEDIATE);
      for (const auto id : document_ids) state.store->remove(id);
      state.store->flush();
      transaction.commit();
    } catch (...) {
      state.store->forget_since({});
      throw;
    }
  });
  state.versions.reset();
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
