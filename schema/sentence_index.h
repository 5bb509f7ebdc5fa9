// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/prepared.h"

namespace attache {

/// Keeps the full-text index in step with documents and sentences.
/// The index gathers words in memory and writes a segment at every savepoint, so its work is put
/// off and done at once before a commit; until then it is a list of what is to be done.
class SentenceIndex {
 public:
  explicit SentenceIndex(SQLite::Database& database);

  /// The document's stored sentences shall be found.
  void add(std::int64_t document_id);

  /// The document's stored sentences shall be found no more. To be called while text and sentences
  /// are still stored.
  void remove(std::int64_t document_id);

  /// Does what has been put off.
  void flush();

  /// How much is put off, so that a failed document's part can be dropped alone.
  struct Mark {
    std::size_t added = 0, removed = 0;
  };
  Mark mark() const { return {added_.size(), removed_.size()}; }
  /// Drops what was put off after `mark`, after a rollback.
  void forget_since(Mark mark);

 private:
  struct Entry {
    std::int64_t sentence_id;
    std::string text;
  };
  /// Calls visit(sentence id, its words) for each stored sentence of the document; the words are
  /// good for the call.
  template <typename Visit>
  void each_sentence(std::int64_t document_id, Visit visit);
  void run(const Prepared& statement, std::int64_t sentence_id, std::string_view text);
  bool is_waiting(std::int64_t document_id) const;

  SQLite::Statement text_;
  SQLite::Database& database_;
  Prepared sentences_, insert_, delete_;
  std::vector<std::int64_t> added_;
  std::vector<Entry> removed_;
};

}  // namespace attache
