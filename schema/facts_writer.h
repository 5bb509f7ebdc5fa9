// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "schema/characters.h"
#include "schema/integer_rows.h"
#include "schema/records.h"
#include "schema/row_sums.h"

namespace attache {

/// Writes the rows of the four tables and their citations.
class FactsWriter {
 public:
  explicit FactsWriter(SQLite::Database& database);

  /// Adds the rows of `document`, whose sentences are stored from first_sentence_id on.
  void write(std::int64_t document_id, std::int64_t first_sentence_id,
             const DocumentRecord& document);
  /// Removes all rows of a document with their citations.
  void erase(std::int64_t document_id);
  /// Drops what is remembered of stored rules and names, after a rollback.
  void forget();

 private:
  /// A table's statements, and which of the first columns of `citations` names its rows.
  struct Table {
    SQLite::Statement insert, erase_citations, erase;
    std::size_t key;
  };
  Table table(std::size_t key, const char* name, const char* columns, const char* values);
  /// Where the sentences of the document at hand are stored, and how its text counts.
  struct Places {
    std::int64_t first_sentence_id;
    CharacterCounts characters;
  };
  void cite(const Table& table, std::int64_t row, const Places& places,
            const std::vector<CitationRecord>& citations);
  std::int64_t rule_id(const std::string& rule);
  void remember_name(const std::string& form, const std::string& name);

  void write_principles(std::int64_t document_id, const Places& places,
                        const DocumentRecord& document);
  void write_priorities(std::int64_t document_id, const Places& places,
                        const DocumentRecord& document);
  void write_organizations(std::int64_t document_id, const Places& places,
                           const DocumentRecord& document);
  void write_leaders(std::int64_t document_id, const Places& places,
                     const DocumentRecord& document);

  SQLite::Database& database_;
  Table principles_, priorities_, organizations_, leaders_;
  IntegerRows citations_;
  SQLite::Statement insert_rule_, find_rule_, insert_name_;
  std::unordered_map<std::string, std::int64_t> rules_;
  std::unordered_set<std::string> names_;
  RowSums sums_;
  std::uint64_t new_rules_ = 0, new_names_ = 0;  ///< to be added to the sums
};

}  // namespace attache
