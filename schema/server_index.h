// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <set>
#include <string>
#include <unordered_set>

#include "schema/prepared.h"
#include "schema/server_store.h"

namespace attache {

struct QueryWords;

/// The full-text index of a published knowledge base. The server's index finds the sentences that
/// may be meant, by the words of a question; these are indexed here, and SQLite's own index answers
/// from them: what matches, in which order and with which marks is as in a file, since the numbers
/// that the order goes by (of all sentences, and their words) are those of the whole.
class ServerIndex {
 public:
  /// Makes the table sentences_fts in the store. Throws SQLite::Exception.
  explicit ServerIndex(ServerStore& store);
  ~ServerIndex();
  ServerIndex(const ServerIndex&) = delete;
  ServerIndex& operator=(const ServerIndex&) = delete;

  /// Fetches what the expression (as FTS5 takes it) may find. Throws KnowledgeBaseError, and
  /// SQLite::Exception with FTS5's own words where it is no expression.
  void fetch(const std::string& expression);

  SQLite::Database& database() { return store_.database(); }

 private:
  void fetch_sentences(const std::string& question);
  void add(FieldReader& cells);
  void tell_totals();

  ServerStore& store_;
  std::unique_ptr<QueryWords> words_;  ///< what the probe's tokenizer hears
  Prepared probe_, insert_, totals_;
  std::set<std::string> asked_;
  std::unordered_set<std::int64_t> here_;
  std::string averages_;  ///< as FTS5 keeps them: how many rows, and words of each column
};

}  // namespace attache
