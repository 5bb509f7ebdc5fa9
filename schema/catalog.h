// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// A column of a stored table, as the table's own SQL and schema/descriptions.csv describe it.
struct StoredColumn {
  std::string name;
  ColumnType type = ColumnType::text;
  bool required = false;
  std::string description;
  std::string kind = {};                 ///< Described::type
  std::vector<std::string> values = {};  ///< all that a closed column can hold
  /// Of a column that is no column of the table but belongs to its rows for whoever reads them: the
  /// SQL that gives it, over `t` (the table) and `d` (its document).
  std::string sql = {};
  bool cut = false;  ///< the SQL gives document, start and end, and the column is the words there
};

/// A column that names a row of another table, or of the same.
struct StoredReference {
  std::string column, table, target;
  bool declared = true;  ///< by the table's SQL; else what the lexicon once had may be gone from it
};

/// A table that holds what users asked to have stored: no index and no bookkeeping.
struct StoredTable {
  std::string name;
  std::string label;  ///< for people
  std::string description;
  std::string group;  ///< vocabulary, documents, facts or reviews
  std::vector<StoredColumn> columns;
  std::vector<std::string> primary_key;
  std::vector<StoredReference> references;
};

/// One state of the knowledge base for as long as it lives, whatever is seeded meanwhile.
class Snapshot {
 public:
  explicit Snapshot(const KnowledgeBase& base);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  const KnowledgeBase& base_;
};

/// The tables that the migrations make, and no others that a file may hold, each behind those that
/// it refers to. Rows of what documents say have their reference, country and date, sentences and
/// citations their words, as further columns. Throws KnowledgeBaseError where the knowledge base
/// lacks a table.
std::vector<StoredTable> stored_tables(const KnowledgeBase& base);

/// A table or view, and its columns in order.
struct StoredName {
  std::string name;
  std::vector<std::string> columns;
};

/// All tables and views that the migrations make, but what SQLite keeps of its full-text index.
std::vector<StoredName> stored_names(const KnowledgeBase& base);

/// Whether each value of the column is one of the table that it refers to. Throws
/// KnowledgeBaseError.
bool holds(const KnowledgeBase& base, const StoredTable& table, const StoredReference& reference);

}  // namespace attache
