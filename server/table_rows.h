// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/digest.h"
#include "schema/prepared.h"

namespace attache {

/// The rows of one table of a knowledge base, as texts, in the order that is asked for.
class TableRows {
 public:
  /// `rows` is SQL behind FROM that gives the table as `t`, with ?1 for a document's id or without.
  /// Throws SQLite::Exception.
  TableRows(SQLite::Database& database, std::string_view table, const std::string& rows);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& columns() const { return columns_; }

  /// Cells end with NUL; nullptr is NULL. They are good for the call.
  using Visit = std::function<void(const std::vector<const char*>& cells)>;
  /// Calls visit for each row, of the document where one is given. Throws SQLite::Exception, and
  /// KnowledgeBaseError (damaged) for a text with NUL, which PostgreSQL can't hold.
  void each(std::optional<std::int64_t> document_id, const Visit& visit);

  /// Adds all cells to the digest, and how many rows there are. Throws as each() does.
  void add_to(Digest& digest, std::optional<std::int64_t> document_id);

 private:
  SQLite::Database& database_;
  std::string name_;
  std::vector<std::string> columns_;
  Prepared rows_;
};

}  // namespace attache
