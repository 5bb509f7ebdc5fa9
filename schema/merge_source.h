// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "schema/knowledge_base.h"
#include "schema/prepared.h"

namespace attache {

/// A knowledge base that rows are read from. What SQLite finds wrong in it is told with its name.
/// Several threads may read from it, each as long as it has it alone().
class MergeSource {
 public:
  explicit MergeSource(const KnowledgeBase& base) : base_(base) {}

  SQLite::Database& database() const { return base_.connection(); }
  /// Throw KnowledgeBaseError.
  Prepared rows(const std::string& sql) const;
  bool next(const Prepared& rows) const;
  /// That the file is not what was stored in it.
  [[noreturn]] void damaged(const std::string& what) const;
  /// Its rows are for this thread alone until what is given ends: SQLite's connections are not for
  /// several at once.
  std::unique_lock<std::mutex> alone() const { return std::unique_lock(reading_); }
  const std::filesystem::path& file() const { return base_.file(); }

 private:
  const KnowledgeBase& base_;
  mutable std::mutex reading_;
};

}  // namespace attache
