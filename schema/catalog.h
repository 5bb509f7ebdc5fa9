// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// A column of a stored table, as the table's own SQL describes it.
struct StoredColumn {
  std::string name;
  ColumnType type = ColumnType::text;
  bool required = false;
  std::string description;  ///< the comment behind the column in its migration, or empty
};

/// A column that names a row of another table.
struct StoredReference {
  std::string column, table, target;
};

/// A table that holds what users asked to have stored: no index, no text of whole documents, no
/// bookkeeping.
struct StoredTable {
  std::string name;
  std::string description;
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

/// The tables that the migrations make, and no others that a file may hold, in the order in which
/// references point backwards. Sentences and citations have their words as a last column. Throws
/// KnowledgeBaseError where the knowledge base lacks one.
std::vector<StoredTable> stored_tables(const KnowledgeBase& base);

/// The rows of a table in the order of its primary key: of tables that hold documents and what they
/// say those alone of documents that pass all `filters`, which are filters of documents. Throws
/// SelectionError, KnowledgeBaseError.
void read_all(const KnowledgeBase& base, const StoredTable& table, const RowSink& sink,
              const std::vector<FilterValues>& filters = {});

}  // namespace attache
