// SPDX-License-Identifier: MIT
// Documents of a knowledge base on their way into another: read once, compared with their digests,
// given other ids, and stored.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/bulk_rows.h"
#include "schema/copied_rows.h"
#include "schema/description_copies.h"
#include "schema/digested_parts.h"
#include "schema/document_digests.h"
#include "schema/id_runs.h"
#include "schema/merge_plan.h"
#include "schema/merge_source.h"

namespace attache {

/// What is stored of a document, but its row in `documents`.
struct DocumentCopy {
  std::int64_t document_id = 0;
  std::string text, text_digest, rows_digest;
  std::vector<CopiedRows> tables;           ///< sentences, judged_tables(), citations, metadata
  std::vector<std::size_t> citation_order;  ///< their rows by id
};

/// Ids of rows in one knowledge base and those that they get in another.
struct MergedIds {
  explicit MergedIds(SQLite::Database& to);

  IdRuns documents, sentences;          ///< those that are copied
  std::int64_t next_citation;           ///< the one that the next row gets
  std::vector<std::int64_t> next_fact;  ///< the same, for each of judged_tables()
  std::unordered_map<std::int64_t, std::int64_t> rules;
};

/// Reads documents of a source, one by one. It is made and ends where nobody else reads from the
/// source; between, it has the source alone while it reads.
class MergedDocuments {
 public:
  /// `ids` of facts and citations are filled; the others are there already. `to` tells the columns.
  MergedDocuments(const MergeSource& from, SQLite::Database& to, MergedIds& ids);

  /// In the order of their sentences. What another hand changed is refused: it must not get new
  /// digests. Throws KnowledgeBaseError.
  void read(const MergedDocument& document, DocumentCopy& copy);

 private:
  void read_text(const MergedDocument& document, DocumentCopy& copy);
  void read_rows(const MergedDocument& document, DocumentCopy& copy);
  void require_sound(const MergedDocument& document, DocumentCopy& copy);
  void number_sentences(std::int64_t document_id, CopiedRows& rows);
  IdRuns number_facts(std::size_t table, std::int64_t document_id, CopiedRows& rows);
  void number_citations(DocumentCopy& copy, const std::vector<IdRuns>& facts);
  [[noreturn]] void names_nothing(const CopiedRows& rows) const;

  const MergeSource& from_;
  MergedIds& ids_;
  DocumentDigests digests_;
  DescriptionCopies descriptions_;
  std::vector<CopiedRows> tables_;  ///< empty
  RowsDigest rows_digest_;
  Prepared text_;
  std::vector<Prepared> rows_;
};

/// Stores what was read. Throws SQLite::Exception.
class MergedStore {
 public:
  MergedStore(SQLite::Database& to, const std::vector<CopiedRows>& tables);
  void store(const DocumentCopy& copy);
  void flush();

 private:
  SQLite::Database& to_;
  Prepared text_, digests_;
  std::vector<BulkRows> rows_;  ///< by table
};

/// The tables of DocumentCopy, without rows.
std::vector<CopiedRows> merged_tables(SQLite::Database& to);

}  // namespace attache
