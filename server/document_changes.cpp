// SPDX-License-Identifier: MIT
#include "server/document_changes.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>

#include "server/index_words.h"
#include "server/published_tables.h"
#include "server/table_rows.h"

namespace attache {
namespace {

constexpr pqxx::result::size_type page_rows = 10'000;

/// Goes through what is published, a page at a time.
class PublishedDigests {
 public:
  explicit PublishedDigests(pqxx::transaction_base& transaction) : transaction_(transaction) {
    fetch(INT64_MIN);
  }
  bool at_end() const { return row_ == page_.size(); }
  std::int64_t id() const { return page_[row_][0].as<std::int64_t>(); }
  std::string digest() const { return page_[row_][1].as<std::string>(); }
  void next() {
    const std::int64_t last = id();
    if (++row_ == page_.size() && row_ == page_rows) fetch(last);
  }

 private:
  void fetch(std::int64_t after) {
    page_ = transaction_.exec(
        "SELECT document_id, digest FROM published_documents WHERE document_id > " +
        std::to_string(after) + " ORDER BY document_id LIMIT " + std::to_string(page_rows));
    row_ = 0;
  }

  pqxx::transaction_base& transaction_;
  pqxx::result page_;
  pqxx::result::size_type row_ = 0;
};

}  // namespace

struct DocumentDigester::State {
  std::vector<TableRows> tables;
};

DocumentDigester::DocumentDigester(SQLite::Database& database) : state_(std::make_unique<State>()) {
  for (const DocumentTable& table : document_tables())
    state_->tables.emplace_back(database, table.name, std::string(table.rows));
}

DocumentDigester::~DocumentDigester() = default;

std::string DocumentDigester::of(std::int64_t document_id) {
  Digest digest;
  digest.text(index_words_form);
  for (TableRows& table : state_->tables) table.add_to(digest, document_id);
  return digest.done();
}

DocumentChanges document_changes(const KnowledgeBase& base, pqxx::transaction_base& transaction) {
  DocumentChanges changes;
  DocumentDigester digester(base.connection());
  PublishedDigests there(transaction);
  const auto pass_until = [&](std::int64_t id) {
    for (; !there.at_end() && there.id() < id; there.next()) {
      changes.erased.push_back(there.id());
      ++changes.removed;
    }
  };
  SQLite::Statement ids(base.connection(),
                        "SELECT document_id FROM documents ORDER BY document_id");
  while (ids.executeStep()) {
    const std::int64_t id = ids.getColumn(0).getInt64();
    pass_until(id);
    if (there.at_end() || there.id() > id) {
      changes.written.push_back(id);
      ++changes.added;
      continue;
    }
    if (there.digest() == digester.of(id)) {
      ++changes.unchanged;
    } else {
      changes.erased.push_back(id);
      changes.written.push_back(id);
      ++changes.replaced;
    }
    there.next();
  }
  pass_until(INT64_MAX);
  return changes;
}

}  // namespace attache
