// SPDX-License-Identifier: MIT
#include "schema/moved_documents.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <cstdint>

#include "schema/bind.h"
#include "schema/description_copies.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

class Moves {
 public:
  explicit Moves(SQLite::Database& database)
      : copies_(database),
        versions_(database,
                  "SELECT document_id FROM documents WHERE coalesce(version_of, identity) = ?"),
        first_(database,
               "UPDATE documents SET identity = ?2, path = ?3 WHERE identity = ?1 AND version_of "
               "IS NULL"),
        further_(database,
                 "UPDATE documents SET identity = substr(identity, 1, length(identity) - "
                 "length(?1)) || ?2, version_of = ?2, path = ?3 WHERE version_of = ?1") {}

  void move(const std::string& from, const std::string& to, const std::string& path) {
    for (const std::int64_t id : versions_of(from))
      if (copies_.state(id) == DescriptionCopies::State::sound) sound_.push_back(id);
    for (SQLite::Statement* update : {&first_, &further_}) run(*update, from, to, path);
  }
  /// What another hand has changed goes on being told.
  void describe() {
    for (const std::int64_t id : sound_) copies_.write(id);
  }

 private:
  std::vector<std::int64_t> versions_of(const std::string& known_by) {
    versions_.reset();
    versions_.bind(1, known_by);
    std::vector<std::int64_t> ids;
    while (versions_.executeStep()) ids.push_back(versions_.getColumn(0).getInt64());
    versions_.reset();
    return ids;
  }

  DescriptionCopies copies_;
  SQLite::Statement versions_, first_, further_;
  std::vector<std::int64_t> sound_;
};

void move_all(SQLite::Database& database, const std::vector<MovedDocument>& moved) {
  Moves aside(database), moves(database);
  const auto between = [](std::size_t i) { return "moving:" + std::to_string(i); };
  for (std::size_t i = 0; i < moved.size(); ++i)
    aside.move(moved[i].known_by, between(i), moved[i].path);
  aside.describe();
  for (std::size_t i = 0; i < moved.size(); ++i) moves.move(between(i), moved[i].to, moved[i].path);
  moves.describe();
}

}  // namespace

void move_documents(KnowledgeBase& base, const std::vector<MovedDocument>& moved) {
  if (moved.empty()) return;
  SQLite::Database& database = base.connection();
  guarded(base.file(), database, [&] {
    if (sqlite3_get_autocommit(database.getHandle()) == 0) {
      SQLite::Savepoint scope(database, "moved");
      move_all(database, moved);
      scope.release();
    } else {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      move_all(database, moved);
      transaction.commit();
    }
  });
}

}  // namespace attache
