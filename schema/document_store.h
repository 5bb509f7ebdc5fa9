// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/description_copies.h"
#include "schema/document_digests.h"
#include "schema/document_metadata.h"
#include "schema/facts_writer.h"
#include "schema/knowledge_base.h"
#include "schema/review_applier.h"
#include "schema/sentence_index.h"

namespace attache {

/// Writes documents with text, sentences, rows and index. Opens no transaction: its caller does.
class DocumentStore {
 public:
  explicit DocumentStore(SQLite::Database& database);

  Stored put(const DocumentRecord& document, bool even_if_same = false);
  /// Those that are still what was read of them; returns how many.
  std::uint64_t remove(const std::vector<StoredDocument>& documents);

  /// Has the full-text index take up a stored document that it does not hold.
  void index(std::int64_t document_id) { index_.add(document_id); }

  /// To be called before a commit: brings the full-text index up to date.
  void flush() { index_.flush(); }
  /// To be called after a rollback to where `mark` was taken: nothing remembered may outlive what
  /// was undone.
  void forget_since(SentenceIndex::Mark mark);
  SentenceIndex::Mark mark() const { return index_.mark(); }

 private:
  /// What stands in the knowledge base under the record's identity.
  std::optional<StoredDocument> find(const DocumentRecord& document);
  void remove(std::int64_t document_id);
  bool is_still(const StoredDocument& document);
  Stored add(const DocumentRecord& document);
  Stored replace(const StoredDocument& stored, const DocumentRecord& document);
  bool has_text(std::int64_t document_id, const DocumentRecord& document);
  bool same_sentences(std::int64_t document_id, const DocumentRecord& document);
  std::int64_t first_sentence(std::int64_t document_id);
  void erase_sentences(std::int64_t document_id);
  /// Gives the id of the first sentence.
  std::int64_t write_sentences(std::int64_t document_id, const DocumentRecord& document);
  void write_text(std::int64_t document_id, const DocumentRecord& document);
  bool is_taken(const std::string& slug);
  std::string free_slug(const std::string& wanted);

  SQLite::Database& database_;
  SentenceIndex index_;
  FactsWriter facts_;
  IntegerRows sentences_;
  DocumentDigests digests_;
  DocumentMetadata metadata_;
  DescriptionCopies copies_;
  ReviewApplier reviews_;
  SQLite::Statement by_identity_, slug_taken_, insert_, update_, set_sentences_, first_sentence_,
      insert_text_, erase_sentences_, erase_text_, erase_;
};

/// What makes a document the same when it is put again: the record's identity or, for want of one,
/// its path or slug.
std::string identity_of(const DocumentRecord& document);

/// The columns that read_document expects, in its order.
extern const char* const document_columns;

/// The current row of a statement over document_columns.
StoredDocument read_document(SQLite::Statement& row);

}  // namespace attache
