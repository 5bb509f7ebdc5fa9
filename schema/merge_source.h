// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

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

}  // namespace attache
