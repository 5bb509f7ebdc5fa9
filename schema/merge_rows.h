// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "schema/id_runs.h"
#include "schema/knowledge_base.h"
#include "schema/prepared.h"

namespace attache {

/// A knowledge base that rows are read from. What SQLite finds wrong in it is told with its name.
class MergeSource {
 public:
  explicit MergeSource(const KnowledgeBase& base) : base_(base) {}

  SQLite::Database& database() const { return base_.connection(); }
  /// Throw KnowledgeBaseError.
  Prepared rows(const std::string& sql) const;
  bool next(const Prepared& rows) const;
  /// That the file is not what was stored in it.
  [[noreturn]] void damaged(const std::string& what) const;
  const std::filesystem::path& file() const { return base_.file(); }

 private:
  const KnowledgeBase& base_;
};

/// A column that holds ids of another table, or its own.
struct MergedColumn {
  std::string name;
  /// The id that it becomes; nothing where there is none.
  std::function<std::optional<std::int64_t>(std::int64_t)> id;
  /// Rows whose id is not copied are left out; else they can't be.
  bool decides = false;
};

/// Which rows of a table go where.
struct MergedTable {
  std::string name;
  std::string key = {};    ///< column of the ids that are given anew, or empty
  IdRuns* keys = nullptr;  ///< of those: filled
  std::vector<MergedColumn> columns = {};
  std::string order = {};  ///< column; empty: the key
  bool integers = false;   ///< all columns are, so that many rows are stored at once
};

/// Copies the rows of a table with other ids. Reads through no view. Throws KnowledgeBaseError for
/// what is wrong in the source, SQLite::Exception for what is in `to`.
void merge_rows(const MergeSource& from, SQLite::Database& to, const MergedTable& table);

/// The names of a table's columns, in order.
std::vector<std::string> column_names(SQLite::Database& database, const std::string& table);

/// "a", "b" -> `"a", "b"`, and as many marks.
std::string listed(const std::vector<std::string>& names);
std::string marks_for(std::size_t count);

}  // namespace attache
